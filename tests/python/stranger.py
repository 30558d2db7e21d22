#!/usr/bin/env python3
"""A stranger at a host's door: no token and no certificate, but every sequence of RPC messages that one can think of.

Messages are made by hand from rpc.capnp, each sequence on a connection of its own. Prints for each what came back: the
numbers of the questions that got results, of those that got an exception, and whether the host ended the connection.
"""

import argparse
import pathlib
import socket
import ssl

import capnp

capnp.remove_import_hook()

# The name that every host's certificate bears beside its own.
HOST_NAME = "host.sandbar"
# Longest wait for an answer, in seconds: far longer than any takes.
PATIENCE = 60
# Asked last in each sequence.
LAST = 1_000


def connected(arguments):
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trust.minimum_version = ssl.TLSVersion.TLSv1_3
    trust.load_verify_locations(cafile=arguments.authority)
    host, port = arguments.address.rsplit(":", 1)
    stream = socket.create_connection((host, int(port)), timeout=PATIENCE)
    return trust.wrap_socket(stream, server_hostname=HOST_NAME)


class Sequences:
    def __init__(self, rpc, control, node):
        self.rpc = rpc
        self.control, self.node = control, node

    def message(self, which):
        message = self.rpc.Message.new_message()
        return message, message.init(which)

    def bootstrap(self, question):
        message, bootstrap = self.message("bootstrap")
        bootstrap.questionId = question
        return message

    def call(self, question, interface, method, imported=None, promised=None, path=()):
        """A call on a capability of the host, by its number, or on one that an earlier answer will have at `path`."""
        message, call = self.message("call")
        call.questionId = question
        call.interfaceId = interface.schema.node.id
        call.methodId = method
        if imported is not None:
            call.target.importedCap = imported
        else:
            target = call.target.init("promisedAnswer")
            target.questionId = promised
            for place, pointer in enumerate(target.init("transform", len(path))):
                pointer.getPointerField = path[place]
        return message

    def authenticate(self, question, token, promised):
        """Its params are a struct with one text, so they are made as another struct of that shape."""
        message, call = self.message("call")
        call.questionId = question
        call.interfaceId = self.control.Bootstrap.schema.node.id
        call.methodId = 0
        target = call.target.init("promisedAnswer")
        target.questionId = promised
        params = self.control.Problem.new_message(code=token)
        call.params.content = params
        return message

    def all(self):
        tenant, operator, cluster = self.control.Tenant, self.control.Operator, self.node.Cluster
        wrong = "sandbar_t_" + "0" * 64
        yield "calls of a capability that was never given", [
            self.call(number, tenant, 5, imported=number) for number in range(8)
        ]
        yield "the bootstrap taken for a tenant, an operator and a cluster", [
            self.bootstrap(0),
            self.call(1, tenant, 5, promised=0),
            self.call(2, operator, 0, promised=0),
            self.call(3, cluster, 0, promised=0),
            self.call(4, tenant, 5, promised=0, path=[0, 0]),
        ]
        yield "calls of what a wrong token would have given", [
            self.bootstrap(0),
            self.authenticate(1, wrong, promised=0),
            self.call(2, tenant, 5, promised=1, path=[0, 0]),
            self.call(3, operator, 0, promised=1, path=[0, 0]),
            self.call(4, tenant, 5, promised=1, path=[0]),
            self.call(5, tenant, 5, promised=1, path=[9, 9, 9]),
        ]
        finish, release, resolve, disembargo = (
            self.message(which) for which in ("finish", "release", "resolve", "disembargo")
        )
        finish[1].questionId = 99
        release[1].id, release[1].referenceCount = 5, 1000
        resolve[1].promiseId = 7
        disembargo[1].context.senderLoopback = 3
        disembargo[1].target.importedCap = 0
        for name, (message, _) in (
            ("the end of a question never asked", finish),
            ("a thousand references given back that nobody has", release),
            ("a promise resolved that nobody made", resolve),
            ("an embargo lifted that nobody laid", disembargo),
        ):
            yield name, [message, self.bootstrap(0), self.call(1, tenant, 5, promised=0)]
        message, returned = self.message("return")
        returned.answerId = 42
        yield "an answer to what nobody asked", [message, self.bootstrap(0)]
        yield "the same question twice", [self.bootstrap(0), self.bootstrap(0)]
        yield "a call of an answer that is still to be asked for", [self.call(0, tenant, 5, promised=0)]
        for which in ("provide", "accept", "join"):
            message, inner = self.message(which)
            inner.questionId = 0
            yield f"{which} of a third party", [message, self.bootstrap(1)]
        yield "many tokens at once, each used before it is looked at", [
            self.bootstrap(0),
            *(self.authenticate(1 + number, wrong, promised=0) for number in range(64)),
            *(self.call(100 + number, tenant, 5, promised=1 + number, path=[0, 0]) for number in range(64)),
        ]


def questions(messages):
    """Numbers of what is asked, to which a host owes an answer."""
    asked = (message for message in messages if message.which() in ("bootstrap", "call"))
    return {getattr(message, message.which()).questionId for message in asked}


def answered(rpc, stream, asked):
    """Reads until all is answered or the host ends the connection: what got results, what an exception, whether it ended."""
    results, exceptions, ended, received = [], [], False, b""
    while not ended and asked - {*results, *exceptions}:
        try:
            piece = stream.recv(1 << 16)
        except ConnectionError:
            piece = b""
        if not piece:
            ended = True
        received += piece
        while (whole := length(received)) is not None:
            with rpc.Message.from_bytes(received[:whole]) as message:
                which = message.which()
                if which == "abort":
                    ended = True
                if which == "return":
                    kind = message.__getattr__("return").which()
                    to = results if kind == "results" else exceptions
                    to.append(message.__getattr__("return").answerId)
            received = received[whole:]
    return sorted(results), sorted(exceptions), ended


def length(received):
    """Bytes of the first message, if all of it is there."""
    if len(received) < 4:
        return None
    segments = int.from_bytes(received[:4], "little") + 1
    header = (4 + 4 * segments + 7) // 8 * 8
    if len(received) < header:
        return None
    words = sum(int.from_bytes(received[4 + 4 * n : 8 + 4 * n], "little") for n in range(segments))
    whole = header + 8 * words
    return whole if len(received) >= whole else None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schema", required=True, help="folder of control.capnp and node.capnp")
    parser.add_argument("--address", required=True, help="HOST:PORT of the control interface")
    parser.add_argument("--authority", required=True, help="certificate of the cluster's authority, PEM")
    arguments = parser.parse_args()
    schema = pathlib.Path(arguments.schema)
    own = pathlib.Path(capnp.__file__).parent
    imports = [str(schema), str(own.parent)]
    load = lambda path: capnp.load(str(path), imports=imports)  # noqa: E731
    rpc, control, node = load(own / "rpc.capnp"), load(schema / "control.capnp"), load(schema / "node.capnp")
    sequences = Sequences(rpc, control, node)
    for name, messages in sequences.all():
        messages.append(sequences.bootstrap(LAST))
        stream = connected(arguments)
        try:
            stream.sendall(b"".join(message.to_bytes() for message in messages))
        except OSError:
            pass  # The host had enough half-way.
        results, exceptions, ended = answered(rpc, stream, questions(messages))
        stream.close()
        print(f"{name}: results {results} exceptions {exceptions} ended {ended}")


main()
