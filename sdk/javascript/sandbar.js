// What an operator in JavaScript is made with. It calls `process(record, out, parameters)` of plugin.js for each record;
// where they are there, `open(parameters)` once before, and `onWatermark(time, out, parameters)` for each watermark. It
// speaks the guest interface of schema/wit/operator.wit, 0.1.0.
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

/**
 * A record of the batch in hand. Key and value are bytes, the timestamp a BigInt: milliseconds since the Unix epoch, the
 * port the number of the input that it came by, the first is 0.
 */
class Record {
  constructor(row, port, key, value, timestamp, headed) {
    Object.assign(this, { row, port, key, value, timestamp, headed });
  }
  /** Pairs of a name and a value, which is bytes. */
  get headers() {
    const { headed } = this;
    const view = new DataView(headed.buffer, headed.byteOffset, headed.byteLength);
    const found = [];
    for (let at = 0; at < headed.length; ) {
      const named = at + 6 + view.getUint16(at, true);
      const valued = named + view.getUint32(at + 2, true);
      found.push([decoder.decode(headed.subarray(at + 6, named)), headed.subarray(named, valued)]);
      at = valued;
    }
    return found;
  }
  /** The value of the first header of this name, as bytes; undefined if there is none. */
  header(name) {
    return this.headers.find(([found]) => found === name)?.[1];
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

// What the host gives is no instance of this side's Uint8Array.
const bytes = (value) =>
  ArrayBuffer.isView(value) ? value : encoder.encode(typeof value === "string" ? value : JSON.stringify(value));

/** Pairs of a name and a value, a text or bytes, as the guest interface writes them. */
function headedBy(headers) {
  const pairs = headers.map(([name, value]) => [encoder.encode(name), bytes(value)]);
  const all = new Uint8Array(pairs.reduce((size, [name, value]) => size + 6 + name.length + value.length, 0));
  const view = new DataView(all.buffer);
  let at = 0;
  for (const [name, value] of pairs) {
    view.setUint16(at, name.length, true);
    view.setUint32(at + 2, value.length, true);
    all.set(name, at + 6);
    all.set(value, at + 6 + name.length);
    at += 6 + name.length + value.length;
  }
  return all;
}

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
  /** A new record leaves. Key, timestamp and headers are those of the record in hand if you leave them out. */
  emit(value, { key = this.record.key, timestamp = this.record.timestamp, port = 0, headers } = {}) {
    const headed = headers === undefined ? this.record.headed : headedBy(headers);
    this.now.push({ way: "emit", port, key: bytes(key), value: bytes(value), timestamp: BigInt(timestamp), headed });
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
        const [ends, headers] = column(items.map((item) => item.headed));
        const headerEnds = headers.length === 0 ? new Uint32Array() : ends;
        emit(port, { timestamps, keyEnds, keys, valueEnds, values, headerEnds, headers });
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
    const value = part(batch.valueEnds, batch.values, row);
    const headed = part(batch.headerEnds, batch.headers, row);
    out.record = new Record(row, port, key, value, batch.timestamps[row], headed);
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

export function onWatermark(time) {
  const out = new Output();
  out.record = new Record(undefined, undefined, nobody, nobody, time, nobody);
  try {
    plugin.onWatermark(time, out, parameters);
  } catch (error) {
    throw failed(error);
  }
  out.sent = out.now;
  out.flush();
}

export function close() {}
