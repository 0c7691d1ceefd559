// A matrix of runs shares out the PDFs: each makes its own, and a build where all were brought together makes none.
import assert from "node:assert/strict";
import { chmod, cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { documentSource, environment, filesBelow, kanon, project, temporaryFolder, treeHash } from "../support/kanon.mjs";

const ids = ["a", "b", "c", "d", "e"];
const files = Object.fromEntries(ids.map((id) => [`content/documents/${id}.md`, documentSource(id, { front: { title: `Politik ${id}` } })]));

/** An environment whose wkhtmltopdf writes down each print before it prints. */
async function watched(t) {
  const folder = await temporaryFolder(t);
  const log = path.join(folder, "prints");
  const script = `#!/bin/sh\ncase "$*" in *page.html*) echo print >>"${log}";; esac\nexec /usr/bin/wkhtmltopdf "$@"\n`;
  await mkdir(path.join(folder, "bin"));
  await writeFile(path.join(folder, "bin", "wkhtmltopdf"), script);
  await chmod(path.join(folder, "bin", "wkhtmltopdf"), 0o755);
  const prints = async () => (await readFile(log, "utf8").catch(() => "")).split("\n").length - 1;
  return { env: environment({ PATH: path.join(folder, "bin") }), prints };
}

async function succeeds(folder, env, ...args) {
  const result = await kanon(["build", "--drafts", "--lang", "en", ...args, "--project", folder], { env, seconds: 300 });
  assert.equal(result.status, 0, result.stderr);
  return result;
}

test("shares together are the whole, and a build with all of them prints nothing", async (t) => {
  const { env, prints } = await watched(t);
  const whole = await project(t, files);
  await succeeds(whole, env);
  const printsOfAll = await prints();
  assert.ok(printsOfAll >= ids.length);

  const merged = await project(t, files);
  for (const number of [1, 2, 3]) {
    const runner = await project(t, files);
    const result = await succeeds(runner, env, "--shard", `${number}/3`);
    assert.match(result.stderr, new RegExp(`Share ${number} of 3: ${number === 3 ? 1 : 2} PDFs`));
    assert.deepEqual((await readdir(runner)).sort(), [".kanon", "content", "kanon.yaml"], "a share publishes nothing");
    await cp(path.join(runner, ".kanon"), path.join(merged, ".kanon"), { recursive: true });
  }
  assert.equal(await prints(), 2 * printsOfAll, "no PDF was made by two of them");
  await succeeds(merged, env);
  assert.equal(await prints(), 2 * printsOfAll, "all of them were there already");
  const names = await filesBelow(path.join(merged, "site"));
  assert.equal(names.filter((name) => name.endsWith(".pdf")).length, ids.length);
  assert.deepEqual(names, await filesBelow(path.join(whole, "site")));
});

test("a share is two numbers, the first no larger than the second, and there must be PDFs to share out", async (t) => {
  const folder = await project(t, files);
  for (const wrong of ["0/2", "3/2", "2", "1/", "a/b", "1/2x", "-1/2", "1/1001"]) {
    const result = await kanon(["build", `--shard=${wrong}`, "--lang", "en", "--project", folder]);
    assert.equal(result.status, 2, wrong);
    assert.match(result.stderr, /is not a share/, wrong);
  }
  const without = await kanon(["build", "--shard", "1/2", "--no-pdf", "--lang", "en", "--project", folder]);
  assert.equal(without.status, 2);
  assert.match(without.stderr, /don't go together/);
});

test("--timings says where the time went and changes nothing of the site", async (t) => {
  const folder = await project(t, files);
  const plain = await kanon(["build", "--no-pdf", "--drafts", "--project", folder, "--out", path.join(folder, "one")]);
  assert.equal(plain.status, 0, plain.stderr);
  const timed = await kanon(["build", "--no-pdf", "--drafts", "--timings", "--lang", "en", "--project", folder, "--out", path.join(folder, "two")]);
  assert.equal(timed.status, 0, timed.stderr);
  const rows = timed.stderr.split("\n").filter((line) => /^ +\d+\.\d{3} s /.test(line));
  const named = rows.map((row) => row.replace(/^( +\d+\.\d{3} s)+ +/, ""));
  assert.deepEqual(named.slice(0, 7), [
    "Reading and parsing the sources",
    "Tying ids, links and the hierarchy together",
    "Checking the rules",
    "Finding what is in force on the day",
    "Planning the site",
    "Writing pages, search and data",
    "Publishing",
  ]);
  assert.equal(named[7], "Together");
  assert.equal(named.length, 8 + 10, "then the ten slowest");
  assert.ok(named.slice(8).every((name) => name.startsWith("/")), named.slice(8).join(" "));
  assert.equal(await treeHash(path.join(folder, "one")), await treeHash(path.join(folder, "two")));
});
