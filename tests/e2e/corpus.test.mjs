// What the bench measures with is a real project: without errors, the same each time, and Hugo is given the same texts.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { changed, released, sizes, writeHugoSite, writeProject } from "../bench/corpus.mjs";
import { filesBelow, kanon, temporaryFolder, treeHash } from "../support/kanon.mjs";

const documents = 60;
const date = "2026-01-01";

test("a made-up project has no errors, and can be released and changed", async (t) => {
  const folder = await temporaryFolder(t);
  await writeProject(folder, documents);
  const found = JSON.parse((await kanon(["check", "--format", "json", "--date", date, "--project", folder])).stdout);
  assert.equal(found.summary.errors, 0);
  const { members, catalogs } = sizes(documents);
  const names = (await filesBelow(path.join(folder, "content"))).map((name) => name.split("/")[0]);
  const count = (kind) => names.filter((name) => name === kind).length;
  assert.deepEqual([count("documents"), count("members"), count("catalogs")], [documents, members, catalogs]);

  const done = await kanon(["release", ...released(documents), "--date", date, "--project", folder]);
  assert.equal(done.status, 0, done.stderr);
  const one = changed(7, documents, "Endnu en sætning.");
  const before = await readFile(path.join(folder, one.path), "utf8");
  assert.equal(one.kanonSource, `${before}\nEndnu en sætning.\n`);
});

test("the same size gives the same bytes, of 6 to 9 KB a document", async (t) => {
  const [one, two] = [await temporaryFolder(t), await temporaryFolder(t)];
  await writeProject(one, documents);
  await writeProject(two, documents);
  assert.equal(await treeHash(one), await treeHash(two));
  const lengths = [];
  for (const name of await filesBelow(path.join(one, "content", "documents"))) {
    lengths.push((await readFile(path.join(one, "content", "documents", name))).length);
  }
  assert.ok(Math.min(...lengths) > 6000 && Math.max(...lengths) < 9000, `${Math.min(...lengths)}–${Math.max(...lengths)}`);
});

test("Hugo gets the same texts", async (t) => {
  const [ours, theirs] = [await temporaryFolder(t), await temporaryFolder(t)];
  await writeProject(ours, documents);
  await writeHugoSite(theirs, documents);
  const body = async (file) => (await readFile(file, "utf8")).replace(/^---\n[^]*?\n---\n/, "").replace(/\]\(.*?\)/g, "]()");
  const names = await filesBelow(path.join(ours, "content", "documents"));
  for (const name of names) {
    const [text, other] = [path.join(ours, "content", "documents", name), path.join(theirs, "content", "dokumenter", name)];
    assert.equal(await body(text), await body(other), name);
  }
});
