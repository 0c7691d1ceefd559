// `kanon diff` over this repository's own releases: each form is what it says it is.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import { kanon, source } from "../support/kanon.mjs";

const items = ["informationssikkerhedspolitik", "politik-for-logning", "informationssikkerhedshaandbog", "leverandoerhaandbog"];
const diff = async (...args) => {
  const { status, stdout, stderr } = await kanon(["diff", ...args, "--project", source]);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  return stdout;
};

async function neighbours(id) {
  const entries = await readdir(path.join(source, "content", "archive", id), { withFileTypes: true });
  const versions = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  versions.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return versions.slice(1).map((version, index) => [versions[index], version]);
}

const schema = JSON.parse(await readFile(path.join(source, "tests", "support", "redline.schema.json"), "utf8"));
const ajv = addFormats(new Ajv2020({ allErrors: true }));
const fits = ajv.compile(schema);

test("JSON: fits the schema, and names what was compared", async () => {
  let compared = 0;
  for (const id of items) {
    for (const [older, newer] of await neighbours(id)) {
      const json = JSON.parse(await diff(id, older, newer, "--format", "json"));
      assert.ok(fits(json), `${id} ${older}..${newer}: ${JSON.stringify(fits.errors, null, 2)}`);
      assert.deepEqual([json.item.id, json.before.version, json.after.version], [id, older, newer]);
      compared += 1;
    }
  }
  assert.ok(compared >= 8);
});

test("JSON: the other way round inserted and deleted change places", async () => {
  const count = async (...versions) => JSON.parse(await diff("informationssikkerhedspolitik", ...versions, "--format", "json")).summary.passages;
  const there = await count("1.0", "1.1");
  const back = await count("1.1", "1.0");
  assert.deepEqual([there.inserted, there.deleted], [back.deleted, back.inserted]);
});

test("HTML: one page that fetches nothing and runs nothing", async () => {
  const html = await diff("informationssikkerhedspolitik", "1.0", "1.1", "--format", "html");
  assert.match(html, /^<!doctype html>/);
  assert.match(html, /<ins>/);
  assert.match(html, /<del>/);
  assert.doesNotMatch(html, /<script|<link|<img|@import|@font-face|url\((?!"?data:)/i);
});

test("Markdown: fits into a comment on a forge", async () => {
  const markdown = await diff("informationssikkerhedspolitik", "1.0", "source", "--format", "markdown");
  assert.ok([...markdown].length < 60000);
  assert.match(markdown, /^### Informationssikkerhedspolitik\n/);
});

test("text: colours only where they are asked for", async () => {
  assert.doesNotMatch(await diff("politik-for-logning"), /\u001b/);
  assert.match(await diff("informationssikkerhedspolitik", "1.2", "1.3", "--color", "always"), /\u001b\[31;9m/);
});
