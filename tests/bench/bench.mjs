// `make bench`: how long things take on this machine, as the median of three runs. The inputs are made up and the same each time.
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { kanon, writeTree } from "../support/kanon.mjs";
import { bigCatalog } from "./catalog.mjs";

const RUNS = 3;
const FORMATS = ["csv", "xlsx", "oscal-xml", "oscal-json", "reqif"];

/** The median time of a command in milliseconds; undefined, and why on standard error, where it fails. */
async function timed(args) {
  const times = [];
  for (let run = 0; run < RUNS; ++run) {
    const result = await kanon(args, { seconds: 600 });
    if (result.status !== 0) {
      console.error(`kanon ${args.join(" ")}: ${result.stderr.split("\n")[0]}`);
      return undefined;
    }
    times.push(result.milliseconds);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

const milliseconds = (time) => (time === undefined ? "–" : `${Math.round(time)} ms`);
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

function print(title, rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join("   ");
  console.log(`\n${title}\n${[line(rows[0]), widths.map((width) => "-".repeat(width)).join("   "), ...rows.slice(1).map(line)].join("\n")}`);
}

/** A catalog of 1,200 requirements: checked, built, and through each format. */
async function catalogs(folder) {
  const text = bigCatalog("nist");
  const configuration = "site: {title: Bench}\nlimits: {source_bytes: 33554432, import_bytes: 67108864}\n";
  const filled = path.join(folder, "filled");
  const empty = path.join(folder, "empty");
  await writeTree(filled, { "kanon.yaml": configuration, "content/catalogs/nist.yaml": text });
  await writeTree(empty, { "kanon.yaml": configuration });
  const size = megabytes(Buffer.byteLength(text));
  print(`A catalog of 1,200 requirements (${size})`, [
    ["", "time"],
    ["check", milliseconds(await timed(["check", "--project", filled]))],
    ["build --no-pdf --drafts", milliseconds(await timed(["build", "--no-pdf", "--drafts", "--quiet", "--project", filled]))],
  ]);
  const rows = [["format", "size", "export", "import"]];
  for (const format of FORMATS) {
    const file = path.join(folder, `nist.${format}`);
    const written = await timed(["export", "nist", "--format", format, "--out", file, "--quiet", "--project", filled]);
    if (written === undefined) {
      rows.push([format, "–", "–", "–"]);
      continue;
    }
    const read = await timed(["import", file, "--format", format, "--as", "nist", "--replace", "--quiet", "--project", empty]);
    rows.push([format, megabytes((await stat(file)).size), milliseconds(written), milliseconds(read)]);
  }
  print("The same catalog through each format", rows);
}

const folder = await mkdtemp(path.join(tmpdir(), "kanon-bench-"));
try {
  await catalogs(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
