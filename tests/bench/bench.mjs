// `make bench`: how long things take on this machine. The inputs are made up and the same each time.
//
// Usage: node tests/bench/bench.mjs [SECTION…] [--documents N] [--sizes N,N…] [--runs N] [--json FILE]
// Sections: builds scaling catalogs search pdf; without one `builds catalogs search`. Tables go to standard output as Markdown, all
// figures as JSON to FILE (build/bench.json).
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { source } from "../support/kanon.mjs";
import { builds, scaling } from "./builds.mjs";
import { catalogs } from "./catalogs.mjs";
import { table } from "./table.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: "string", default: "1000" },
    sizes: { type: "string", default: "100,1000,10000,30000" },
    runs: { type: "string", default: "3" },
    json: { type: "string", default: path.join(source, "build", "bench.json") },
  },
});

const whole = (name, text) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name}: “${text}” is no whole number above 0`);
  return number;
};
const documents = whole("documents", values.documents);
const runs = whole("runs", values.runs);
const growing = values.sizes.split(",").map((size) => whole("sizes", size));

async function search(folder) {
  const json = path.join(folder, "search.json");
  const rows = execFileSync("node", [path.join(here, "search.mjs"), String(documents)], { encoding: "utf8", env: { ...process.env, KANON_BENCH_JSON: json } });
  console.log(`\nThe search of ${documents} documents\n\n${rows.trimEnd()}`);
  return rows.trimEnd().split("\n");
}

function pdf() {
  const { pdf: rows } = JSON.parse(execFileSync("node", [path.join(here, "pdf.mjs"), "--json"], { encoding: "utf8" }));
  const cell = (value) => (typeof value === "number" && !Number.isInteger(value) ? value.toFixed(2) : String(value));
  table("A handbook as a PDF", [Object.keys(rows[0]), ...rows.map((row) => Object.values(row).map(cell))]);
  return rows;
}

const sections = {
  builds: (folder) => builds(folder, { documents, runs }),
  scaling: (folder) => scaling(folder, { sizes: growing, runs }),
  catalogs: (folder) => catalogs(folder, { runs }),
  search,
  pdf,
};
const chosen = positionals.length ? positionals : ["builds", "catalogs", "search"];
const unknown = chosen.filter((name) => !(name in sections));
if (unknown.length) throw new Error(`There is no section ${unknown.join(", ")}; there are ${Object.keys(sections).join(", ")}`);

const machine = { processors: os.cpus().length, model: os.cpus()[0].model, date: new Date().toISOString().slice(0, 10) };
console.log(`${machine.date}, ${machine.processors} processors (${machine.model}), medians of ${runs}`);
const figures = { machine };
const folder = await mkdtemp(path.join(os.tmpdir(), "kanon-bench-"));
try {
  for (const name of chosen) figures[name] = await sections[name](folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
await writeFile(values.json, `${JSON.stringify(figures, null, 1)}\n`);
