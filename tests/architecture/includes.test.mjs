// The architecture as a test: which folder may include which, and who may touch the world (design invariants 1 and 7).
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const generator = fileURLToPath(new URL("../../generator/", import.meta.url));

const mayInclude = {
  base: [],
  embed: [],
  env: ["base"],
  diagnostic: ["base"],
  model: ["base", "diagnostic"],
  history: ["base", "diagnostic", "model", "env"],
  read: ["base", "diagnostic", "model", "env"],
  resolve: ["base", "diagnostic", "model"],
  pact: ["base", "diagnostic", "model", "history", "resolve"],
  check: ["base", "diagnostic", "model", "history", "resolve", "pact", "embed"],
  fix: ["base", "diagnostic", "model", "history", "resolve", "check", "read"],
  exchange: ["base", "diagnostic", "model", "env", "read"],
  compare: ["base", "diagnostic", "model", "history", "resolve"],
  plan: ["base", "diagnostic", "model", "history", "resolve", "pact"],
  emit: ["base", "diagnostic", "model", "history", "resolve", "pact", "compare", "plan", "env", "embed"],
  build: [
    "base", "diagnostic", "model", "history", "resolve", "pact", "compare", "plan", "emit", "env", "read", "check", "fix", "exchange",
  ],
  serve: [
    "base", "diagnostic", "model", "history", "resolve", "pact", "compare", "plan", "emit", "env", "read", "check", "exchange",
    "build", "embed",
  ],
  lsp: ["base", "diagnostic", "model", "history", "resolve", "check", "fix", "read", "env", "build"],
  cli: [
    "base", "diagnostic", "model", "history", "resolve", "pact", "compare", "plan", "emit", "env", "read", "check", "fix", "exchange",
    "build", "serve", "lsp", "embed",
  ],
};

// What only env/ may use: the disk, the clock, processes, the network and the environment. (read/worker* and read/parsers* speak to their
// own worker processes.)
const world =
  /std::(filesystem|ifstream|ofstream|fstream)|\bgetenv\b|system_clock|\bfopen\b|\bpopen\b|std::system\b|\bposix_spawn|\bexecv|\bfork\(|\bcurl_|\bgit_[a-z]+\w*\(/;
const outside = new Set(["env", "embed"]);

const sources = readdirSync(generator, { recursive: true })
  .map((path) => path.split("\\").join("/"))
  .filter((path) => /\.(cpp|h)$/.test(path) && path.includes("/"));

test("every include points one way", () => {
  const wrong = [];
  for (const path of sources) {
    const folder = path.split("/")[0];
    assert.ok(mayInclude[folder], `${folder}/ is not in the table of tests/architecture`);
    for (const [, target] of readFileSync(join(generator, path), "utf8").matchAll(/#include "([a-z_]+)\//g)) {
      if (target !== folder && !mayInclude[folder].includes(target)) wrong.push(`${path} includes ${target}/`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("only env/ touches disk, clock, processes, network and environment", () => {
  const wrong = [];
  for (const path of sources) {
    if (outside.has(path.split("/")[0]) || /^read\/(worker|parsers)/.test(path)) continue;
    readFileSync(join(generator, path), "utf8")
      .split("\n")
      .forEach((line, index) => {
        if (world.test(line.replace(/\/\/.*/, ""))) wrong.push(`${relative(".", path)}:${index + 1}: ${line.trim()}`);
      });
  }
  assert.deepEqual(wrong, []);
});

test("no file has grown beyond 400 lines", () => {
  const long = sources.filter((path) => readFileSync(join(generator, path), "utf8").split("\n").length > 401);
  assert.deepEqual(long, []);
});
