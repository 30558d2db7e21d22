"""What an operator in Python is made with. It calls `process(record, out, parameters)` of plugin.py for each record; where
they are there, `open(parameters)` once before, and `on_watermark(time, out, parameters)` for each watermark. It speaks the
guest interface of schema/wit/operator.wit, 0.1.0.

There is no operating system in the sandbox: no files, network, clock or environment. What a module does when it is
imported is done when the plugin is built; random numbers come from `sandbar.random`.
"""

import json
import struct
import sys

from componentize_py_types import Err
from wit_world.imports import context, log, output
from wit_world.imports.types import Batch, Failure


_parameters = {}


class Reject(Exception):
    """Raised by `process`: this record fails, the others go on."""


class Record:
    """A record of the batch in hand. Key and value are bytes, the timestamp milliseconds since the Unix epoch, the port the
    number of the input that it came by, the first is 0."""

    __slots__ = ("row", "port", "key", "value", "timestamp", "_headed")

    def __init__(self, row, port, key, value, timestamp, headed):
        self.row, self.port, self.key, self.value, self.timestamp = row, port, key, value, timestamp
        self._headed = headed

    @property
    def headers(self):
        """Names and values, which are bytes."""
        found, at = [], 0
        while at < len(self._headed):
            named, valued = struct.unpack_from("<HI", self._headed, at)
            name = self._headed[at + 6:at + 6 + named].decode()
            at += 6 + named + valued
            found.append((name, self._headed[at - valued:at]))
        return found

    def header(self, name):
        """The value of the first header of this name; None if there is none."""
        return next((value for found, value in self.headers if found == name), None)

    def json(self):
        """The value, parsed."""
        return json.loads(self.value)

    def text(self):
        """The value as text."""
        return self.value.decode()


def _bytes(value):
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    return (value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))).encode()


def _headed(headers):
    pairs = [(name.encode(), _bytes(value)) for name, value in headers]
    return b"".join(struct.pack("<HI", len(name), len(value)) + name + value for name, value in pairs)


class Output:
    """Where records go. Ports are numbered in the order of sandbar.toml's `outputs`; the first is 0."""

    def __init__(self):
        self._sent, self._now, self._record = [], [], None

    def forward(self, port=0):
        """The record in hand leaves, unchanged."""
        self._now.append(("forward", port, self._record.row, None))

    def rekey(self, key, port=0):
        """The record in hand leaves under another key."""
        self._now.append(("rekey", port, self._record.row, _bytes(key)))

    def emit(self, value, key=None, timestamp=None, port=0, headers=None):
        """A new record leaves. Key, timestamp and headers (pairs of name and value) are those of the record in hand if you
        leave them out."""
        key = self._record.key if key is None else _bytes(key)
        timestamp = self._record.timestamp if timestamp is None else timestamp
        headed = self._record._headed if headers is None else _headed(headers)
        self._now.append(("emit", port, (timestamp, key, headed), _bytes(value)))

    def _flush(self):
        at, sent = 0, self._sent
        while at < len(sent):
            way, port = sent[at][:2]
            start = at
            while at < len(sent) and sent[at][:2] == (way, port):
                at += 1
            firsts = [item[2] for item in sent[start:at]]
            seconds = [item[3] for item in sent[start:at]]
            if way == "forward":
                output.forward(port, firsts)
            elif way == "rekey":
                output.rekey(port, firsts, _ends(seconds), b"".join(seconds))
            else:
                times, keys, headers = zip(*firsts)
                headed = b"".join(headers)
                output.emit(port, Batch(list(times), _ends(keys), b"".join(keys), _ends(seconds), b"".join(seconds),
                                        _ends(headers) if headed else [], headed))
        self._sent = []


def _ends(parts):
    ends, end = [], 0
    for part in parts:
        end += len(part)
        ends.append(end)
    return ends


def info(message):
    """Writes a line to the log. `debug`, `warn` and `error` do so too."""
    log.write(log.Level.INFO, str(message))


def debug(message):
    log.write(log.Level.DEBUG, str(message))


def warn(message):
    log.write(log.Level.WARN, str(message))


def error(message):
    log.write(log.Level.ERROR, str(message))


def event_time():
    """The watermark: no record with a smaller timestamp is expected any more."""
    return context.event_time()


def random():
    """64 random bits, decided by the pipeline's seed."""
    return context.random()


def _parts(ends, data, count):
    if not ends:
        return [b""] * count
    parts, start = [], 0
    for end in ends:
        parts.append(data[start:end])
        start = end
    return parts


def _failed(row=None):
    """The exception in hand as the failure of the call. Lines of source cannot be shown: there are no files."""
    kind, error, at = sys.exc_info()
    places = []
    while at is not None:
        code = at.tb_frame.f_code
        places.append(f"{code.co_filename.rsplit('/', 1)[-1]}:{at.tb_lineno} in {code.co_name}")
        at = at.tb_next
    return Err(Failure(f"{kind.__name__}: {error}, at {' < '.join(reversed(places))}", row))


class WitWorld:
    """The exports. Each call has a fresh one."""

    def start_up(self):
        global _parameters
        try:
            _parameters = json.loads(context.parameters())
            if hasattr(plugin, "open"):
                plugin.open(_parameters)
        except Exception:
            raise _failed()

    def process(self, port, batch):
        count, out, rejected, process = len(batch.timestamps), Output(), {}, plugin.process
        keys = _parts(batch.key_ends, batch.keys, count)
        values = _parts(batch.value_ends, batch.values, count)
        headers = _parts(batch.header_ends, batch.headers, count)
        for row in range(count):
            out._record = record = Record(row, port, keys[row], values[row], batch.timestamps[row], headers[row])
            try:
                process(record, out, _parameters)
                out._sent += out._now
            except (Reject, KeyError, ValueError) as reason:
                text = f"missing {reason}" if isinstance(reason, KeyError) else str(reason)
                rejected.setdefault(text, []).append(row)
            except Exception:
                raise _failed(row)
            out._now = []
        out._flush()
        for reason, rows in rejected.items():
            output.reject(rows, reason.encode())

    def on_watermark(self, time):
        out = Output()
        out._record = Record(None, None, b"", b"", time, b"")
        try:
            plugin.on_watermark(time, out, _parameters)
        except Exception:
            raise _failed()
        out._sent = out._now
        out._flush()

    def shut_down(self):
        pass


import plugin  # noqa: E402  The plugin imports this module, so it comes last.
