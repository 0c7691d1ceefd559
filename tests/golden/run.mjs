// Golden tests: tests/golden/<case>/project is built, and what case.json names is compared with expected/ beside it.
// `node --test tests/golden/run.mjs`; with --rewrite (`make golden`) the expectations are written anew.
//
// case.json: {"check": true,                      expected/check.txt is what `kanon check` prints
//             "builds": {"public": ["index.html",  whole files of the site for that audience: expected/public/index.html
//                        "a/index.html#main"]},    only the page's own content: expected/public/a/index.html
//             "flags": ["--drafts"],             further options of every build
//             "date": "2025-04-23",              the day that check and the builds take for today
//             "status": ["2025-04-23"],          expected/status-2025-04-23.txt is what `kanon status` prints on that day
//             "never": ["secret"]}               what no file of any of the sites may hold
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { filesBelow, kanon } from "../support/kanon.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const rewrite = process.argv.includes("--rewrite");
const entries = await readdir(here, { withFileTypes: true });
const cases = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

/** The part of a page between <main …> and </main>. */
function mainOf(html, name) {
  const match = /<main[\s\S]*<\/main>/.exec(html);
  assert.ok(match, `${name} has a main element`);
  return `${match[0]}\n`;
}

async function builtFiles(project, audience, { wanted, never, flags }) {
  const out = path.join(await mkdtemp(path.join(tmpdir(), "kanon-")), "site");
  try {
    const args = ["build", "--no-pdf", "--quiet", "--project", project, "--audience", audience, "--out", out, ...flags];
    const { status, stderr } = await kanon(args);
    assert.equal(status, 0, stderr);
    const names = (await filesBelow(out)).filter((name) => !name.startsWith("assets/"));
    for (const name of names) {
      const text = await readFile(path.join(out, name), "utf8");
      for (const secret of never) assert.ok(!text.includes(secret), `${audience}: ${name} holds ${secret}`);
    }
    const files = { [`${audience}/files.txt`]: `${names.join("\n")}\n` };
    for (const entry of wanted) {
      const [name, part] = entry.split("#");
      const text = await readFile(path.join(out, name), "utf8");
      files[`${audience}/${name}`] = part === "main" ? mainOf(text, name) : text;
    }
    return files;
  } finally {
    await rm(path.dirname(out), { recursive: true });
  }
}

/** Everything that a case makes, by its path below expected/. */
async function produced(folder) {
  const { check, status = [], date, builds = {}, never = [], flags = [] } = JSON.parse(await readFile(path.join(folder, "case.json"), "utf8"));
  const project = path.join(folder, "project");
  const day = date ? ["--date", date] : [];
  const files = {};
  if (check) files["check.txt"] = (await kanon(["check", "--project", project, ...day])).stdout;
  for (const on of status) files[`status-${on}.txt`] = (await kanon(["status", "--project", project, "--date", on])).stdout;
  for (const [audience, wanted] of Object.entries(builds)) {
    Object.assign(files, await builtFiles(project, audience, { wanted, never, flags: [...flags, ...day] }));
  }
  return files;
}

async function rewriteCase(folder, files) {
  const expected = path.join(folder, "expected");
  await rm(expected, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(expected, name)), { recursive: true });
    await writeFile(path.join(expected, name), text);
  }
}

for (const name of cases) {
  const folder = path.join(here, name);
  if (rewrite) {
    await rewriteCase(folder, await produced(folder));
    continue;
  }
  test(name, async () => {
    const files = await produced(folder);
    const expected = path.join(folder, "expected");
    const names = existsSync(expected) ? await filesBelow(expected) : [];
    assert.deepEqual(names, Object.keys(files).sort(), "expected/ holds what case.json names");
    for (const one of names) {
      assert.equal(files[one], await readFile(path.join(expected, one), "utf8"), `${name}/expected/${one} (make golden rewrites)`);
    }
  });
}
