@0xb7d0a9c64f2e1835;
# What people and programs ask of a cluster: upload plugins, deploy pipelines, look at them, look after hosts.
#
# Authority is a capability. A connection (TLS; the host's certificate is signed by the cluster's authority) gives only a
# `Bootstrap`. A token turns that into a `Tenant` or an `Operator`, and from these everything else is reached. Whose
# pipeline it is never stands in a message: it follows from the capability that the call is made on. All capabilities end
# with their connection.
#
# Refusals are data. Results have a field `problem`: where it is set (its `code` is not empty) the action was refused,
# nothing changed, and the other results are empty. RPC exceptions are for broken connections, overload, revoked
# capabilities and bugs.
#
# Rules of change: fields and methods are only appended; nothing is renumbered, retyped or removed.
#
# Times are milliseconds since the Unix epoch; 0 where there is none. Digests are BLAKE3, 64 hexadecimal digits.

interface Bootstrap {
  # All that a new connection has.

  authenticate @0 (token :Text) -> (authority :Authority, problem :Problem);
  # Turns a token into what its holder may do. A wrong token is refused after the same time as a right one; a connection
  # that brings several wrong ones is closed.

  version @1 () -> (version :Text, host :Text);
  # Which program answers, and the name of its host.
}

struct Authority {
  union {
    none @0 :Void;
    tenant @1 :Tenant;
    operator @2 :Operator;
  }
  name @3 :Text;
  # Of the tenant; empty for an operator.
}

struct Problem {
  # Why something was refused.

  code @0 :Text;
  # What a program decides by: `unauthenticated`, `forbidden`, `not-found`, `exists`, `invalid`, `too-large`, `quota`,
  # `conflict`, `unavailable`, `internal`, or the code of a fault. Empty: there is no problem.

  message @1 :Text;
  # What is wrong: names the thing, the limit and the value.

  help @2 :Text;
  # What to do next; may be empty.

  diagnostics @3 :List(Diagnostic);
  # With `invalid`, of a pipeline file: every problem, each with its place.
}

struct Diagnostic {
  severity @0 :Severity;
  message @1 :Text;
  help @2 :Text;
  file @3 :Text;
  line @4 :UInt32;
  # Counted from 1; 0: of the file as a whole.
  column @5 :UInt32;
  excerpt @6 :Text;
  # The line itself.

  enum Severity {
    error @0;
    warning @1;
  }
}

interface Tenant {
  # What one tenant owns and may do. Everything below it is this tenant's.

  upload @0 (name :Text, version :Text, bytes :UInt64, digest :Text) -> (upload :Upload, problem :Problem);
  # Begins or resumes the upload of a plugin. A name and version is bound to one digest for ever; publishing the same
  # again succeeds and changes nothing.

  plugins @1 () -> (plugins :List(Plugin));

  retract @2 (name :Text, version :Text) -> (problem :Problem);
  # Takes a plugin back that no pipeline uses. Its name and version stay bound to its digest.

  plan @3 (source :PipelineSource) -> (change :Change, problem :Problem);
  # What `deploy` would do, without doing it.

  deploy @4 (source :PipelineSource, rights :List(Right), revision :UInt64)
      -> (pipeline :Pipeline, change :Change, problem :Problem);
  # Starts the pipeline, or replaces the running one of that name. `rights` are those that a person agreed to; refused as
  # `forbidden` if the pipeline has others that were not agreed to before. Nobody need agree to the standard rights: the
  # functions of `output`, `log` and `context` as guest interface 0.1 has them. `revision` as in the `Change` that was shown:
  # refused as `conflict` if the pipeline changed since; 0 skips that check.

  pipelines @5 () -> (pipelines :List(Summary));

  pipeline @6 (name :Text) -> (pipeline :Pipeline, problem :Problem);

  viewer @7 () -> (tenant :Tenant, revocation :Revocation);
  # The same with less: it can look but change nothing. To hand on; its holder loses it when the revocation says so.
}

interface Revocation {
  revoke @0 () -> ();
  # The capability that came with this one is useless from now on. Dropping a revocation changes nothing.
}

interface Upload {
  # One upload. What was written survives a broken connection for a day.

  offset @0 () -> (bytes :UInt64);
  # How much the host has; go on from there.

  write @1 (offset :UInt64, content :Data) -> stream;
  # The next piece, at most 256 KiB, at exactly the host's offset.

  finish @2 () -> (plugin :Plugin, problem :Problem);
  # Checks the digest, inspects the component, compiles it in a process of its own, and publishes it. Takes as long as
  # compiling.
}

struct Plugin {
  name @0 :Text;
  version @1 :Text;
  digest @2 :Text;
  bytes @3 :UInt64;
  published @4 :Int64;
  rights @5 :List(Text);
  # What it imports: all that it can do.
  inputs @6 :List(Text);
  outputs @7 :List(Text);
  parameters @8 :List(Parameter);
  help @9 :Text;
}

struct Parameter {
  name @0 :Text;
  type @1 :Text;
  default @2 :Text;
  # JSON; empty: it must be given.
  help @3 :Text;
}

struct PipelineSource {
  file @0 :Text;
  # Name of the pipeline file, for messages.
  text @1 :Text;
  # Its content. `plugin = "NAME@VERSION"`; paths are relative to the tenant's folder.
  overrides @2 :List(Text);
  # `PATH=VALUE`, applied to the file in order.
}

struct Right {
  operator @0 :Text;
  right @1 :Text;
}

struct Change {
  # What a deploy does or did.

  name @0 :Text;
  revision @1 :UInt64;
  # Of the pipeline before the change; 0: there is none.
  nodes @2 :List(NodeChange);
  # Only those that differ.
  rights @3 :List(Right);
  # Rights that the pipeline gets and did not have.
  warnings @4 :List(Diagnostic);
}

struct NodeChange {
  name @0 :Text;
  kind @1 :Kind;
  what @2 :Text;
  # In words: `parallelism 1 -> 2`.

  enum Kind {
    added @0;
    changed @1;
    removed @2;
  }
}

enum Status {
  # Where a pipeline stands.

  starting @0;
  running @1;
  pausing @2;
  paused @3;
  stopping @4;
  stopped @5;
  # On request.
  finished @6;
  # Its sources ended and every record went through.
  recovering @7;
  # A worker or host is gone; it starts again from the last acknowledged barrier.
  failed @8;
  # A fault halted it; `fault` says which. It stays so until it is deployed or resumed.
}

struct Summary {
  name @0 :Text;
  status @1 :Status;
  epoch @2 :UInt64;
  # How often it was started; its fencing number.
  deployed @3 :Int64;
  tasks @4 :UInt32;
  hosts @5 :List(Text);
  recordsIn @6 :UInt64;
  # Records that its sources read since it was started last.
  restarts @7 :UInt32;
}

interface Pipeline {
  describe @0 () -> (description :Description, problem :Problem);

  reach @1 (until :Status, timeoutMs :UInt32) -> (description :Description, problem :Problem);
  # Returns once the pipeline is in this status, in one that it does not leave by itself, or when time is up.

  logs @2 (lines :UInt32, follow :Bool, to :LogSink) -> ();
  # Sends the last `lines` lines; with `follow`, then every new one, for as long as this call is not cancelled.

  pause @3 () -> (problem :Problem);
  # Sources stop; what is in flight goes on to the sinks; positions are kept.

  resume @4 () -> (problem :Problem);
  # Goes on from the positions kept.

  stop @5 () -> (problem :Problem);
  # As `pause`, for good.

  delete @6 () -> (problem :Problem);
  # Forgets a pipeline that is stopped, finished or failed, with its positions.
}

interface LogSink {
  write @0 (lines :List(LogLine)) -> stream;
  dropped @1 (lines :UInt64) -> stream;
  # So many lines are missing here: there were more than could be kept or sent.
}

struct LogLine {
  time @0 :Int64;
  level @1 :Text;
  # `error`, `warn`, `info`, `debug` or `trace`.
  operator @2 :Text;
  # Empty: a line of the host about the pipeline.
  task @3 :UInt32;
  host @4 :Text;
  message @5 :Text;
  # Escaped: one line, printable.
}

struct Description {
  summary @0 :Summary;
  nodes @1 :List(NodeDescription);
  fault @2 :Fault;
  # With `failed`.
  barrier @3 :UInt64;
  # The last one that passed every sink in this epoch.
  acknowledged @4 :Int64;
  # When that was.
  guarantee @5 :Text;
  # `at-least-once` or `at-most-once`, computed from its parts.
  text @6 :Text;
  # The pipeline file as deployed.
}

struct NodeDescription {
  name @0 :Text;
  kind @1 :Text;
  # `source`, `operator` or `sink`.
  plugin @2 :Text;
  # `NAME@VERSION`; empty for connectors.
  digest @3 :Text;
  tasks @4 :List(TaskPlace);
  recordsIn @5 :UInt64;
  recordsOut @6 :UInt64;
  rejected @7 :UInt64;
  failures @8 :UInt64;
  cpuNs @9 :UInt64;
  # Estimated from samples.
  memoryBytesPeak @10 :UInt64;
  rights @11 :List(Text);
  deadLettered @12 :UInt64;
  skipped @13 :UInt64;
  pauses @14 :UInt64;
  # Times that its circuit breaker opened.
  paused @15 :UInt32;
  # Tasks that the breaker holds back now.
  logLinesDropped @16 :UInt64;
}

struct TaskPlace {
  task @0 :UInt32;
  host @1 :Text;
}

struct Fault {
  code @0 :Text;
  message @1 :Text;
  help @2 :Text;
  node @3 :Text;
}

interface Operator {
  # Who runs the cluster. Sees that pipelines are there, not what flows through them.

  hosts @0 () -> (hosts :List(Host));
  drain @1 (host :Text) -> (problem :Problem);
  # Moves every task away from the host; nothing new is placed there.
  undrain @2 (host :Text) -> (problem :Problem);
  tenants @3 () -> (tenants :List(TenantDescription));
  createTenant @4 (name :Text, quota :Quota) -> (problem :Problem);
  setQuota @5 (name :Text, quota :Quota) -> (problem :Problem);
  issueToken @6 (tenant :Text, label :Text, expires :Int64) -> (token :Text, id :Text, problem :Problem);
  # A token of this tenant; of an operator if `tenant` is empty. Only its hash is kept: it cannot be shown again.
  tokens @7 () -> (tokens :List(TokenDescription));
  revokeToken @8 (id :Text) -> (problem :Problem);
  # Connections that were authenticated with it are closed.
  audit @9 (entries :UInt32) -> (entries :List(AuditEntry));
  # The newest entries, oldest first.
  grant @10 (tenant :Text, network :Network) -> (problem :Problem);
  # Lets connectors of the tenant's pipelines reach more of the network.
  withdraw @11 (tenant :Text, network :Network) -> (problem :Problem);
  # Takes rules back, each as it was granted. Running pipelines that reach others start again without them.
}

struct Host {
  name @0 :Text;
  address @1 :Text;
  status @2 :Status;
  leader @3 :Bool;
  tasks @4 :UInt32;
  workers @5 :UInt32;
  cpus @6 :UInt32;
  seen @7 :Int64;
  version @8 :Text;

  enum Status {
    up @0;
    draining @1;
    drained @2;
    down @3;
  }
}

struct Quota {
  # What a tenant may use of the cluster; 0: the default.

  plugins @0 :UInt32;
  pipelines @1 :UInt32;
  tasks @2 :UInt32;
  memoryBytes @3 :UInt64;
  # Of one worker.
  instances @4 :UInt32;
  # Of plugins: one for each operator and task.
}

struct Network {
  # What connectors may reach. A rule for a name or a network never means a host's own machine, its link or another host of
  # the cluster: only a rule for just that address does.

  connect @0 :List(Text);
  # `HOST:PORT` or `HOST:PORT-PORT`. A host is a name, an address or a network, as in `10.1.0.0/16:9000`; IPv6 stands in
  # brackets.
  listen @1 :List(Text);
  # `PORT` or `PORT-PORT`, on whichever host a task is placed.
}

struct TenantDescription {
  name @0 :Text;
  quota @1 :Quota;
  plugins @2 :UInt32;
  pipelines @3 :UInt32;
  tasks @4 :UInt32;
  network @5 :Network;
}

struct TokenDescription {
  id @0 :Text;
  tenant @1 :Text;
  # Empty: an operator's.
  label @2 :Text;
  created @3 :Int64;
  expires @4 :Int64;
}

struct AuditEntry {
  time @0 :Int64;
  actor @1 :Text;
  # `TENANT/LABEL` or `operator/LABEL` of the token.
  action @2 :Text;
  subject @3 :Text;
  outcome @4 :Text;
  # `ok`, or the code of the problem.
}
