// What a site publishes of its members for machines: data/members.json by its own schema, and the same in CSV.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import { assertEnded } from "../support/findings.mjs";
import { kanon, ownProject, project, temporaryFolder } from "../support/kanon.mjs";

/** The three files of a project's site: `{json, schema, csv}`. */
async function published(t, folder, ...more) {
  const site = path.join(await temporaryFolder(t), "site");
  const built = await kanon(["build", "--no-pdf", "--quiet", "--project", folder, "--out", site, ...more]);
  assertEnded(built, "build");
  assert.equal(built.status, 0, built.stdout + built.stderr);
  const text = (name) => readFile(path.join(site, "data", name), "utf8");
  return { json: JSON.parse(await text("members.json")), schema: JSON.parse(await text("members.schema.json")), csv: await text("members.csv") };
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

/** RFC 4180, for any separator. */
function rowsOf(csv, separator) {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < csv.length; ++at) {
    const row = rows.at(-1);
    const c = csv[at];
    if (quoted && c === '"' && csv[at + 1] === '"') row[row.length - 1] += csv[++at];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === separator) row.push("");
    else if (!quoted && c === "\r" && csv[at + 1] === "\n") { ++at; rows.push([""]); }
    else row[row.length - 1] += c;
  }
  assert.deepEqual(rows.pop(), [""], "the last line ends as the others do");
  return rows;
}

function assertSame({ json, csv }, separator) {
  assert.equal(csv[0], "\uFEFF");
  const [names, ...rows] = rowsOf(csv.slice(1), separator);
  assert.deepEqual(names, ["id", "name", "kind", "standing", "cvr", "website", "admitted", "left", "declared", "address", "criteria", "projects"]);
  const plain = (text) => text.replace(/^'(?=[=+\-@])/, "");
  const read = rows.map((row) => Object.fromEntries(row.map((text, index) => [names[index], plain(text)])));
  const told = json.members.map((one) => ({
    ...Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value ?? ""])),
    criteria: one.criteria.map((row) => row.criterion).join(" "),
    projects: one.projects.join(" "),
  }));
  assert.deepEqual(read, told);
}

test("this repository's members", async (t) => {
  const files = await published(t, await ownProject(t), "--date", "2026-11-28");
  assertValid(files);
  assertSame(files, ";");
  const { members } = files.json;
  assert.equal(members.filter((one) => one.kind === "founding" && one.standing === "member").length, 11);
  assert.deepEqual(members.map((one) => one.id), members.map((one) => one.id).sort());
  for (const one of members.filter((member) => member.kind === "associated" && member.standing === "member")) {
    assert.ok(new Set(one.criteria.map((row) => row.objective)).size >= 3, one.id);
  }
});

test("names that try to be something else", async (t) => {
  const names = ['=1+1', '+x', '-x', '@x', 'A;B', 'A,B', '"A"', "A\nB", "</script>", "Ærø Å"];
  const files = Object.fromEntries(names.map((name, index) => [
    `content/members/m${index}.md`,
    `---\nid: m${index}\nname: ${JSON.stringify(name)}\nkind: founding\nclassification: offentlig\nstatus: admitted\n---\n## Om\n\nTekst.\n`,
  ]));
  for (const [language, separator] of [["da", ";"], ["en", ","]]) {
    const folder = await project(t, { ...files, "kanon.yaml": `site: {title: Prøve, language: ${language}}\n` });
    const data = await published(t, folder);
    assertValid(data);
    assertSame(data, separator);
    assert.equal(data.json.members.length, names.length);
    assert.ok(data.csv.includes("'=1+1") && !new RegExp(`${separator}[=+@-]`).test(data.csv));
  }
});

test("the schema refuses what the data must not hold", async (t) => {
  const { json, schema } = await published(t, await ownProject(t), "--date", "2026-11-28");
  const fits = validator(schema);
  const refused = (change) => {
    const copy = structuredClone(json);
    change(copy.members[0], copy);
    assert.equal(fits(copy), false, change.toString());
  };
  refused((member) => { member.contact = { email: "x@example.org" }; });
  refused((member) => { member.standing = "applicant"; });
  refused((member) => { delete member.name; });
  refused((member) => { member.admitted = "2026-02-30"; });
  refused((member) => { member.id = "Store Bogstaver"; });
  refused((_, file) => { file.version = 2; });
});

test("a project without members", async (t) => {
  const data = await published(t, await project(t, {}));
  assertValid(data);
  assert.deepEqual(data.json, { version: 1, members: [] });
});
