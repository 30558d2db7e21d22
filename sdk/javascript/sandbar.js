// What an operator in JavaScript is made with. It calls `process(record, out, parameters)` of plugin.js for each record,
// and `open(parameters)` once before, where there is one. It speaks the guest interface of schema/wit/operator.wit, 0.1.0.
//
// There is no operating system in the sandbox: no files, network, clock or timers. Random numbers come from `random`.

import { emit, forward, rekey, reject } from "sandbar:operator/output@0.1.0";
import * as wire from "sandbar:operator/context@0.1.0";
import { write } from "sandbar:operator/log@0.1.0";
import * as plugin from "./plugin.js";

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Thrown by `process`: this record fails, the others go on. */
export class Reject extends Error {}

/** Writes a line to the log: `log("info", "...")`; also "trace", "debug", "warn", "error". */
export const log = (level, message) => write(level, String(message));
/** The watermark, a BigInt: no record with a smaller timestamp is expected any more. */
export const eventTime = () => wire.eventTime();
/** 64 random bits, a BigInt, decided by the pipeline's seed. */
export const random = () => wire.random();

/** A record of the batch in hand. Key and value are bytes, the timestamp a BigInt: milliseconds since the Unix epoch. */
class Record {
  constructor(row, key, value, timestamp) {
    Object.assign(this, { row, key, value, timestamp });
  }
  /** The value as text. */
  text() {
    return decoder.decode(this.value);
  }
  /** The value, parsed. */
  json() {
    return JSON.parse(this.text());
  }
}

const bytes = (value) =>
  value instanceof Uint8Array ? value : encoder.encode(typeof value === "string" ? value : JSON.stringify(value));

/** Where records go. Ports are numbered in the order of sandbar.toml's `outputs`; the first is 0. */
class Output {
  sent = [];
  now = [];
  /** The record in hand leaves, unchanged. */
  forward(port = 0) {
    this.now.push({ way: "forward", port, row: this.record.row });
  }
  /** The record in hand leaves under another key. */
  rekey(key, port = 0) {
    this.now.push({ way: "rekey", port, row: this.record.row, key: bytes(key) });
  }
  /** A new record leaves. Key and timestamp are those of the record in hand if you leave them out. */
  emit(value, { key = this.record.key, timestamp = this.record.timestamp, port = 0 } = {}) {
    this.now.push({ way: "emit", port, key: bytes(key), value: bytes(value), timestamp: BigInt(timestamp) });
  }
  flush() {
    for (let at = 0; at < this.sent.length; ) {
      const { way, port } = this.sent[at];
      const start = at;
      while (at < this.sent.length && this.sent[at].way === way && this.sent[at].port === port) at++;
      const items = this.sent.slice(start, at);
      if (way === "emit") {
        const [keyEnds, keys] = column(items.map((item) => item.key));
        const [valueEnds, values] = column(items.map((item) => item.value));
        const timestamps = BigInt64Array.from(items, (item) => item.timestamp);
        const none = new Uint32Array(), nothing = new Uint8Array();
        emit(port, { timestamps, keyEnds, keys, valueEnds, values, headerEnds: none, headers: nothing });
        continue;
      }
      const rows = Uint32Array.from(items, (item) => item.row);
      if (way === "forward") forward(port, rows);
      else rekey(port, rows, ...column(items.map((item) => item.key)));
    }
  }
}

/** Parts as a column: where each ends, and the bytes. */
function column(parts) {
  const ends = new Uint32Array(parts.length);
  let end = 0;
  parts.forEach((part, i) => (ends[i] = end += part.length));
  const all = new Uint8Array(end);
  parts.forEach((part, i) => all.set(part, ends[i] - part.length));
  return [ends, all];
}

const nobody = new Uint8Array();
const part = (ends, all, row) => (ends.length === 0 ? nobody : all.subarray(row === 0 ? 0 : ends[row - 1], ends[row]));

/** What the call fails with: the host takes it back whole. */
const failed = (error, row) => ({ message: `${error}\n${error?.stack ?? ""}`.trim(), row });

let parameters;

export function open() {
  try {
    parameters = JSON.parse(wire.parameters());
    plugin.open?.(parameters);
  } catch (error) {
    throw failed(error);
  }
}

export function process(port, batch) {
  const out = new Output();
  const rejected = new Map();
  for (let row = 0; row < batch.timestamps.length; row++) {
    const key = part(batch.keyEnds, batch.keys, row);
    out.record = new Record(row, key, part(batch.valueEnds, batch.values, row), batch.timestamps[row]);
    out.now = [];
    try {
      plugin.process(out.record, out, parameters);
      out.sent.push(...out.now);
    } catch (error) {
      // A SyntaxError is JSON.parse's: code with one would not have been built.
      if (!(error instanceof Reject || error instanceof SyntaxError)) throw failed(error, row);
      if (!rejected.has(error.message)) rejected.set(error.message, []);
      rejected.get(error.message).push(row);
    }
  }
  out.flush();
  for (const [reason, rows] of rejected) reject(Uint32Array.from(rows), encoder.encode(reason));
}

export function close() {}
