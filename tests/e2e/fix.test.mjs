// `kanon check --fix`: what it corrects, says and writes, and what it keeps its hands off.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { documentSource, kanon, project, run, treeHash } from "../support/kanon.mjs";

const approvals = '[{body: udvalg, date: 2025-11-02, version: "1.0"}, {body: direktion, date: 2025-11-02, version: "1.0"}]';
const history = '[{version: "1.0", date: 2025-11-02, by: Enhed, change: Ny, kind: new}]';
const right = documentSource("politik-a", { front: { approvals, history, review_every: "P2Y" } });
const wrong = right
  .replace("type: politik", "type: Politik")
  .replace("review_every: P2Y", "review_every: 2 år")
  .replace("date: 2025-11-02, by", "date: 02.11.2025, by");

const name = "content/documents/politik-a.md";
const at = (folder) => path.join(folder, name);

test("what has one right answer is corrected, told and checked again", async (t) => {
  const folder = await project(t, { [name]: wrong });
  assert.equal((await kanon(["check", "--project", folder])).status, 1);
  const { status, stdout, stderr } = await kanon(["check", "--fix", "--project", folder]);
  assert.equal(status, 0, stdout);
  assert.equal(await readFile(at(folder), "utf8"), right);
  assert.match(stdout, /Ingen fejl eller advarsler/);
  for (const said of ["ret «Politik» til «politik» [unknown-reference]", "ret «2 år» til «P2Y» [invalid-value]", "Rettelser i 1 fil: 3."])
    assert.ok(stderr.includes(said), stderr);
  const again = await kanon(["check", "--fix", "--project", folder, "--lang", "en"]);
  assert.equal(again.status, 0);
  assert.match(again.stderr, /nothing that can be corrected/);
});

test("--dry-run shows a diff that patch takes, and writes nothing", async (t) => {
  const folder = await project(t, { [name]: wrong });
  const before = await treeHash(folder);
  const { status, stdout } = await kanon(["check", "--fix", "--dry-run", "--project", folder]);
  assert.equal(status, 0, "what would be left is fine");
  assert.equal(await treeHash(folder), before);
  assert.match(stdout, /^--- a\/content\/documents\/politik-a\.md\n\+\+\+ b\//);
  const { status: patched } = await run("git", ["apply", "-"], { cwd: folder, input: stdout });
  assert.equal(patched, 0);
  assert.equal(await readFile(at(folder), "utf8"), right);
  assert.equal((await kanon(["check", "--dry-run", "--project", folder])).status, 2);
});

test("PATH limits what is touched", async (t) => {
  const other = "content/documents/politik-b.md";
  const folder = await project(t, { [name]: wrong, [other]: wrong.replaceAll("politik-a", "politik-b") });
  await kanon(["check", "--fix", "--project", folder, path.join(folder, other)]);
  assert.equal(await readFile(at(folder), "utf8"), wrong);
  assert.equal(await readFile(path.join(folder, other), "utf8"), right.replaceAll("politik-a", "politik-b"));
});

test("CRLF, BOM and every other byte stay", async (t) => {
  const windows = (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
  const folder = await project(t, { [name]: windows(wrong) });
  await kanon(["check", "--fix", "--project", folder]);
  assert.equal(await readFile(at(folder), "utf8"), windows(right));
});

test("a released version is let be, and it is said", async (t) => {
  const child = documentSource("emne", { front: { type: "emnepolitik", parent: "politik-a", history, approvals: '[{body: udvalg, date: 2025-11-02, version: "1.0"}]' }, body: "Se [a](ref:politik-a#formaal).\n" });
  const folder = await project(t, { [name]: right, "content/documents/emne.md": child });
  const released = await kanon(["release", "--all", "--project", folder]);
  assert.equal(released.status, 0, released.stdout + released.stderr);
  const archive = await treeHash(path.join(folder, "content", "archive"));
  // the section that the released document links to gets another name
  await writeFile(at(folder), right.replace("## Formål", "## Formåle"));
  const { stderr } = await kanon(["check", "--fix", "--project", folder]);
  assert.match(stderr, /emne\.md: ikke rettet, for filen er en udgivet version/);
  assert.equal(await readFile(path.join(folder, "content/documents/emne.md"), "utf8"), child);
  assert.equal(await treeHash(path.join(folder, "content", "archive")), archive);
});

test("kanon.yaml is corrected too, and then the rest", async (t) => {
  const folder = await project(t, { "kanon.yaml": "sites: {title: Prøve}\n", [name]: wrong });
  assert.equal((await kanon(["check", "--project", folder])).status, 2);
  const { status, stdout, stderr } = await kanon(["check", "--fix", "--project", folder]);
  assert.equal(status, 0, stdout + stderr);
  assert.equal(await readFile(path.join(folder, "kanon.yaml"), "utf8"), "site: {title: Prøve}\n");
  assert.equal(await readFile(at(folder), "utf8"), right);
});

test("the report of what is left is in the asked format, alone on standard output", async (t) => {
  const folder = await project(t, { [name]: wrong.replace("title: Politik", "titel2: Politik") });
  const { status, stdout } = await kanon(["check", "--fix", "--format", "json", "--project", folder]);
  assert.equal(status, 1);
  assert.deepEqual(JSON.parse(stdout).diagnostics.map((one) => one.rule).sort(), ["missing-key", "unknown-key"]);
});

test("SARIF carries the corrections", async (t) => {
  const folder = await project(t, { [name]: wrong });
  const { stdout } = await kanon(["check", "--format", "sarif", "--project", folder]);
  const fixes = JSON.parse(stdout).runs[0].results.flatMap((result) => result.fixes ?? []);
  assert.equal(fixes.length, 3);
  assert.ok(fixes.some((fix) => fix.artifactChanges[0].replacements[0].insertedContent.text === "P2Y"));
});

test("corrections never harm: a file of random damage is never worse off", async (t) => {
  let state = 20_251_119;
  const next = (below) => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) % below;
  const damaged = {};
  for (let i = 0; i < 40; ++i) {
    const characters = [...right.replaceAll("politik-a", `politik-${i}`)];
    for (let k = 0; k < 3; ++k) {
      const place = next(characters.length);
      if (next(2) === 0) characters.splice(place, 1);
      else [characters[place], characters[place - 1]] = [characters[place - 1] ?? "", characters[place]];
    }
    damaged[`content/documents/politik-${i}.md`] = characters.join("");
  }
  const made = await project(t, damaged);
  const errors = async (where) => JSON.parse((await kanon(["check", "--format", "json", "--project", where])).stdout).summary.errors;
  const before = await errors(made);
  const { status } = await kanon(["check", "--fix", "--quiet", "--project", made]);
  assert.ok(status === 0 || status === 1);
  assert.ok((await errors(made)) <= before);
  const twice = await treeHash(made);
  await kanon(["check", "--fix", "--quiet", "--project", made]);
  assert.equal(await treeHash(made), twice, "a second run has nothing to do");
});
