@0xd3f86b1e9a40c527;
# What the processes of a cluster ask of each other: hosts of the leading host and back, and a host of its workers.
# Nothing here is for people or other programs, and all of it is reached only with a host's certificate, or over a socket
# that a worker inherited.
#
#   member host --join--> leader        A host offers its `Member`; as long as the connection stands it is part of the
#                                       cluster.
#   leader --worker--> member           The leader asks for a tenant's worker there and starts its part of a pipeline.
#   host --start--> worker process      The host passes that on, after it gave the worker the compiled plugins.
#   worker --events--> leader           How tasks fare goes back the same way.
#
# Rules of change: as in exchange.capnp.

using Control = import "control.capnp";
using Problem = Control.Problem;
using Fault = Control.Fault;
using LogLine = Control.LogLine;

interface Cluster {
  # What a connection with a host's certificate gives.

  join @0 (host :HostOffer, member :Member) -> (leader :Leader, problem :Problem);
  # Refused while another host of this name is connected.
}

struct HostOffer {
  name @0 :Text;
  # As in its certificate.
  address @1 :Text;
  # Where clients and hosts reach it.
  cpus @2 :UInt32;
  version @3 :Text;
}

interface Leader {
  # What a member may ask. Useless once its connection is gone.

  ping @0 () -> ();
  # Answers at once. A member that the leader did not hear of for too long is taken for dead.

  plugin @1 (tenant :Text, digest :Text) -> (component :Data, problem :Problem);
  # The component as it was published, for a host that has to compile it. At most 32 MiB.
}

interface Member {
  # What the leader asks of a host.

  worker @0 (tenant :Text, limits :WorkerLimits) -> (worker :Worker, address :Text, problem :Problem);
  # The tenant's worker on this host, started if need be, and where its peers reach it (`IP:PORT`). A worker that died a
  # moment ago is started again after a back-off only: `unavailable` until then.

  ping @1 () -> (usage :Usage);
}

struct WorkerLimits {
  memoryBytes @0 :UInt64;
  threads @1 :UInt32;
  # 0: as many as there are processors.
}

struct Usage {
  workers @0 :UInt32;
  tasks @1 :UInt32;
  cpuNs @2 :UInt64;
}

interface Worker {
  # One tenant's worker on one host. Broken when the process ends.

  start @0 (part :Part, events :Events) -> (run :Run, problem :Problem);
  # Starts the tasks of one epoch of a pipeline that are placed on this host. Tasks of an older epoch of it are given up
  # first. Refused as `conflict` if a newer epoch was seen here.
}

struct Part {
  # One host's share of a pipeline, and all that must be known of the rest.

  tenant @0 :Text;
  pipeline @1 :Text;
  epoch @2 :UInt64;
  text @3 :Text;
  # The pipeline file. Every host plans it anew and comes to the same plan.
  overrides @4 :List(Text);
  plugins @5 :List(PluginUse);
  host @6 :UInt32;
  # Which of `peers` this host is.
  peers @7 :List(Peer);
  placement @8 :List(List(UInt32));
  # For each chain of the plan, for each of its tasks: which of `peers` runs it.
  secret @9 :Data;
  # 16 bytes: decides key groups.
  seed @10 :UInt64;
  # Random numbers that guests see.
  positions @11 :List(Position);
  # Where sources go on; those that are not named begin.
  barrier @12 :UInt64;
  # The last barrier that was acknowledged; the next ones are larger.
  planDigest @13 :Text;
  # Of the leader's plan; a host that comes to another one refuses.
  network @14 :Control.Network;
  # What the tenant's connectors may reach.
  hosts @15 :List(Text);
  # IP addresses of the cluster's hosts, which connectors reach only where just that address is granted.
}

struct PluginUse {
  reference @0 :Text;
  # As in the pipeline file: `NAME@VERSION`.
  digest @1 :Text;
  manifest @2 :Text;
  # What inspection found, as JSON: hosts do not look into the component again.
}

struct Peer {
  host @0 :Text;
  address @1 :Text;
  # Of its worker of this tenant.
}

struct Position {
  # How far a source had come.

  node @0 :Text;
  task @1 :UInt32;
  parallelism @2 :UInt32;
  # Of the source when this was written: splits of another number are other splits.
  content @3 :Text;
  # JSON that only the connector understands.
  ended @4 :Bool;
  # It has nothing more.
}

interface Run {
  # Tasks of one epoch on one host. Dropping it gives the tasks up at once, with what is in flight.

  checkpoint @0 (barrier :UInt64) -> ();
  # Asks the sources here for a barrier of this number, larger than all before. `Events.passed` tells of it.

  drain @1 () -> ();
  # Sources stop; `Events.ended` tells of every task when it is through.

  counts @2 () -> (nodes :List(NodeCounts));

  acknowledged @3 (barrier :UInt64) -> ();
  # This barrier, and with it every one before, passed all tasks on all hosts, and the positions that belong to it are
  # recorded: sources may tell whoever sent what came before it. Said only of pipelines with senders that wait for it.
}

struct NodeCounts {
  node @0 :UInt32;
  # Its number in the plan.
  recordsIn @1 :UInt64;
  recordsOut @2 :UInt64;
  rejected @3 :UInt64;
  failures @4 :UInt64;
  cpuNs @5 :UInt64;
  memoryBytesPeak @6 :UInt64;
  deadLettered @7 :UInt64;
  skipped @8 :UInt64;
  pauses @9 :UInt64;
  # Times that its circuit breaker opened.
  paused @10 :UInt32;
  # Tasks that the breaker holds back now.
  logLinesDropped @11 :UInt64;
}

interface Events {
  # What a worker tells of one start. Calls come in the order in which things happened.

  passed @0 (barrier :UInt64, task :TaskId, positions :List(Position)) -> stream;
  # The barrier went through this task, and everything before it is done there; of a task with a source, where that was.

  ended @1 (task :TaskId, positions :List(Position)) -> stream;
  # The task is through: its inputs ended, or it was drained.

  halted @2 (task :TaskId, fault :Fault) -> stream;

  log @3 (lines :List(LogLine), dropped :UInt64) -> stream;
}

struct TaskId {
  chain @0 :UInt32;
  task @1 :UInt32;
}

interface Process {
  # What a worker process serves to its host, over the socket that it inherited. The compiled plugins come by a second
  # socket, as open files.

  configure @0 (configuration :Configuration) -> (address :Text, protections :List(Protection), problem :Problem);
  # The first call. Everything that needs rights is done and given up before it answers.

  start @1 (part :Part, events :Events) -> (run :Run, problem :Problem);

  renew @2 (credentials :Credentials) -> (problem :Problem);
  # New connections use these from now on.
}

struct Configuration {
  tenant @0 :Text;
  host @1 :Text;
  listen @2 :Text;
  # IP address for the data connections of peers; the port is the system's choice.
  credentials @3 :Credentials;
  # Absent: plain connections, on loopback only.
  limits @4 :WorkerLimits;
  files @5 :Text;
  # The tenant's folder: file connectors open beneath it.
}

struct Credentials {
  authority @0 :Data;
  # DER certificate of the cluster's authority.
  chain @1 :List(Data);
  # DER certificates, the worker's own first.
  key @2 :Data;
  # PKCS #8.
}

struct Protection {
  # One protection of a process, and whether it is in force.

  name @0 :Text;
  inForce @1 :Bool;
  detail @2 :Text;
}
