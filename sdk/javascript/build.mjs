// Makes a component of an operator in JavaScript: `node build.mjs ENTRY WIT COMPONENT`, in the folder that
// ensure-language.sh filled. One file of the sources and what they import, then an engine with it as its program.
// Clocks, randomness, standard streams and network are left out of the engine, so that nothing of WASI is imported.

import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { componentize } from "@bytecodealliance/componentize-js";

const [entry, wit, component] = process.argv.slice(-3);
const bundle = `${component}.js`;
const options = {
  // Messages name files as their author does.
  absWorkingDir: dirname(dirname(entry)),
  bundle: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
  external: ["sandbar:*"],
  // A plugin need not have `open`.
  logOverride: { "import-is-undefined": "silent" },
};
let exports;
try {
  await build({ ...options, entryPoints: [entry], outfile: bundle });
  const plugin = { entryPoints: [join(dirname(entry), "plugin.js")], outfile: bundle, write: false, metafile: true };
  const { metafile } = await build({ ...options, logLevel: "silent", ...plugin });
  exports = Object.values(metafile.outputs)[0].exports;
} catch {
  process.exit(1); // esbuild has said why
}
const { component: made } = await componentize(await readFile(bundle, "utf8"), {
  witPath: wit,
  worldName: exports.includes("onWatermark") ? "timed-operator" : "operator",
  disableFeatures: ["random", "stdio", "clocks", "http", "fetch-event"],
}).catch((error) => {
  console.error(String(error?.message ?? error));
  process.exit(1);
});
await writeFile(component, made);
