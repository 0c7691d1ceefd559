// A real git repository for tests.
import assert from "node:assert/strict";

import { environment, run } from "./kanon.mjs";

/** Runs git as nobody in particular, whatever the machine has configured. */
export async function git(folder, ...args) {
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=true"];
  return run("git", [...who, ...args], { cwd: folder, env: environment({ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" }) });
}

/** Commits all that a repository holds. */
export async function committed(folder, message) {
  await git(folder, "add", "-A");
  const result = await git(folder, "commit", "-q", "-m", message);
  assert.equal(result.status, 0, result.stderr);
}
