"""The module that operators in Python are made with, run natively: `component.py sdk/python`. What a component is given by
the tool that makes it is put in its place, and what leaves is looked at."""

import sys
import types

sys.path.insert(0, sys.argv[1])


class Batch:
    def __init__(self, *columns):
        (self.timestamps, self.key_ends, self.keys, self.value_ends, self.values, self.header_ends, self.headers) = columns


sent, rejected = [], []
output = types.SimpleNamespace(
    forward=lambda port, rows: sent.append(("forward", port, rows)),
    rekey=lambda port, rows, ends, keys: sent.append(("rekey", port, rows, ends, keys)),
    emit=lambda port, batch: sent.append(("emit", port, vars(batch))),
    reject=lambda rows, reason: rejected.append((rows, reason)),
)
context = types.SimpleNamespace(parameters=lambda: '{"least": 2}')
modules = {
    "componentize_py_types": {"Err": type("Err", (Exception,), {})},
    "wit_world": {},
    "wit_world.imports": {"context": context, "log": None, "output": output},
    "wit_world.imports.types": {"Batch": Batch, "Failure": tuple},
    "plugin": {},
}
for name, members in modules.items():
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(members)

import sandbar  # noqa: E402

plugin = sys.modules["plugin"]
world = sandbar.WitWorld()
world.start_up()


def process(record, out, parameters):
    if record.timestamp < parameters["least"]:
        raise sandbar.Reject("too early")
    trace = record.header("trace")
    if trace is None:
        out.emit(record.value, headers=[*record.headers, ("by", str(record.port))])
    else:
        out.emit({"n": 1}, key=trace)


plugin.process = process
headers = b"\x01\x00\x01\x00\x00\x00bc" + b"\x05\x00\x05\x00\x00\x00trace7\xc3\xa4\xc3\xb6"
plain = b"\x01\x00\x00\x00\x00\x00x"
world.process(1, Batch([1, 2, 3], [1, 2, 3], b"abd", [1, 2, 3], b"123", [0, len(headers), len(headers + plain)], headers + plain))
assert rejected == [([0], b"too early")], rejected
by = plain + b"\x02\x00\x01\x00\x00\x00by1"
[(way, port, batch)] = sent
assert (way, port, batch["timestamps"]) == ("emit", 0, [2, 3]), sent
assert (batch["keys"], batch["values"]) == ("7äö".encode() + b"d", b'{"n":1}3'), sent
assert batch["header_ends"] == [len(headers), len(headers + by)] and batch["headers"] == headers + by, sent

sent.clear()
plugin.on_watermark = lambda time, out, parameters: out.emit("{}", key="end", port=1)
world.on_watermark(9)
[(way, port, batch)] = sent
assert (port, batch["timestamps"], batch["keys"], batch["header_ends"]) == (1, [9], b"end", []), sent
