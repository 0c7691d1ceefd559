// examples/: the pipelines are YAML of the form that the forges want, and what they have kanon do is done here, in a repository
// with a change; the hook refuses and lets through real commits.
import assert from "node:assert/strict";
import { chmod, copyFile, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { parse } from "yaml";

import { committed, git } from "../support/git.mjs";
import { documentSource, environment, filesBelow, program, project, run, source, temporaryFolder } from "../support/kanon.mjs";

const examples = path.join(source, "examples");
const pipeline = async (name) => parse(await readFile(path.join(examples, name), "utf8"), { merge: true });
const politik = path.join("content", "documents", "politik.md");

/** PATH with the program as `kanon`. */
async function pathWithKanon(t) {
  const folder = await temporaryFolder(t);
  await symlink(program, path.join(folder, "kanon"));
  return `${folder}:${process.env.PATH}`;
}

/** A repository whose branch `change` has a new version of the policy; `edit` changes its text. */
async function repository(t, edit = (text) => text) {
  const folder = await project(t, { [politik]: documentSource("politik") });
  await git(folder, "init", "-q", "-b", "main");
  await committed(folder, "Before");
  await git(folder, "switch", "-q", "-c", "change");
  const at = path.join(folder, politik);
  await writeFile(at, edit(await readFile(at, "utf8")));
  await writeFile(path.join(folder, "NOTES"), "Another file\n");
  await committed(folder, "The change");
  await git(folder, "update-ref", "refs/remotes/origin/main", "main");
  return folder;
}

const newVersion = (text) =>
  text
    .replace('version: "1.0"\n', 'version: "1.1"\n')
    .replace("history: [", 'history: [{version: "1.1", date: 2026-01-10, by: Enhed, change: Ny tekst, kind: updated}, ')
    .replace("Tekst.", "Ny tekst.");
const withoutEntry = (text) => text.replace("type: politik", "type: ukendt");

/** The last status of a forge's shell, which stops at the first command that fails. */
const shell = (t, folder, script, env) =>
  pathWithKanon(t).then((PATH) => run("bash", ["-e", "-o", "pipefail", "-c", script], { cwd: folder, env: environment({ PATH, ...env }) }));

const isOfKanon = (script) => /^\s*kanon /m.test(script);

test("GitHub: the review job finds nothing wrong in a good change, and leaves its reports", async (t) => {
  const folder = await repository(t, newVersion);
  const { jobs } = await pipeline("github/.github/workflows/kanon.yml");
  const scripts = jobs.review.steps.map((step) => step.run ?? "").filter(isOfKanon);
  assert.equal(scripts.length, 3);
  for (const script of scripts) {
    const result = await shell(t, folder, script.replaceAll("${{ github.base_ref }}", "main"));
    assert.equal(result.status, 0, `${script}\n${result.stdout}${result.stderr}`);
  }
  assert.match(await readFile(path.join(folder, "review/index.html"), "utf8"), /Ny tekst/);
  assert.match(await readFile(path.join(folder, "review.md"), "utf8"), /1\.0 → 1\.1/);
  assert.equal(JSON.parse(await readFile(path.join(folder, "kanon.sarif"), "utf8")).version, "2.1.0");
});

test("GitHub: the review job blocks a change that breaks a rule", async (t) => {
  const folder = await repository(t, withoutEntry);
  const { jobs } = await pipeline("github/.github/workflows/kanon.yml");
  const review = jobs.review.steps.find((step) => step.id === "review").run;
  const { status } = await shell(t, folder, review.replaceAll("${{ github.base_ref }}", "main"));
  assert.equal(status, 1);
  assert.match(await readFile(path.join(folder, "review.md"), "utf8"), /ukendt/);
});

test("GitHub: every step is of a known form, and actions are named with a version", async () => {
  const { jobs } = await pipeline("github/.github/workflows/kanon.yml");
  for (const job of Object.values(jobs)) {
    for (const step of job.steps) {
      assert.ok((step.run === undefined) !== (step.uses === undefined), JSON.stringify(step));
      if (step.uses) assert.match(step.uses, /^[\w-]+\/[\w/-]+@v\d+$/);
    }
  }
});

test("GitLab: the jobs check, review and publish", async (t) => {
  const folder = await repository(t, newVersion);
  const jobs = await pipeline("gitlab/.gitlab-ci.yml");
  const base = (await git(folder, "rev-parse", "main")).stdout.trim();
  for (const name of ["check", "review"]) {
    assert.equal(jobs[name].extends, ".kanon");
    const script = jobs[name].script.filter((line) => !line.includes("curl")).join("\n");
    const result = await shell(t, folder, script, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    assert.equal(result.status, 0, result.stderr);
  }
  assert.ok(Array.isArray(JSON.parse(await readFile(path.join(folder, jobs.check.artifacts.reports.codequality), "utf8"))));
  assert.deepEqual(await filesBelow(path.join(folder, jobs.review.artifacts.paths[0])), ["index.html"]);
  const published = await shell(t, folder, jobs.pages.script.join("\n").replace("kanon build", "kanon build --no-pdf --drafts"));
  assert.equal(published.status, 0, published.stderr);
  assert.ok((await filesBelow(path.join(folder, jobs.pages.artifacts.paths[0]))).includes("index.html"));
});

test("the hook refuses a commit with errors, whatever lies beside it, and lets a good one through", async (t) => {
  const folder = await repository(t);
  const hook = path.join(folder, ".git/hooks/pre-commit");
  await mkdir(path.dirname(hook), { recursive: true });
  await copyFile(path.join(examples, "pre-commit/pre-commit"), hook);
  await chmod(hook, 0o755);
  const at = path.join(folder, politik);
  const good = await readFile(at, "utf8");
  const PATH = await pathWithKanon(t);
  const commit = () => run("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-m", "x", "--allow-empty"], { cwd: folder, env: environment({ PATH, GIT_CONFIG_GLOBAL: "/dev/null" }) });

  await writeFile(at, withoutEntry(good));
  await git(folder, "add", "-A");
  await writeFile(at, good);  // mended in the working tree alone
  const refused = await commit();
  assert.equal(refused.status, 1, refused.stderr);
  assert.match(refused.stdout + refused.stderr, /ukendt/);

  await git(folder, "add", "-A");
  await writeFile(at, withoutEntry(good));  // broken in the working tree alone
  assert.equal((await commit()).status, 0);
});
