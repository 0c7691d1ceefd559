// A large catalog: checked, built, and through each format of others.
import { stat } from "node:fs/promises";
import path from "node:path";

import { kanon, writeTree } from "../support/kanon.mjs";
import { bigCatalog } from "./catalog.mjs";
import { median } from "./measuring.mjs";
import { table } from "./table.mjs";

const FORMATS = ["csv", "xlsx", "oscal-xml", "oscal-json", "reqif"];

/** The median time of a command in milliseconds; undefined, and why on standard error, where it fails. */
async function medianOf(runs, args) {
  const times = [];
  for (let run = 0; run < runs; ++run) {
    const result = await kanon(args, { seconds: 600 });
    if (result.status !== 0) {
      console.error(`kanon ${args.join(" ")}: ${result.stderr.split("\n")[0]}`);
      return undefined;
    }
    times.push(result.milliseconds);
  }
  return median(times);
}

const milliseconds = (time) => (time === undefined ? "–" : `${Math.round(time)} ms`);
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** A catalog of 1,200 requirements: checked, built, and through each format. */
export async function catalogs(folder, { runs }) {
  const text = bigCatalog("nist");
  const configuration = "site: {title: Bench}\nlimits: {source_bytes: 33554432, import_bytes: 67108864}\n";
  const filled = path.join(folder, "filled");
  const empty = path.join(folder, "empty");
  await writeTree(filled, { "kanon.yaml": configuration, "content/catalogs/nist.yaml": text });
  await writeTree(empty, { "kanon.yaml": configuration });
  const size = megabytes(Buffer.byteLength(text));
  table(`A catalog of 1,200 requirements (${size})`, [
    ["", "time"],
    ["check", milliseconds(await medianOf(runs, ["check", "--project", filled]))],
    ["build --no-pdf --drafts", milliseconds(await medianOf(runs, ["build", "--no-pdf", "--drafts", "--quiet", "--project", filled]))],
  ]);
  const rows = [["format", "size", "export", "import"]];
  for (const format of FORMATS) {
    const file = path.join(folder, `nist.${format}`);
    const written = await medianOf(runs, ["export", "nist", "--format", format, "--out", file, "--quiet", "--project", filled]);
    if (written === undefined) {
      rows.push([format, "–", "–", "–"]);
      continue;
    }
    const read = await medianOf(runs, ["import", file, "--format", format, "--as", "nist", "--replace", "--quiet", "--project", empty]);
    rows.push([format, megabytes((await stat(file)).size), milliseconds(written), milliseconds(read)]);
  }
  table("The same catalog through each format", rows);
  return rows;
}

