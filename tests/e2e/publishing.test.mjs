// A site is published whole or not at all, and the same content gives the same bytes.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmod, cp, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { assertEnded } from "../support/findings.mjs";
import { documentSource, environment, filesBelow, kanon, killGroup, program, project, run, source, temporaryFolder, treeHash, writeTree } from "../support/kanon.mjs";

const count = 300;

/** A project that takes long enough to be stopped in the middle. */
function manyDocuments(text) {
  const files = { "content/documents/top.md": documentSource("top") };
  for (let index = 0; index < count; ++index) {
    const body = `## Afsnit\n\n${text} ${"Tekst. ".repeat(300)}\n\n| a | b |\n| --- | --- |\n${"| c | d |\n".repeat(50)}`;
    files[`content/documents/d${index}.md`] = documentSource(`d${index}`, { front: { type: "emnepolitik", parent: "top" }, body });
  }
  return files;
}

async function build(folder, more = [], options = {}) {
  const result = await kanon(["build", "--drafts", "--no-pdf", "--quiet", "--project", folder, ...more], options);
  assertEnded(result, "build");
  assert.equal(result.status, 0, result.stderr);
  return result;
}

const small = path.join(source, "tests", "e2e", "fixtures", "small");

async function copyOfSmall(t) {
  const folder = await temporaryFolder(t);
  await cp(small, folder, { recursive: true });
  return folder;
}

/** Starts a build and kills it, and all it started, after a while. */
async function killedBuild(folder, milliseconds) {
  const child = spawn(program, ["build", "--drafts", "--no-pdf", "--quiet", "--project", folder], { detached: true, stdio: "ignore", env: environment() });
  const ended = new Promise((resolve) => child.on("close", (status, signal) => resolve({ status, signal })));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  killGroup(child.pid);
  return ended;
}

test("kill -9 at any moment leaves the old site or the new one, whole", async (t) => {
  const folder = await project(t, manyDocuments("Gammel."));
  const site = path.join(folder, "site");
  await build(folder);
  const old = await treeHash(site);
  const changed = await project(t, manyDocuments("Ny."));
  const { milliseconds } = await build(changed);
  const fresh = await treeHash(path.join(changed, "site"));
  assert.notEqual(fresh, old);
  await cp(path.join(changed, "content"), path.join(folder, "content"), { recursive: true, force: true });

  const moments = 40;
  let killed = 0;
  let leftovers = 0;
  for (let moment = 0; moment < moments; ++moment) {
    // More of them towards the end, where files are written and folders are swapped.
    const { signal } = await killedBuild(folder, milliseconds * 1.05 * Math.sqrt(moment / moments));
    if (signal === "SIGKILL") ++killed;
    const now = await treeHash(site);
    assert.ok(now === old || now === fresh, `after ${moment} the site is whole`);
    leftovers += (await readdir(folder)).filter((name) => name.startsWith(".site.kanon-")).length;
    if (now === fresh) await makeOldAgain(folder, changed, old);
  }
  t.diagnostic(`${killed} of ${moments} builds were killed; ${leftovers} left something beside the site`);
  assert.ok(killed >= moments / 2, "most were killed before they ended");
  assert.ok(leftovers > 0, "some were killed while they wrote");

  await build(folder);
  assert.equal(await treeHash(site), fresh);
  assert.deepEqual((await readdir(folder)).sort(), ["content", "kanon.yaml", "site"], "the next build cleans up");
});

/** The old site again, made from the old content, with the new content in place. */
async function makeOldAgain(folder, changed, old) {
  await writeTree(folder, manyDocuments("Gammel."));
  await build(folder);
  assert.equal(await treeHash(path.join(folder, "site")), old);
  await cp(path.join(changed, "content"), path.join(folder, "content"), { recursive: true, force: true });
}

test("what did not change keeps its time; what went away goes away; .gitignore stays", async (t) => {
  const folder = await copyOfSmall(t);
  const site = path.join(folder, "site");
  await mkdir(site);
  await writeFile(path.join(site, ".gitignore"), "*\n!.gitignore\n");
  await build(folder);
  assert.equal(await readFile(path.join(site, ".gitignore"), "utf8"), "*\n!.gitignore\n");
  const times = async () => Object.fromEntries(await Promise.all((await filesBelow(site)).map(async (name) => [name, (await stat(path.join(site, name))).mtimeMs])));
  const before = await times();
  await new Promise((resolve) => setTimeout(resolve, 20));

  await build(folder);
  assert.deepEqual(await times(), before);

  const page = path.join(folder, "content", "pages", "index.md");
  await writeFile(page, (await readFile(page, "utf8")).replace("Begynd", "Start"));
  await build(folder);
  const after = await times();
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  assert.deepEqual(changed, ["data/sha256sums.txt", "index.html", "soeg/begin-0.js", "soeg/end-0.js", "soeg/index.js", "soeg/part-0.js"]);

  await rm(path.join(folder, "content", "members"), { recursive: true });
  await build(folder);
  assert.deepEqual((await filesBelow(site)).filter((name) => name.includes("eksempel-as")), []);
  assert.equal(await readFile(path.join(site, ".gitignore"), "utf8"), "*\n!.gitignore\n");
});

test("the same bytes again, with one job or two, from anywhere and in any surroundings", async (t) => {
  const folder = await copyOfSmall(t);
  const other = await copyOfSmall(t);
  const elsewhere = await temporaryFolder(t);
  const builds = [
    [folder, [], {}],
    [folder, ["--jobs", "1"], {}],
    [folder, ["--jobs", "2"], { cwd: path.join(folder, "content", "documents") }],
    [".", ["--out", path.join(elsewhere, "a")], { cwd: other }],
    [path.relative(elsewhere, other), ["--out", "b"], { cwd: elsewhere }],
    [folder, [], { env: environment({ TZ: "Pacific/Kiritimati", LC_ALL: "da_DK.UTF-8", LANG: "tr_TR.UTF-8", HOME: "/nonexistent", COLUMNS: "20" }) }],
  ];
  const hashes = [];
  for (const [where, more, options] of builds) {
    const out = more.includes("--out") ? path.resolve(options.cwd, more[more.indexOf("--out") + 1]) : path.join(folder, "site");
    await rm(out, { recursive: true, force: true });
    await build(where, more, options);
    hashes.push(await treeHash(out));
  }
  assert.deepEqual([...new Set(hashes)], [hashes[0]]);
  for (const name of await filesBelow(path.join(folder, "site"))) {
    const text = await readFile(path.join(folder, "site", name), "latin1");
    assert.ok(!text.includes(folder), `${name} does not name the project's folder`);
  }
});

test("many documents: one job and two give the same bytes", async (t) => {
  const folder = await project(t, manyDocuments("Ens."));
  await build(folder, ["--jobs", "1", "--out", path.join(folder, "en")]);
  await build(folder, ["--jobs", "2", "--out", path.join(folder, "to")]);
  assert.equal(await treeHash(path.join(folder, "en")), await treeHash(path.join(folder, "to")));
});

test("PDFs: the same bytes twice, without the cache too, and no link to this machine", async (t) => {
  const folder = await copyOfSmall(t);
  const site = path.join(folder, "site");
  const once = async (more) => {
    const result = await kanon(["build", "--drafts", "--quiet", "--project", folder, ...more], { seconds: 120 });
    assertEnded(result, "build");
    assert.equal(result.status, 0, result.stderr);
    return treeHash(site);
  };
  const first = await once(["--jobs", "2"]);
  assert.equal(await once([]), first, "from the cache");
  await rm(path.join(folder, ".kanon"), { recursive: true });
  await rm(site, { recursive: true });
  assert.equal(await once(["--jobs", "1"]), first, "anew");
  // A cache that was spoilt is not believed.
  for (const name of await filesBelow(path.join(folder, ".kanon"))) {
    if (!name.endsWith(".gitignore")) await writeFile(path.join(folder, ".kanon", name), "%PDF-1.4 forkert");
  }
  assert.equal(await once([]), first, "with a spoilt cache");

  const pdfs = (await filesBelow(site)).filter((name) => name.endsWith(".pdf"));
  assert.ok(pdfs.some((name) => name.includes("haandbog")), pdfs.join(" "));
  for (const name of pdfs) {
    const check = await run("qpdf", ["--check", path.join(site, name)]);
    assert.equal(check.status, 0, check.stdout + check.stderr);
    const { stdout } = await run("qpdf", ["--qdf", "--object-streams=disable", path.join(site, name), "-"], { bytes: true });
    const text = stdout.toString("latin1");
    assert.doesNotMatch(text, /file:|marker\.invalid|\/tmp\//, name);
    assert.ok(!text.includes(folder), name);
  }
});

/** Runs a shell script in a mount namespace of its own, where it may mount; undefined where this machine doesn't allow it. */
async function inOwnMounts(script, seconds = 60) {
  const arguments_ = process.getuid() === 0 ? ["--mount"] : ["--user", "--map-root-user", "--mount"];
  const works = await run("unshare", [...arguments_, "sh", "-c", "mount -t tmpfs none /mnt"]).catch(() => ({ status: 1 }));
  return works.status === 0 ? run("unshare", [...arguments_, "bash", "-c", script], { seconds }) : undefined;
}

test("a full disk leaves the old site, and is exit status 3", async (t) => {
  const folder = await project(t, manyDocuments("Fuld."));
  const disk = await temporaryFolder(t);
  const result = await inOwnMounts(`
    set -u
    mount -t tmpfs -o size=1500k none ${disk}
    mkdir ${disk}/site && echo kanon >${disk}/site/.kanon-site && echo gammel >${disk}/site/index.html
    ${program} build --drafts --no-pdf --project ${folder} --out ${disk}/site
    echo "status $?"
    cat ${disk}/site/index.html
    ls -A ${disk} ${disk}/site`);
  if (!result) return t.skip("this machine lets nobody mount a small disk");
  assertEnded(result, "build on a full disk");
  assert.match(result.stdout, /^status 3$/m, result.stderr);
  assert.match(result.stdout, /^gammel$/m);
  assert.doesNotMatch(result.stdout, /\.site\.kanon-/);
  assert.match(result.stderr, /^kanon: fejl: .*(No space left on device|plads)/m);
  assert.match(result.stderr, /^hjælp: .*diskplads/m);
});

test("a limit on the size of files leaves the old site, and is exit status 3", async (t) => {
  const folder = await copyOfSmall(t);
  await build(folder);
  const site = path.join(folder, "site");
  const before = await treeHash(site);
  await writeFile(path.join(folder, "content", "pages", "stor.md"), `---\ntitle: Stor\nclassification: offentlig\n---\n${"ord ".repeat(200000)}\n`);
  const result = await run("bash", ["-c", `ulimit -f 256; exec "$0" build --drafts --no-pdf --project "$1"`, program, folder]);
  assertEnded(result, "build");
  assert.equal(result.status, 3, result.stderr);
  assert.match(result.stderr, /^kanon: fejl: .*stor.*/m);
  assert.equal(await treeHash(site), before);
  assert.deepEqual((await readdir(folder)).sort(), ["content", "kanon.yaml", "site"]);
});

test("a folder that can't be written is exit status 3", async (t) => {
  if (process.getuid() === 0) return t.skip("root may write everywhere");
  const folder = await copyOfSmall(t);
  await chmod(folder, 0o555);
  t.after(() => chmod(folder, 0o755));
  const result = await kanon(["build", "--drafts", "--no-pdf", "--project", folder]);
  assert.equal(result.status, 3, result.stderr);
});

test("two builds at the same time: both end well, and the site is whole", async (t) => {
  const folder = await project(t, manyDocuments("Samtidig."));
  await build(folder);
  const whole = await treeHash(path.join(folder, "site"));
  const results = await Promise.all([1, 2, 3].map(() => kanon(["build", "--drafts", "--no-pdf", "--quiet", "--project", folder])));
  for (const result of results) assertEnded(result, "build");
  assert.ok(results.some((result) => result.status === 0), results.map((result) => result.stderr).join(""));
  assert.equal(await treeHash(path.join(folder, "site")), whole);
  await build(folder);
  assert.deepEqual((await readdir(folder)).sort(), ["content", "kanon.yaml", "site"]);
});

test("the line that follows the work stands on a terminal only", async (t) => {
  const folder = await copyOfSmall(t);
  // A wkhtmltopdf that takes its time, so that there is something to follow.
  const slow = await temporaryFolder(t);
  await writeFile(path.join(slow, "wkhtmltopdf"), '#!/bin/sh\nsleep 0.6\nexec /usr/bin/wkhtmltopdf "$@"\n');
  await chmod(path.join(slow, "wkhtmltopdf"), 0o755);
  const env = environment({ PATH: `${slow}:${process.env.PATH}`, TERM: "xterm" });
  const line = `'${program}' build --jobs 1 --project '${folder}'`;

  const terminal = await run("script", ["-qec", line, "/dev/null"], { env, seconds: 120 });
  assert.equal(terminal.status, 0, terminal.stdout);
  assert.match(terminal.stdout, /\r\u001b\[K[^\r\n]+ \d+\/\d+/);
  assert.match(terminal.stdout, /\r\u001b\[K[^\u001b]*Webstedet er bygget/, "it is gone at the end");

  await rm(path.join(folder, ".kanon"), { recursive: true });
  const quiet = await run("script", ["-qec", `${line} --quiet`, "/dev/null"], { env, seconds: 120 });
  assert.equal(quiet.stdout, "");

  await rm(path.join(folder, ".kanon"), { recursive: true });
  const piped = await run("bash", ["-c", line], { env, seconds: 120 });
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(piped.stdout + piped.stderr, /[\r\u001b]/);
});

test("verify holds security.txt to what was published", async (t) => {
  const folder = await project(t, {
    "kanon.yaml": 'site: {title: "Prøve", base_url: "https://a.example/", security: {contact: sikkerhed@a.example}}\n',
    "content/pages/index.md": "---\ntitle: Velkommen\nclassification: offentlig\n---\n\nTekst.\n",
  });
  await build(folder);
  const site = path.join(folder, "site");
  const file = path.join(site, ".well-known", "security.txt");
  const verify = () => kanon(["verify", site, "--project", folder]);
  const written = await readFile(file, "utf8");
  assert.match(written, /^Contact: mailto:sikkerhed@a\.example$/m);
  assert.equal((await verify()).status, 0);

  await writeFile(file, written.replace("sikkerhed@a.example", "enanden@b.example"));
  const changed = await verify();
  assert.equal(changed.status, 1);
  assert.match(changed.stdout + changed.stderr, /\.well-known\/security\.txt/);

  await rm(file);
  const missing = await verify();
  assert.equal(missing.status, 1);
  assert.match(missing.stdout + missing.stderr, /\.well-known\/security\.txt/);

  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, written);
  assert.equal((await verify()).status, 0);
});
