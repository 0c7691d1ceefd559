// What a review says of each kind of change, in each form, beside what is expected: tests/e2e/fixtures/review/.
// `node tests/e2e/review_golden.test.mjs --rewrite` (`make golden`) writes the expectations anew.
import assert from "node:assert/strict";
import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { committed, git } from "../support/git.mjs";
import { kanon, source, temporaryFolder } from "../support/kanon.mjs";

const rewrite = process.argv.includes("--rewrite");
const expected = path.join(source, "tests", "e2e", "fixtures", "review");

/** Replacements by file; each text must be there once. */
const edits = {
  "kanon.yaml": [["Kravprøven", "Kravprøven efter sommer"]],
  "content/catalogs/basis.yaml": [
    ["hver måned sende en rapport", "hver uge sende en rapport"],
    ["frequency: P1M", "frequency: P1W"],
    ["verification: Liste over underleverandører", "verification: Liste over underleverandører med cvr-numre"],
    ['version: "1.0"\nhistory:\n', 'version: "1.1"\nhistory:\n  - {version: "1.1", date: 2026-03-02, by: InfoSec, change: Ugentlige rapporter, kind: updated}\n'],
    [
      "    note: Også når der ingen hændelser er.\n",
      `    note: Også når der ingen hændelser er.
  - id: LK-BAS-2.2
    phase: "2"
    theme: Afslutning
    text: Leverandøren skal slette kundens data senest 30 dage efter aftalens ophør.
    kind: minimum
    verification: Erklæring om sletning
    frequency: once
    recommendations: ["2.2"]
    controls: ["A.8.10"]
`,
    ],
  ],
  "content/documents/politik.md": [
    ["classification: offentlig", "classification: intern\nowner: InfoSec"],
    ['controls: ["A.5.1"]', 'controls: ["A.5.1", "A.5.2"]'],
    ["Politikken gælder alle.", "Politikken gælder alle ansatte og alle, der arbejder for os."],
  ],
  "content/documents/logning.md": [
    ["## Hvad der logges", "## Hvad logges"],
    ["implements: [LK-BAS-1.1]\n", ""],
  ],
  "content/documents/ugle.md": [["implements: [LK-BAS-1.1, LK-HOJ-2.1]", "implements: [LK-HOJ-2.1]"]],
  "content/handbooks/haandbog.yaml": [["catalogs: [basis]", "catalogs: [basis, hoej]"]],
  "content/members/eksempel-as.md": [
    ["name: Eksempel A/S", "name: Eksempel Group A/S"],
    ["Vi medvirker.", "Vi medvirker i to indsatser om året."],
    ["HEMMELIG-GRUND", "HEMMELIG-NY-GRUND"],
    ["Timer.", "Timer og lokaler."],
  ],
  "content/criteria.yaml": [["Medvirker i indsatser.", "Medvirker hvert år i mindst én indsats."]],
  "content/registers/controls.yaml": [["status: partial", "status: implemented"]],
  "content/registers/dispensations.yaml": [["expires: 2026-12-01", "expires: 2027-02-01"]],
};

async function edit(folder, file, replacements) {
  const at = path.join(folder, file);
  let text = await readFile(at, "utf8");
  for (const [before, after] of replacements) {
    assert.ok(text.split(before).length === 2, `${file} holds ${JSON.stringify(before)} once`);
    text = text.replace(before, () => after);
  }
  await writeFile(at, text);
}

async function changedProject(t) {
  const folder = await temporaryFolder(t);
  for (const name of ["members", "requirements"]) await cp(path.join(source, "tests", "golden", name, "project"), folder, { recursive: true });
  await git(folder, "init", "-q", "-b", "main");
  await committed(folder, "Before");
  for (const [file, replacements] of Object.entries(edits)) await edit(folder, file, replacements);
  await mkdir(path.join(folder, "content/documents/drift"));
  await rename(path.join(folder, "content/documents/beredskab.md"), path.join(folder, "content/documents/drift/beredskab.md"));
  await rm(path.join(folder, "content/members/afvist-as.md"));
  return folder;
}

test("each kind of change, in each form", async (t) => {
  const folder = await changedProject(t);
  for (const [name, ...args] of [
    ["text.da.txt", "--format", "text"],
    ["text.en.txt", "--format", "text", "--lang", "en"],
    ["comment.md", "--format", "markdown"],
    ["report.json", "--format", "json"],
    ["announcement.md", "--format", "announcement"],
  ]) {
    const { stdout, stderr, status } = await kanon(["review", "main", ...args, "--project", folder, "--date", "2026-03-10"]);
    assert.ok(status === 1, stderr);
    const text = stdout.replaceAll(/[0-9a-f]{40}/g, "<commit>").replaceAll(/\b[0-9a-f]{7,12}\b/g, "<commit>").replaceAll(folder, "<project>");
    assert.doesNotMatch(text, /HEMMELIG|hemmelig/, `${name} tells what is private`);
    if (rewrite) await writeFile(path.join(expected, name), text);
    else assert.equal(text, await readFile(path.join(expected, name), "utf8"), name);
  }
});
