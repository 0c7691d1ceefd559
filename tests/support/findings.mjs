// The findings of `kanon check`, held to what every report promises.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import Ajv from "ajv";

import { kanon } from "./kanon.mjs";

const schema = JSON.parse(readFileSync(new URL("report.schema.json", import.meta.url), "utf8"));
const fits = new Ajv({ allErrors: true }).compile(schema);

/** Throws where the program did not end by itself, in time, with a status of its own. */
export function assertEnded(result, what) {
  assert.ok(!result.timedOut, `${what}: did not end in time`);
  assert.equal(result.signal, null, `${what}: ended by ${result.signal}\n${result.stderr}`);
  assert.ok([0, 1, 2, 3].includes(result.status), `${what}: exit status ${result.status}\n${result.stderr}`);
  assert.doesNotMatch(String(result.stderr), /måtte stoppe|had to stop|Sanitizer|assert/i, what);
}

/** What check finds in a project, as `{diagnostics, summary, status, milliseconds}`. */
export async function findings(folder, { args = [], ...options } = {}) {
  const result = await kanon(["check", "--format", "json", "--project", folder, ...args], options);
  assertEnded(result, "check");
  assert.notEqual(result.status, 3, result.stderr);
  const report = JSON.parse(result.stdout);
  assertReport(report);
  assert.equal(result.status === 0, report.summary.errors === 0, "the exit status is that of the findings");
  return { ...report, status: result.status, milliseconds: result.milliseconds };
}

/** Throws where a JSON report isn't of the form that tests/support/report.schema.json gives. */
export function assertReport(report) {
  assert.ok(fits(report), JSON.stringify(fits.errors, null, 2));
  const count = (severity) => report.diagnostics.filter((one) => one.severity === severity).length;
  assert.deepEqual(report.summary, { errors: count("error"), warnings: count("warning") });
  for (const { path, line, column, end_line: endLine, end_column: endColumn } of report.diagnostics) {
    assert.ok(endLine > line || (endLine === line && endColumn >= column), `${path}:${line}:${column} ends before it begins`);
  }
}

/** `path:line:column [rule]`, as people read it. */
export const shown = ({ path, line, column, rule }) => `${path}:${line}:${column} [${rule}]`;
