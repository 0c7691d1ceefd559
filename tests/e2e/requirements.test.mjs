// What a site publishes of its requirement catalogs for machines: data/requirements.json by its own schema.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import { assertEnded } from "../support/findings.mjs";
import { kanon, ownProject, project, source, temporaryFolder } from "../support/kanon.mjs";

async function published(t, folder, ...more) {
  const site = path.join(await temporaryFolder(t), "site");
  const built = await kanon(["build", "--no-pdf", "--quiet", "--project", folder, "--out", site, ...more]);
  assertEnded(built, "build");
  assert.equal(built.status, 0, built.stdout + built.stderr);
  const read = async (name) => JSON.parse(await readFile(path.join(site, "data", name), "utf8"));
  return { json: await read("requirements.json"), schema: await read("requirements.schema.json") };
}

function validator(schema) {
  const ajv = new Ajv2020({ strict: true, strictTypes: "log", allowUnionTypes: true, allErrors: true });
  addFormats(ajv);
  return ajv.compile(schema);
}

function assertValid({ json, schema }) {
  const fits = validator(schema);
  assert.ok(fits(json), JSON.stringify(fits.errors, null, 2));
}

const golden = path.join(source, "tests", "golden", "requirements", "project");
const flags = ["--drafts", "--date", "2026-11-28"];

test("two catalogs, one extending the other, for each audience", async (t) => {
  const open = await published(t, golden, ...flags);
  assertValid(open);
  assert.deepEqual(open.json.catalogs.map((one) => one.id), ["basis"]);
  assert.deepEqual(open.json.requirements.map((one) => one.id), ["LK-BAS-1.1", "LK-BAS-2.1"]);
  assert.deepEqual(open.json.requirements[1].implemented_in, [{ document: "logning", section: "hvad-der-logges" }]);

  const internal = await published(t, golden, ...flags, "--audience", "internal");
  assertValid(internal);
  assert.deepEqual(internal.json.catalogs.map((one) => one.extends), [null, { id: "basis", version: "1.0" }]);
  assert.deepEqual(internal.json.requirements.at(-1).derives_from, ["LK-BAS-2.1"]);
  assert.deepEqual(internal.json.requirements[1].implemented_in.map((one) => one.document), ["beredskab", "logning"]);
});

test("this repository's requirements", async (t) => assertValid(await published(t, await ownProject(t), "--date", "2026-11-28")));

test("the schema refuses what the data must not hold", async (t) => {
  const { json, schema } = await published(t, golden, ...flags);
  const fits = validator(schema);
  const refused = (change) => {
    const copy = structuredClone(json);
    change(copy);
    assert.equal(fits(copy), false, change.toString());
  };
  refused((file) => { file.version = 2; });
  refused((file) => { file.requirements[0].silence = []; });
  refused((file) => { file.requirements[0].kind = "must"; });
  refused((file) => { file.requirements[0].controls = ["A.9.1"]; });
  refused((file) => { delete file.requirements[0].text; });
  refused((file) => { file.catalogs[0].version = "1.0-beta"; });
  refused((file) => { file.catalogs[0].fingerprint = "abc"; });
});

test("a project without catalogs", async (t) => {
  const data = await published(t, await project(t, {}));
  assertValid(data);
  assert.deepEqual(data.json, { version: 1, catalogs: [], requirements: [] });
});
