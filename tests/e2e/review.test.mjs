// A change seen by whoever has to say yes to it: two revisions of a real git repository, with branches, merges, renames and
// clones that lack half of it.
import assert from "node:assert/strict";
import { appendFile, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import { committed, git } from "../support/git.mjs";
import { documentSource, kanon, project, run, source, temporaryFolder, treeHash } from "../support/kanon.mjs";

const configuration = `site: {title: "Prøve", base_url: "https://proeve.example/"}
document_types:
  - {id: politik, label: Politik, parents: [], approvals: [udvalg]}
  - {id: emnepolitik, label: Emnepolitik, parents: [politik]}
`;
const approved = (version) => ({ approvals: `\n  - {body: udvalg, date: 2025-01-05, version: "${version}"}` });
const child = (id, more = {}) => documentSource(id, { front: { type: "emnepolitik", parent: "top", title: `Om ${id}`, ...more } });

const start = {
  "kanon.yaml": configuration,
  "content/documents/top.md": documentSource("top", { front: approved("1.0"), body: "## Ansvar\n\nDirektionen har ansvaret.\n" }),
  "content/documents/a.md": child("a"),
  "content/documents/b.md": documentSource("b", { front: { type: "emnepolitik", parent: "top" }, body: "Se [ansvaret](ref:top#ansvar).\n" }),
};

async function repository(t) {
  const folder = await project(t, start);
  await git(folder, "init", "-q", "-b", "main");
  await committed(folder, "Before releases");
  const released = await kanon(["release", "--all", "--project", folder, "--date", "2025-01-10"]);
  assert.equal(released.status, 0, released.stderr);
  await committed(folder, "First releases");
  return folder;
}

const review = (folder, ...args) => kanon(["review", ...args, "--project", folder, "--date", "2025-02-01"]);

const schema = async (name) => JSON.parse(await readFile(path.join(source, "tests", "support", `${name}.schema.json`), "utf8"));
const ajv = addFormats(new Ajv2020({ allErrors: true, allowUnionTypes: true }));
ajv.addSchema(await schema("redline"), "redline");
const fits = ajv.compile(await schema("review"));

/** The report as data, which fits its schema. */
async function reviewed(folder, ...args) {
  const result = await review(folder, ...args, "--format", "json", "--lang", "en");
  assert.ok(result.status === 0 || result.status === 1, result.stderr);
  const report = JSON.parse(result.stdout);
  assert.ok(fits(report), JSON.stringify(fits.errors, null, 1));
  return { status: result.status, ...report };
}

const edit = async (folder, file, change) => {
  const at = path.join(folder, file);
  await writeFile(at, change(await readFile(at, "utf8")));
};

async function nextVersion(folder, id, text) {
  const bumped = await kanon(["bump", id, "--kind", "updated", "--by", "Enhed", "--change", text, "--project", folder, "--date", "2025-01-20"]);
  assert.equal(bumped.status, 0, bumped.stderr);
  await appendFile(path.join(folder, `content/documents/${id}.md`), `\n${text}\n`);
}

const ids = (report) => report.items.map((item) => `${item.fate} ${item.id}`);
const kinds = (report) => report.warnings.map((warning) => `${warning.kind} ${warning.id}`);

test("nothing changed is nothing to say, and fine", async (t) => {
  const folder = await repository(t);
  const report = await reviewed(folder, "HEAD");
  assert.deepEqual([report.status, ids(report), kinds(report), report.files], [0, [], [], []]);
  assert.match((await review(folder, "HEAD")).stdout, /Intet er ændret/);
});

test("a new version says its step, its entry, its approvals and what it makes suspect", async (t) => {
  const folder = await repository(t);
  await git(folder, "checkout", "-q", "-b", "change");
  await nextVersion(folder, "top", "Nyt om ansvar");
  await committed(folder, "Next version");
  const before = await treeHash(folder);
  const report = await reviewed(folder, "main", "change");
  assert.equal(await treeHash(folder), before, "a review changes nothing");
  const [top] = report.items;
  assert.deepEqual(top.redline.summary.passages, { changed: 0, inserted: 1, deleted: 0, moved: 0 });
  assert.match((await review(folder, "main", "change")).stdout, /Indsat\n\s+\{?\+?Nyt om ansvar/);
  assert.deepEqual(ids(report), ["changed top"]);
  assert.deepEqual(top.version, { before: "1.0", after: "1.1" });
  assert.deepEqual(top.entry, { kind: "updated", date: "2025-01-20", by: "Enhed", change: "Nyt om ansvar" });
  assert.deepEqual(top.lacks_approval_of, ["Informationssikkerhedsudvalget"]);
  assert.deepEqual(kinds(report), ["suspect-child a", "suspect-child b", "missing-approval top"]);
  assert.equal(report.status, 0, "an approval that is still missing is no error: it may come");
  const announcement = await review(folder, "main", "change", "--format", "announcement");
  assert.match(announcement.stdout, /\*\*top\*\*|\*\*Top\*\*|version 1\.1/i);
  assert.match(announcement.stdout, /Nyt om ansvar/);
});

test("a text that changed without an entry breaks a rule, and only that is told with --only-new", async (t) => {
  const folder = await repository(t);
  await edit(folder, "content/documents/a.md", (text) => `${text}\nEn ny sætning.\n`);
  await committed(folder, "Already wrong");
  await edit(folder, "content/documents/b.md", (text) => `${text}\nOgså her.\n`);
  const all = await reviewed(folder, "HEAD");
  const fresh = await reviewed(folder, "HEAD", "--only-new");
  assert.equal(all.status, 1);
  assert.equal(fresh.status, 1);
  const found = (report) => report.findings.map((one) => `${one.rule} ${one.path}`);
  assert.deepEqual(found(all), ["unrecorded-change content/documents/a.md", "unrecorded-change content/documents/b.md"]);
  assert.deepEqual(found(fresh), ["unrecorded-change content/documents/b.md"]);
  assert.deepEqual(kinds(fresh), ["unrecorded-text b"]);
  await git(folder, "checkout", "-q", "--", ".");
  assert.equal((await reviewed(folder, "HEAD")).status, 1, "the error of before is still there");
  assert.equal((await reviewed(folder, "HEAD", "--only-new")).status, 0, "but this change didn't bring it");
});

test("a section that others link to, and the link to it, are missed", async (t) => {
  const folder = await repository(t);
  await edit(folder, "content/documents/top.md", (text) => text.replace("## Ansvar", "## Roller"));
  const report = await reviewed(folder, "HEAD");
  assert.equal(report.status, 1);
  assert.deepEqual(kinds(report), ["unrecorded-text top", "lost-target top"]);
  assert.match(report.warnings[1].message, /content\/documents\/b\.md/);
});

test("a file that moved is told as moved, and its findings are not new", async (t) => {
  const folder = await repository(t);
  await edit(folder, "content/documents/a.md", (text) => `${text}\n![](billede.png)\n`);
  await committed(folder, "A missing picture");
  await mkdir(path.join(folder, "content/documents/mappe"));
  await git(folder, "mv", "content/documents/a.md", "content/documents/mappe/a.md");
  const report = await reviewed(folder, "HEAD", "--only-new");
  assert.equal(report.items[0].old_path, "content/documents/a.md");
  assert.equal(report.items[0].path, "content/documents/mappe/a.md");
  assert.equal(report.items[0].text_changed, false);
});

test("what was released and is not as it was is an error, also where the ledger fits itself", async (t) => {
  const folder = await repository(t);
  await rm(path.join(folder, "content/archive/a"), { recursive: true });
  const again = await kanon(["release", "a", "--project", folder, "--date", "2025-01-25"]);
  assert.equal(again.status, 0, again.stderr);
  const checked = await kanon(["check", "--project", folder, "--date", "2025-02-01"]);
  assert.equal(checked.status, 0, "without the revision before nothing is wrong");
  const report = await reviewed(folder, "HEAD", "--only-new");
  assert.equal(report.status, 1);
  assert.deepEqual(report.findings.map((one) => `${one.rule} ${one.path}`), ["broken-ledger content/archive/a/ledger.yaml"]);
  assert.equal(report.warnings[0].kind, "rewritten-release");
  await rm(path.join(folder, "content/archive/b"), { recursive: true });
  assert.deepEqual(kinds(await reviewed(folder, "HEAD")), ["rewritten-release a", "rewritten-release b"]);
});

test("branches that went on: the merge base, and a merge", async (t) => {
  const folder = await repository(t);
  await git(folder, "checkout", "-q", "-b", "side");
  await nextVersion(folder, "a", "Til a");
  await committed(folder, "A");
  await git(folder, "checkout", "-q", "main");
  await nextVersion(folder, "b", "Til b");
  await committed(folder, "B");
  assert.deepEqual(ids(await reviewed(folder, "main", "side")), ["changed a", "changed b"]);
  assert.deepEqual(ids(await reviewed(folder, "main", "side", "--merge-base")), ["changed a"]);
  await git(folder, "merge", "-q", "--no-edit", "side");
  assert.deepEqual(ids(await reviewed(folder, "HEAD^1", "HEAD")), ["changed a"]);
  assert.deepEqual(ids(await reviewed(folder, "HEAD^2", "HEAD")), ["changed b"]);
});

test("a project that begins with the change, and one in a folder of a larger repository", async (t) => {
  const outer = await temporaryFolder(t);
  await git(outer, "init", "-q", "-b", "main");
  await writeFile(path.join(outer, "README"), "x\n");
  await committed(outer, "Nothing yet");
  const inner = path.join(outer, "politikker");
  const made = await kanon(["init", inner]);
  assert.equal(made.status, 0, made.stderr);
  const report = await reviewed(inner, "HEAD");
  assert.ok(report.items.length >= 3);
  assert.ok(report.items.every((item) => item.fate === "added"));
  await committed(outer, "A project");
  assert.deepEqual(ids(await reviewed(inner, "HEAD")), []);
  await rename(path.join(inner, "kanon.yaml"), path.join(inner, "kanon.yml"));
  assert.equal((await review(inner, "HEAD")).status, 2);
});

test("clones that lack something, and repositories that are not ours, say what to do", async (t) => {
  const folder = await repository(t);
  const outside = await temporaryFolder(t);
  const shallow = path.join(outside, "shallow");
  await git(outside, "clone", "-q", "--depth", "1", `file://${folder}`, shallow);
  const missing = await review(shallow, "HEAD~1");
  assert.equal(missing.status, 2);
  assert.match(missing.stderr, /fetch-depth: 0/);
  assert.equal((await review(shallow, "HEAD")).status, 0, "what is there can be reviewed");

  const unknown = await review(folder, "origin/main");
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /origin\/main/);

  const alone = await project(t, start);
  const none = await review(alone, "HEAD");
  assert.equal(none.status, 3);
  assert.match(none.stderr, /git/);

  if (process.getuid() === 0) {
    await chown(folder, 12345, 12345);
    await run("chown", ["-R", "12345", path.join(folder, ".git")]);
    const foreign = await review(folder, "HEAD");
    assert.equal(foreign.status, 3);
    assert.match(foreign.stderr, /safe\.directory/);
  }
});

test("a comment for a forge is short enough, and nobody is called in by it", async (t) => {
  const folder = await repository(t);
  for (let i = 0; i < 700; ++i) {
    await writeFile(path.join(folder, `content/documents/ny-${i}.md`), child(`ny-${i}`, { title: `"@alle <script>alert(1)</script> | ${"lang titel ".repeat(8)}${i}"` }));
  }
  const result = await review(folder, "HEAD", "--format", "markdown");
  assert.ok([...result.stdout].length <= 60_000, `${[...result.stdout].length} characters`);
  assert.match(result.stdout, /er udeladt/);
  assert.doesNotMatch(result.stdout, /<script|@alle/);
});
