// The module that operators in JavaScript are made with, run natively: `node component.mjs sdk/javascript/sandbar.js`. What a
// component imports is put in its place, and what leaves is looked at.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const module = (text) => `data:text/javascript,${encodeURIComponent(text)}`;
const sent = (globalThis.sent = []);
const plugin = (globalThis.plugin = {});
const stubs = {
  "sandbar:operator/output@0.1.0": ["emit", "forward", "rekey", "reject"]
    .map((name) => `export const ${name} = (...given) => globalThis.sent.push(["${name}", ...given]);`)
    .join("\n"),
  "sandbar:operator/context@0.1.0": `export const parameters = () => '{"least":2}';`,
  "sandbar:operator/log@0.1.0": "export const write = () => {};",
  "./plugin.js": `export const process = (...given) => globalThis.plugin.process(...given);
    export const onWatermark = (...given) => globalThis.plugin.onWatermark(...given);`,
};
let text = readFileSync(process.argv[2], "utf8");
for (const [name, stub] of Object.entries(stubs)) text = text.replace(`"${name}"`, JSON.stringify(module(stub)));
const sandbar = await import(module(text));
sandbar.open();

plugin.process = (record, out, parameters) => {
  if (record.timestamp < BigInt(parameters.least)) throw new sandbar.Reject("too early");
  const trace = record.header("trace");
  if (trace === undefined) out.emit(record.value, { headers: [...record.headers, ["by", String(record.port)]] });
  else out.emit({ n: 1 }, { key: trace });
};
const bytes = (text) => new TextEncoder().encode(text);
const headers = bytes("\x01\x00\x01\x00\x00\x00bc\x05\x00\x05\x00\x00\x00trace7äö");
const plain = bytes("\x01\x00\x00\x00\x00\x00x");
sandbar.process(1, {
  timestamps: BigInt64Array.of(1n, 2n, 3n),
  keyEnds: Uint32Array.of(1, 2, 3),
  keys: bytes("abd"),
  valueEnds: Uint32Array.of(1, 2, 3),
  values: bytes("123"),
  headerEnds: Uint32Array.of(0, headers.length, headers.length + plain.length),
  headers: Uint8Array.of(...headers, ...plain),
});
const by = bytes("\x01\x00\x00\x00\x00\x00x\x02\x00\x01\x00\x00\x00by1");
assert.deepEqual(sent, [
  [
    "emit",
    0,
    {
      timestamps: BigInt64Array.of(2n, 3n),
      keyEnds: Uint32Array.of(5, 6),
      keys: bytes("7äöd"),
      valueEnds: Uint32Array.of(7, 8),
      values: bytes('{"n":1}3'),
      headerEnds: Uint32Array.of(headers.length, headers.length + by.length),
      headers: Uint8Array.of(...headers, ...by),
    },
  ],
  ["reject", Uint32Array.of(0), bytes("too early")],
]);

sent.length = 0;
plugin.onWatermark = (time, out) => out.emit("{}", { key: "end", port: 1 });
sandbar.onWatermark(9n);
const [[, port, batch]] = sent;
assert.deepEqual([port, batch.timestamps, batch.keys], [1, BigInt64Array.of(9n), bytes("end")]);
assert.deepEqual(batch.headerEnds, new Uint32Array());
