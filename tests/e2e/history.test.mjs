// Versions that can be trusted, in a real git repository: what is released stays, what is altered is found, and people
// who release at the same time never lose anything in silence.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { appendFile, cp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { assertEnded } from "../support/findings.mjs";
import { committed, git } from "../support/git.mjs";
import { documentSource, environment, filesBelow, kanon, killGroup, program, project, run, source, treeHash, writeTree } from "../support/kanon.mjs";
import { wrongIn } from "./ledger_check.mjs";

const types = "document_types:\n  - {id: politik, label: Politik, parents: []}\n  - {id: emnepolitik, label: Emnepolitik, parents: [politik]}\n";
const configuration = `site: {title: "Prøve", base_url: "https://proeve.example/"}\n${types}`;

const child = (id, more = {}) => documentSource(id, { front: { type: "emnepolitik", parent: "top", title: `Om ${id}`, ...more } });

const start = { "kanon.yaml": configuration, "content/documents/top.md": documentSource("top"), "content/documents/a.md": child("a"), "content/documents/b.md": child("b") };

async function fine(folder, args, options) {
  const result = await kanon([...args, "--project", folder], options);
  assertEnded(result, args.join(" "));
  assert.equal(result.status, 0, `${args.join(" ")}\n${result.stdout}${result.stderr}`);
  return result;
}

const on = (day) => ["--date", day];

async function repository(t) {
  const folder = await project(t, start);
  await git(folder, "init", "-q", "-b", "main");
  await fine(folder, ["release", "--all", ...on("2025-01-10")]);
  await committed(folder, "First releases");
  return folder;
}

/** Begins the next version, changes the text and releases it. */
async function nextVersion(folder, id, day, text) {
  await fine(folder, ["bump", id, "--kind", "updated", "--by", "Enhed", "--change", text, ...on(day)]);
  await appendFile(path.join(folder, `content/documents/${id}.md`), `\n${text}\n`);
  return fine(folder, ["release", id, ...on(day)]);
}

test("release, edit, bump, release again: what was published stays byte for byte", async (t) => {
  const folder = await repository(t);
  await fine(folder, ["build", "--no-pdf", ...on("2025-01-11")]);
  const page = (version) => readFile(path.join(folder, "site/dokumenter/a", version, "index.html"), "utf8");
  const article = (html) => /<div class="body">[\s\S]*?<\/div>/.exec(html)[0];
  const first = article(await page("1.0"));
  const frozen = await treeHash(path.join(folder, "content/archive/a/1.0"));

  const file = path.join(folder, "content/documents/a.md");
  const before = await readFile(file, "utf8");
  await writeFile(file, before.replace("Tekst.", "Ændret."));
  const found = await kanon(["check", "--format", "json", "--project", folder, ...on("2025-02-01")]);
  assert.equal(found.status, 1);
  const { diagnostics } = JSON.parse(found.stdout);
  const wanted = before.split("\n").indexOf("Tekst.") + 1;
  assert.deepEqual(diagnostics.filter((one) => one.severity === "error").map((one) => [one.rule, one.path, one.line]), [["unrecorded-change", "content/documents/a.md", wanted]]);
  assert.match(diagnostics.find((one) => one.rule === "unrecorded-change").help, /kanon bump a/);
  const refused = await kanon(["release", "a", "--project", folder, ...on("2025-02-01")]);
  assert.equal(refused.status, 1);
  const stopped = await kanon(["build", "--no-pdf", "--project", folder, ...on("2025-02-01")]);
  assert.equal(stopped.status, 1);

  await writeFile(file, before);
  await nextVersion(folder, "a", "2025-02-02", "Andet afsnit.");
  await fine(folder, ["build", "--no-pdf", ...on("2025-02-03")]);
  assert.equal(article(await page("1.0")), first);
  const superseded = await page("1.0");
  assert.match(superseded, /href="\.\.\/"/);
  await nextVersion(folder, "a", "2025-03-02", "Tredje afsnit.");
  await fine(folder, ["build", "--no-pdf", ...on("2025-03-03")]);
  assert.equal(await page("1.0"), superseded);
  assert.equal(await treeHash(path.join(folder, "content/archive/a/1.0")), frozen);

  await fine(folder, ["build", "--no-pdf", "--as-of", "2025-02-10", "--out", path.join(folder, "past"), ...on("2025-03-03")]);
  const past = await readFile(path.join(folder, "past/dokumenter/a/index.html"), "utf8");
  assert.match(past, /Andet afsnit/);
  assert.doesNotMatch(past, /Tredje afsnit/);
  assert.ok(!(await filesBelow(path.join(folder, "past/dokumenter/a"))).some((name) => name.startsWith("1.2/")));
});

test("a checker written against the manual alone agrees", async (t) => {
  const folder = await repository(t);
  await writeTree(folder, { "content/billeder/æble.png": "billede", "content/billeder/Zebra.png": "billede" });
  await appendFile(path.join(folder, "content/documents/a.md"), "\n![Æble](../billeder/%C3%A6ble.png) ![Zebra](../billeder/Zebra.png)\n");
  await fine(folder, ["bump", "a", "--kind", "updated", "--by", "Enhed", "--change", "Billeder", ...on("2025-02-01")]);
  await fine(folder, ["release", "a", ...on("2025-02-01")]);
  const archive = path.join(folder, "content/archive");
  const items = (await readdir(archive)).filter((name) => !name.startsWith("."));
  assert.deepEqual(items, ["a", "b", "top"]);
  for (const item of items) assert.deepEqual(wrongIn(path.join(archive, item)), []);
  assert.deepEqual((await filesBelow(path.join(archive, "a/1.1"))), ["a.md", "files/billeder/Zebra.png", "files/billeder/æble.png"]);
  const shell = await run("sh", ["-c", "find * -type f -not -path '*/.*' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum"], { cwd: path.join(archive, "a/1.1") });
  assert.ok((await readFile(path.join(archive, "a/ledger.yaml"), "utf8")).includes(`sha256: ${shell.stdout.slice(0, 64)}`));
  await appendFile(path.join(archive, "a/1.0/a.md"), " ");
  assert.deepEqual(wrongIn(path.join(archive, "a")), ["1.0: sha256"]);
});

test("a flipped byte anywhere in archive or ledger is found, without git", async (t) => {
  const folder = await repository(t);
  await nextVersion(folder, "a", "2025-02-02", "Andet afsnit.");
  await rm(path.join(folder, ".git"), { recursive: true });
  await fine(folder, ["verify", ...on("2025-03-01")]);
  for (const name of ["ledger.yaml", "1.0/a.md", "1.1/a.md"]) {
    const file = path.join(folder, "content/archive/a", name);
    const bytes = await readFile(file);
    const step = Math.max(1, Math.floor(bytes.length / 25));
    for (let at = 0; at < bytes.length; at += step) {
      const flipped = Buffer.from(bytes);
      flipped[at] ^= 1 << at % 8;
      await writeFile(file, flipped);
      const verified = await kanon(["verify", "--project", folder, ...on("2025-03-01")]);
      assert.equal(verified.status, 1, `${name}, byte ${at}: ${verified.stdout}${verified.stderr}`);
      const checked = await kanon(["check", "--format", "json", "--project", folder, ...on("2025-03-01")]);
      assert.equal(checked.status, 1, `${name}, byte ${at}`);
      const rules = JSON.parse(checked.stdout).diagnostics.filter((one) => one.severity === "error").map((one) => one.rule);
      assert.ok(rules.length > 0 && rules.every((rule) => ["broken-ledger", "tampered-archive"].includes(rule)), `${name}, byte ${at}: ${rules}`);
    }
    await writeFile(file, bytes);
  }
  await fine(folder, ["verify", ...on("2025-03-01")]);
});

test("what was cut off shows against the published site", async (t) => {
  const folder = await repository(t);
  await nextVersion(folder, "a", "2025-02-02", "Andet afsnit.");
  await fine(folder, ["build", "--no-pdf", ...on("2025-03-01")]);
  await fine(folder, ["verify", "--against", path.join(folder, "site"), ...on("2025-03-01")]);
  await fine(folder, ["verify", path.join(folder, "site"), ...on("2025-03-01")]);
  const git = await kanon(["verify", "--project", folder, ...on("2025-03-01")]);
  assert.equal(git.status, 0);
  const ledger = path.join(folder, "content/archive/a/ledger.yaml");
  const text = await readFile(ledger, "utf8");
  await writeFile(ledger, text.slice(0, text.indexOf('- version: "1.1"')));
  await rm(path.join(folder, "content/archive/a/1.1"), { recursive: true });
  await fine(folder, ["verify", ...on("2025-03-01")]);
  const against = await kanon(["verify", "--against", path.join(folder, "site"), "--project", folder, ...on("2025-03-01")]);
  assert.equal(against.status, 1);
  assert.match(against.stdout + against.stderr, /a 1\.1|1\.1/);
});

test("an altered page of a built site is found", async (t) => {
  const folder = await repository(t);
  await fine(folder, ["build", "--no-pdf", ...on("2025-01-11")]);
  await appendFile(path.join(folder, "site/dokumenter/a/1.0/index.html"), " ");
  const verified = await kanon(["verify", path.join(folder, "site"), "--project", folder, ...on("2025-01-11")]);
  assert.equal(verified.status, 1);
  assert.match(verified.stdout + verified.stderr, /dokumenter\/a\/1\.0\/index\.html/);
});

test("two people release two documents: no conflict; the same one: a conflict, never silence", async (t) => {
  const folder = await repository(t);
  await git(folder, "checkout", "-q", "-b", "anna");
  await nextVersion(folder, "a", "2025-02-02", "Fra den ene gren.");
  await committed(folder, "a 1.1");
  await git(folder, "checkout", "-q", "-b", "bent", "main");
  await nextVersion(folder, "b", "2025-02-03", "Fra den anden gren.");
  await committed(folder, "b 1.1");
  await git(folder, "checkout", "-q", "-b", "carl", "main");
  await nextVersion(folder, "a", "2025-02-04", "Fra den tredje gren.");
  await committed(folder, "a 1.1, another");

  await git(folder, "checkout", "-q", "main");
  for (const branch of ["anna", "bent"]) {
    const merged = await git(folder, "merge", "-q", "--no-edit", branch);
    assert.equal(merged.status, 0, merged.stdout + merged.stderr);
  }
  await fine(folder, ["verify", ...on("2025-03-01")]);
  await fine(folder, ["check", ...on("2025-03-01")]);
  for (const item of ["a", "b", "top"]) assert.deepEqual(wrongIn(path.join(folder, "content/archive", item)), []);

  const merged = await git(folder, "merge", "-q", "--no-edit", "carl");
  assert.notEqual(merged.status, 0);
  assert.match((await git(folder, "diff", "--name-only", "--diff-filter=U")).stdout, /content\/archive\/a\/ledger\.yaml/);
  // Whoever keeps both sides of the conflict is told.
  const ledger = path.join(folder, "content/archive/a/ledger.yaml");
  await writeFile(ledger, (await readFile(ledger, "utf8")).replace(/^(<{7}|={7}|>{7}).*\n/gm, ""));
  assert.equal((await kanon(["verify", "--project", folder, ...on("2025-03-01")])).status, 1);
});

test("git's line ends don't touch the archive", async (t) => {
  const folder = await repository(t);
  const frozen = await treeHash(path.join(folder, "content/archive"));
  await rm(path.join(folder, "content/archive"), { recursive: true });
  const restored = await git(folder, "checkout", "--", "content/archive");
  assert.equal(restored.status, 0, restored.stderr);
  assert.equal(await treeHash(path.join(folder, "content/archive")), frozen);
});

test("kill -9 at any moment of a release: each document is released whole or not at all", async (t) => {
  const files = { ...start };
  for (let i = 0; i < 60; ++i) files[`content/documents/d${i}.md`] = child(`d${i}`);
  const pristine = await project(t, files);
  const whole = await kanon(["release", "--all", "--project", await copyOf(t, pristine), ...on("2025-01-10")]);
  assert.equal(whole.status, 0, whole.stderr);
  let halfway = 0;
  for (let i = 1; i <= 12; ++i) {
    const folder = await copyOf(t, pristine);
    const running = spawn(program, ["release", "--all", "--project", folder, ...on("2025-01-10")], { detached: true, stdio: "ignore", env: environment() });
    const ended = new Promise((resolve) => running.on("close", resolve));
    await new Promise((resolve) => setTimeout(resolve, (whole.milliseconds * i) / 12));
    killGroup(running.pid);
    await ended;
    await fine(folder, ["verify", ...on("2025-01-10")]);
    const archive = path.join(folder, "content/archive");
    const items = (await readdir(archive).catch(() => [])).filter((name) => !name.startsWith("."));
    for (const item of items) assert.deepEqual(wrongIn(path.join(archive, item)), []);
    if (items.length > 0 && items.length < 63) ++halfway;
    await fine(folder, ["release", "--all", ...on("2025-01-10")]);
    assert.deepEqual((await readdir(archive)).filter((name) => name.startsWith(".")), [".gitattributes"]);
  }
  t.diagnostic(`${halfway} of 12 runs were stopped halfway`);
});

async function copyOf(t, folder) {
  const copy = await project(t, {});
  await cp(folder, copy, { recursive: true });
  return copy;
}

test("two runs at once release each document once", async (t) => {
  const folder = await project(t, start);
  const runs = await Promise.all([1, 2, 3].map(() => kanon(["release", "--all", "--project", folder, ...on("2025-01-10")])));
  for (const one of runs) assertEnded(one, "release");
  for (const item of ["a", "b", "top"]) assert.deepEqual(wrongIn(path.join(folder, "content/archive", item)), []);
  await fine(folder, ["verify", ...on("2025-01-10")]);
});

test("a removed document and a moved one keep their addresses", async (t) => {
  const folder = await repository(t);
  await rm(path.join(folder, "content/documents/b.md"));
  await mkdir(path.join(folder, "content/documents/ny"));
  await rename(path.join(folder, "content/documents/a.md"), path.join(folder, "content/documents/ny/a.md"));
  await fine(folder, ["check", ...on("2025-02-01")]);
  await fine(folder, ["build", "--no-pdf", ...on("2025-02-01")]);
  const pages = await filesBelow(path.join(folder, "site/dokumenter"));
  for (const page of ["a/index.html", "a/1.0/index.html", "b/index.html", "b/1.0/index.html", "b/historik/index.html"]) assert.ok(pages.includes(page), page);
});

test("the archive of this repository stands the independent check", async () => {
  const archive = path.join(source, "content/archive");
  const items = (await readdir(archive)).filter((name) => !name.startsWith("."));
  assert.ok(items.length > 40);
  for (const item of items) assert.deepEqual(wrongIn(path.join(archive, item)), [], item);
});
