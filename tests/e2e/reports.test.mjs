// The reports of `kanon check` for machines, over projects with findings of every kind.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import Ajv from "ajv";
import addFormats from "ajv-formats";

import { findings, shown } from "../support/findings.mjs";
import { kanon, project, source } from "../support/kanon.mjs";

const broken = path.join(source, "tests", "e2e", "fixtures", "broken");
const small = path.join(source, "tests", "e2e", "fixtures", "small");

async function report(format, folder, ...more) {
  const { stdout, stderr } = await kanon(["check", "--format", format, "--project", folder, ...more]);
  assert.equal(stderr, "");
  return stdout;
}

/** A project whose findings hold what could break out of a format. */
const awkward = (test) =>
  project(test, {
    "content/documents/a,b:c%25 æ.md": "---\nid: x\ntype: politik\n\"a\\n::error::b\": 1\n---\n\n[a](b%0A::c.md)\n",
    "content/pages/p.md": '---\ntitle: "a\\n::warning file=x::b"\nclassification: "]]>\\u001b[31m"\n---\n\n[a](<x\u0007y.md>)\n',
  });

test("JSON: the form is that of the schema, for findings and for none", async (t) => {
  assert.ok((await findings(broken)).diagnostics.length > 10);
  assert.equal((await findings(small)).diagnostics.length, 0);
  assert.ok((await findings(await awkward(t))).diagnostics.length > 3);
});

test("JSON: sorted by path, line and column, without repeats", async () => {
  const { diagnostics } = await findings(broken);
  const key = (one) => [one.path, String(one.line).padStart(9, "0"), String(one.column).padStart(9, "0")].join("\0");
  const keys = diagnostics.map(key);
  assert.deepEqual(keys, [...keys].sort());
  const whole = diagnostics.map((one) => JSON.stringify(one));
  assert.equal(new Set(whole).size, whole.length);
});

const sarifSchema = path.join(source, "..", "shared", "schemas", "sarif", "sarif-schema-2.1.0.json");
const missing = existsSync(sarifSchema) ? false : `${path.relative(source, sarifSchema)} is not there`;

test("SARIF: valid by the schema of SARIF 2.1.0", { skip: missing }, async (t) => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const schema = JSON.parse(await readFile(sarifSchema, "utf8"));
  // The official schema calls itself draft-04 in some editions; what it uses of that is the same in draft-07.
  delete schema.$schema;
  delete schema.id;
  const fits = ajv.compile(schema);
  for (const folder of [broken, small, await awkward(t)]) {
    assert.ok(fits(JSON.parse(await report("sarif", folder))), JSON.stringify(fits.errors, null, 2));
  }
});

test("SARIF: the findings are those of JSON, each with its rule, place and a fingerprint of its own", async () => {
  const { diagnostics } = await findings(broken);
  const [{ results, tool }] = JSON.parse(await report("sarif", broken)).runs;
  const place = (result) => {
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    const rule = tool.driver.rules[result.ruleIndex].id;
    assert.equal(rule, result.ruleId);
    return shown({ path: decodeURIComponent(artifactLocation.uri), line: region.startLine, column: region.startColumn, rule });
  };
  assert.deepEqual(results.map(place), diagnostics.map(shown));
  const prints = results.map((result) => JSON.stringify(result.partialFingerprints));
  assert.equal(new Set(prints).size, prints.length);
  for (const rule of tool.driver.rules) assert.ok(rule.help.text.length > 100, `${rule.id} has a page`);
});

test("GitHub: one command a finding, whatever the content says", async (t) => {
  for (const folder of [broken, await awkward(t)]) {
    const { diagnostics } = await findings(folder);
    const lines = (await report("github", folder)).split("\n");
    assert.equal(lines.pop(), "");
    assert.equal(lines.length, diagnostics.length);
    lines.forEach((line, index) => {
      const match = /^::(error|warning) file=([^,:]*),line=(\d+),endLine=\d+(?:,col=(\d+),endColumn=\d+)?,title=([a-z0-9-]+)::(.+)$/.exec(line);
      assert.ok(match, line);
      const [, severity, file, at, column, rule] = match;
      const { path, line: expected } = diagnostics[index];
      const decoded = file.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
      assert.deepEqual([severity, decoded, Number(at), rule], [diagnostics[index].severity, path, expected, diagnostics[index].rule]);
      if (column) assert.equal(Number(column), diagnostics[index].column);
    });
  }
});

test("GitLab: a Code Quality report with unique fingerprints", async (t) => {
  const fits = new Ajv({ allErrors: true }).compile({
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["description", "check_name", "fingerprint", "severity", "location"],
      properties: {
        description: { type: "string", minLength: 1 },
        check_name: { type: "string" },
        fingerprint: { type: "string", pattern: "^[0-9a-f]{64}$" },
        severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
        location: {
          type: "object",
          required: ["path", "lines"],
          properties: {
            path: { type: "string", pattern: "^[^./]" },
            lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
          },
        },
      },
    },
  });
  for (const folder of [broken, small, await awkward(t)]) {
    const list = JSON.parse(await report("gitlab", folder));
    assert.ok(fits(list), JSON.stringify(fits.errors, null, 2));
    assert.equal(list.length, (await findings(folder)).diagnostics.length);
    assert.equal(new Set(list.map((one) => one.fingerprint)).size, list.length);
  }
});

test("every format is the same twice, and with one job or two", async () => {
  for (const format of ["text", "json", "sarif", "github", "gitlab"]) {
    const once = await report(format, broken, "--jobs", "1");
    assert.equal(await report(format, broken, "--jobs", "2"), once, format);
  }
});
