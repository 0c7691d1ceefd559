// What a search finds, and in which order, over indexes that the program wrote.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { excerptOf, marked } from "../../assets/script/search/excerpt.js";
import { fold, wordsOf } from "../../assets/script/search/words.js";
import { documentSource, kanon, project, treeHash, yamlText } from "../support/kanon.mjs";
import { searchOf, titles } from "../support/search_index.mjs";

const page = (title, body, front = "") => `---\ntitle: ${yamlText(title)}\nclassification: offentlig\n${front}---\n\n${body}\n`;

async function built(t, files, ...more) {
  const folder = await project(t, files);
  const site = path.join(folder, "site");
  const { status, stderr } = await kanon(["build", "--no-pdf", "--quiet", "--drafts", "--project", folder, ...more]);
  assert.equal(status, 0, stderr);
  return site;
}

test("inflected words, compounds and words without æ, ø and å are found", async (t) => {
  const index = await searchOf(await built(t, {
    "content/pages/a.md": page("Sikkerhedskrav", "Om ting."),
    "content/pages/b.md": page("Emnepolitik", "Om andet."),
    "content/pages/c.md": page("Politikken", "Om mere."),
    "content/pages/d.md": page("Ændringer på skærmen", "Om ærø og gåsen."),
    "content/pages/e.md": page("Adgang", "Om adgange."),
  }));
  assert.deepEqual(await titles(index, "krav"), ["Sikkerhedskrav"]);
  assert.deepEqual(await titles(index, "politikker"), ["Politikken", "Emnepolitik"]);
  for (const query of ["ændringer", "aendring", "AENDRINGERNE", "ærø", "aeroe", "gaasen", "gåse"]) assert.deepEqual(await titles(index, query), ["Ændringer på skærmen"], query);
  assert.deepEqual(await titles(index, "adg"), ["Adgang"], "the word that is being typed");
  assert.deepEqual(await titles(index, "adg "), [], "a word that is typed");
  assert.deepEqual(await titles(index, "findesikke"), []);
  assert.deepEqual(await titles(index, ""), []);
  assert.deepEqual(await titles(index, "  <script> & ' \" \\ "), []);
  assert.deepEqual(await titles(index, "constructor __proto__ toString"), []);
});

test("a title comes before a heading and a heading before text; a word before its other forms and those before compounds", async (t) => {
  const index = await searchOf(await built(t, {
    "content/pages/a.md": page("Alfa", "Her står backup i teksten, backup og backup."),
    "content/pages/b.md": page("Beta", "Før.\n\n## Backup\n\nEfter."),
    "content/pages/c.md": page("Backup", "Andet."),
    "content/pages/d.md": page("Backuppen", "Andet."),
    "content/pages/e.md": page("Databackup", "Andet."),
  }));
  assert.deepEqual((await titles(index, "backup")).slice(0, 3), ["Backup", "Backuppen", "Beta › Backup"]);
  assert.ok((await titles(index, "backup")).indexOf("Beta › Backup") < (await titles(index, "backup")).indexOf("Alfa"));
  assert.ok((await titles(index, "backup")).indexOf("Backuppen") < (await titles(index, "backup")).indexOf("Databackup"));
});

test("every word of a query counts; where no place has all, those that have some are told", async (t) => {
  const index = await searchOf(await built(t, {
    "content/pages/a.md": page("Backup", "Om kopier.\n\n## Ansvar\n\nHer er det."),
    "content/pages/b.md": page("Adgang", "Om nøgler.\n\n## Ansvar\n\nOgså her."),
  }));
  assert.deepEqual(await titles(index, "backup ansvar"), ["Backup › Ansvar"]);
  assert.equal((await index.search("backup ansvar")).all, true);
  assert.equal((await index.search("kopier nøgler")).all, false);
  assert.deepEqual((await titles(index, "kopier nøgler")).sort(), ["Adgang", "Backup"]);
  assert.equal((await index.search("kopier findesikke")).all, false);
});

test("what is valid comes before what was, and an audience finds only what it sees", async (t) => {
  const history = '[{version: "1.1", date: 2025-02-02, by: A, change: Ny, kind: updated}, {version: "1.0", date: 2025-01-02, by: A, change: Ny, kind: new}]';
  const folder = await project(t, {
    "content/documents/p.md": documentSource("p", { front: { title: "Logning", approvals: '[{body: udvalg, date: 2025-01-02, version: "1.0"}, {body: direktion, date: 2025-01-02, version: "1.0"}]' } }),
    "content/documents/q.md": documentSource("q", { front: { title: "Kanariefuglen", classification: "intern" } }),
    "content/pages/a.md": page("Andet", "Her nævnes logning."),
  });
  const run = async (...args) => {
    const { status, stderr } = await kanon([...args, "--project", folder]);
    assert.equal(status, 0, stderr);
  };
  await run("release", "p");
  const approvals = '[{body: udvalg, date: 2025-02-02, version: "1.1"}, {body: direktion, date: 2025-02-02, version: "1.1"}]';
  await writeFile(path.join(folder, "content/documents/p.md"), documentSource("p", { front: { title: "Logning", version: '"1.1"', history, approvals } }));
  await run("release", "p");
  await run("build", "--no-pdf", "--quiet", "--drafts");
  const site = path.join(folder, "site");
  const index = await searchOf(site);
  assert.deepEqual(await titles(index, "logning"), ["Logning", "Andet", "Logning, version 1.0"]);
  assert.equal((await index.told((await index.search("logning")).hits[0].entry)).href, "../dokumenter/p/");
  assert.deepEqual(await titles(index, "kanariefuglen"), []);
  assert.ok(!(await readFile(path.join(site, "soeg", "index.js"), "utf8")).includes("kanarie"));
});

test("the same project gives the same bytes", async (t) => {
  const files = { "content/pages/a.md": page("A", "En tekst."), "content/pages/b.md": page("B", "En anden tekst.") };
  assert.equal(await treeHash(await built(t, files, "--jobs", "1")), await treeHash(await built(t, files, "--jobs", "4")));
});

test("the program and the browser fold words alike", async (t) => {
  const text = "Ærø «gå-på-mod» ÅRSAG 27001 A\u030Arhus idé Čapek straße ΣΊΣΥΦΟΣ naïve e\u0301n 100\u202F% i a 5 SMV’er x_y ¼ ﬁ ２";
  const index = await searchOf(await built(t, { "content/pages/a.md": page("T", text.replace("_", "\\_")) }));
  for (const { word } of wordsOf(text)) {
    if (word.length > 1 || /\d/.test(word)) assert.ok(index.words.includes(word), word);
  }
  assert.equal(fold("ÅÆØ É"), "aaaeoe e");
});

test("an excerpt is cut around the words that were found, and they are marked", () => {
  const text = `${"fyld ".repeat(80)}her står sikkerhedskrav og mere ${"fyld ".repeat(80)}`;
  const pieces = excerptOf(text, new Set(["sikkerhedskrav"]));
  assert.ok(pieces.some((piece) => piece.marked && piece.text === "sikkerhedskrav"));
  const whole = pieces.map((piece) => piece.text).join("");
  assert.ok(whole.startsWith("… ") && whole.endsWith(" …") && whole.length < 240, whole);
  assert.deepEqual(marked("<b>Krav</b>", new Set(["krav"])), [{ text: "<b>", marked: false }, { text: "Krav", marked: true }, { text: "</b>", marked: false }]);
  assert.deepEqual(excerptOf("", new Set(["x"])), []);
  assert.equal(excerptOf("kort tekst", new Set()).map((piece) => piece.text).join(""), "kort tekst");
  assert.ok(excerptOf("x".repeat(1000), new Set()).map((piece) => piece.text).join("").length < 240);
});
