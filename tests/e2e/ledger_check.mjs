// Checks an archive by the manual's page on the ledger (docs/protokollen.md) and nothing else: none of Kanon's code.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "yaml";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const visible = (name) => !name.startsWith(".");
const sorted = (value) => (Array.isArray(value) ? value.map(sorted) : value && typeof value === "object" ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value);
const files = (folder) => readdirSync(folder, { withFileTypes: true }).filter((entry) => visible(entry.name)).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
const filesHash = (folder) => sha256(files(folder).map((file) => [Buffer.from(relative(folder, file)), sha256(readFileSync(file))]).sort(([a], [b]) => Buffer.compare(a, b)).map(([name, hash]) => `${hash}  ${name}\n`).join(""));

/** What is wrong with one item's folder of the archive, a line each. */
export function wrongIn(folder) {
  const entries = parse(readFileSync(join(folder, "ledger.yaml"), "utf8"), { schema: "failsafe" });
  const wrong = entries.flatMap(({ entry, ...fields }, i) => [
    ...(fields.previous === (entries[i - 1]?.entry ?? "0".repeat(64)) ? [] : [`${fields.version}: previous`]),
    ...(entry === sha256(JSON.stringify(sorted(fields))) ? [] : [`${fields.version}: entry`]),
    ...(fields.sha256 === filesHash(join(folder, fields.version)) ? [] : [`${fields.version}: sha256`]),
  ]);
  const folders = readdirSync(folder).filter((name) => visible(name) && name !== "ledger.yaml").sort();
  return folders.join() === entries.map(({ version }) => version).sort().join() ? wrong : [...wrong, "folders"];
}
