// What every test above the unit level shares: the program, temporary projects, and trees of files.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, lstat, mkdir, mkdtemp, readFile, readdir, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const source = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
/** The program under test: KANON_PROGRAM, else the one that `make build` leaves. */
export const program = path.resolve(process.env.KANON_PROGRAM ?? path.join(source, "build", "kanon"));
if (!existsSync(program)) throw new Error(`${program} is not there: run “make build”, or name it with KANON_PROGRAM`);

/** The day that counts as today in tests of made-up projects. */
export const today = "2026-01-15";

/** An environment in which nothing of this machine's shows. */
export function environment(more = {}) {
  return {
    PATH: process.env.PATH,
    HOME: tmpdir(),
    LC_ALL: "C.UTF-8",
    TZ: "UTC",
    SOURCE_DATE_EPOCH: String(Date.parse(`${today}T00:00:00Z`) / 1000),
    ...more,
  };
}

/**
 * Runs a program to its end, and kills it with all it started when its time is up. Never throws for what the program
 * does: `{status, signal, timedOut, stdout, stderr, milliseconds}`, the outputs as bytes where `bytes` is asked for.
 */
export function run(command, args, { cwd, env = environment(), input = "", seconds = 60, bytes = false } = {}) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(command, args, { cwd, env, detached: true });
    const out = [];
    const err = [];
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      killGroup(child.pid);
    }, seconds * 1000);
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => err.push(chunk));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (status, signal) => {
      clearTimeout(timer);
      const text = (chunks) => (bytes ? Buffer.concat(chunks) : Buffer.concat(chunks).toString("utf8"));
      const milliseconds = performance.now() - begun;
      resolve({ status, signal, timedOut, stdout: text(out), stderr: text(err), milliseconds });
    });
  });
}

export function killGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Runs kanon; the options are those of `run`. */
export const kanon = (args, options) => run(program, args, options);

/** A folder that goes away with the test. */
export async function temporaryFolder(test) {
  const folder = await mkdtemp(path.join(tmpdir(), "kanon-"));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by relative path; a value is text or bytes. */
export async function writeTree(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return folder;
}

/** A project of the given files in a folder of its own; kanon.yaml has a title where `files` has none. */
export async function project(test, files) {
  const folder = await temporaryFolder(test);
  return writeTree(folder, { "kanon.yaml": 'site: {title: "Prøve"}\n', ...files });
}

/** A copy of this repository's texts and configuration, without its site. */
export async function ownProject(test) {
  const folder = await temporaryFolder(test);
  for (const name of ["kanon.yaml", "content", "docs"]) {
    await cp(path.join(source, name), path.join(folder, name), { recursive: true });
  }
  return folder;
}

/** Every file below a folder, by relative path, sorted; links are named, not followed. */
export async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** One hash over the names and bytes of everything below a folder; "none" where there is no folder. */
export async function treeHash(folder) {
  if (!existsSync(folder)) return "none";
  const hash = createHash("sha256");
  for (const name of await filesBelow(folder)) {
    const file = path.join(folder, name);
    const status = await lstat(file);
    const content = status.isSymbolicLink() ? await readlink(file) : status.isFile() ? await readFile(file) : "special";
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** The source of a governing document; `front` replaces and adds keys of the front matter, each a line of YAML. */
export function documentSource(id, { front = {}, body = "## Formål\n\nTekst.\n" } = {}) {
  const keys = {
    id,
    type: "politik",
    title: "Politik",
    classification: "offentlig",
    version: '"1.0"',
    history: '[{version: "1.0", date: 2025-01-02, by: Enhed, change: Ny, kind: new}]',
    ...front,
  };
  const lines = Object.entries(keys).filter(([, value]) => value !== undefined).map(([key, value]) => `${key}: ${value}\n`);
  return `---\n${lines.join("")}---\n\n${body}`;
}

/** A text as a YAML scalar that says exactly that: JSON's strings are YAML's. */
export const yamlText = (text) => JSON.stringify(text);
