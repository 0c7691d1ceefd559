// Plays the transcripts: `node --test tests/e2e/run.mjs`. With --rewrite (no --test) they are written anew from what
// the program prints; lines with `[..]` that still fit stay.
import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, readdir, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { environment, program, run } from "../support/kanon.mjs";
import { matches, parse, show, write } from "./transcript.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const rewrite = process.argv.includes("--rewrite");
const transcripts = (await readdir(path.join(here, "transcripts"))).filter((name) => name.endsWith(".md")).sort();

/** A folder with a fresh copy of a fixture in project/, and kanon alone in bare/. */
async function stage(fixture) {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "kanon-")));
  await mkdir(path.join(folder, "bare"));
  await symlink(program, path.join(folder, "bare", "kanon"));
  if (fixture === "none") await mkdir(path.join(folder, "project"));
  else await cp(path.join(here, "fixtures", fixture), path.join(folder, "project"), { recursive: true });
  return folder;
}

async function play({ command }, folder) {
  const bare = path.join(folder, "bare");
  const env = environment({ PATH: `${bare}:/usr/bin:/bin`, BARE: bare, HOME: folder });
  const cwd = path.join(folder, "project");
  const { status, signal, timedOut, stdout } = await run("bash", ["-c", `exec 2>&1; ${command}`], { cwd, env });
  assert.ok(!timedOut && signal === null, `${command}: ${timedOut ? "took too long" : signal}`);
  const shown = stdout.replaceAll(`${folder}/project`, "/project").replaceAll(folder, "/folder");
  const output = shown === "" ? [] : shown.replace(/\n$/, "").split("\n");
  return { command, status, output };
}

/** Plays a whole transcript; gives the commands as they came out, beside what was expected. */
async function playAll(parts) {
  const played = [];
  let folder;
  const folders = [];
  try {
    for (const block of parts.filter((part) => part.commands)) {
      if (block.project || !folder) folders.push((folder = await stage(block.project ?? "none")));
      for (const expected of block.commands) played.push({ block, expected, actual: await play(expected, folder) });
    }
  } finally {
    for (const one of folders) await rm(one, { recursive: true, force: true });
  }
  return played;
}

async function rewriteTranscript(file) {
  const text = await readFile(file, "utf8");
  const parts = parse(text);
  for (const { block, expected, actual } of await playAll(parts)) {
    if (!matches(expected, actual)) block.commands[block.commands.indexOf(expected)] = actual;
  }
  const fresh = write(parts);
  if (fresh === text) return;
  await writeFile(file, fresh);
  console.log(`rewritten: ${path.relative(process.cwd(), file)}`);
}

for (const name of transcripts) {
  const file = path.join(here, "transcripts", name);
  if (rewrite) {
    await rewriteTranscript(file);
    continue;
  }
  test(name, async () => {
    for (const { expected, actual } of await playAll(parse(await readFile(file, "utf8")))) {
      if (!matches(expected, actual)) assert.equal(show(actual), show(expected), `${name}: $ ${expected.command}`);
    }
  });
}
