// The interface in Danish and English: the same words in both lists, none written elsewhere, and a site in English that has
// nothing Danish left in it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { documentSource, filesBelow, kanon, project, source } from "../support/kanon.mjs";

const layouts = path.join(source, "layouts");

async function words(language) {
  const text = await readFile(path.join(layouts, "language", `${language}.yaml`), "utf8");
  const lines = text.split("\n").filter((line) => /^[a-z0-9_]+:/.test(line));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim().replace(/^"(.*)"$/, "$1")]));
}

test("both languages have the same keys, each once, with the same values to put in", async () => {
  const [danish, english] = [await words("da"), await words("en")];
  assert.deepEqual([...danish.keys()].sort(), [...english.keys()].sort());
  const inserted = (text) => [...text.matchAll(/\{[a-z_]+\}/g)].map(([name]) => name).sort();
  // «one» may leave out a number that «many» has.
  for (const [key, text] of danish) assert.deepEqual(inserted(text), inserted(english.get(key)), key);
  for (const language of ["da", "en"]) {
    const text = await readFile(path.join(layouts, "language", `${language}.yaml`), "utf8");
    const keys = text.split("\n").filter((line) => /^[a-z0-9_]+:/.test(line)).map((line) => line.slice(0, line.indexOf(":")));
    assert.equal(new Set(keys).size, keys.length, `${language}.yaml has a key twice`);
  }
});

test("layouts name only words that are there, and have no text of their own", async () => {
  const known = await words("da");
  const wrong = [];
  for (const name of await filesBelow(layouts)) {
    if (!name.endsWith(".mustache")) continue;
    const text = (await readFile(path.join(layouts, name), "utf8")).replace(/\{\{![\s\S]*?\}\}/g, "");
    for (const [, key] of text.matchAll(/\{\{[#^]?t\.([a-z0-9_]+)\}\}/g)) {
      if (!known.has(key)) wrong.push(`${name}: t.${key}`);
    }
    const shown = text
      .replace(/\{\{\{?[^}]*\}\}\}?/g, " ")
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, " ")
      .replace(/<[^>]*>/g, " ");
    for (const [word] of shown.matchAll(/\p{L}{2,}/gu)) wrong.push(`${name}: “${word}”`);
    for (const [, value] of text.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*)"/g)) {
      const own = value.replace(/\{\{[^}]*\}\}/g, "");
      if (/\p{L}{2,}/u.test(own)) wrong.push(`${name}: “${own}”`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("pages and the search have no Danish text in code: what people read is in the lists, or a message in both languages", async () => {
  const wrong = [];
  for (const folder of ["emit/html", "emit/search", "plan"]) {
    for (const name of await filesBelow(path.join(source, "generator", folder))) {
      // The manual is Danish, and this file writes a page of it.
      if (!/\.(cpp|h)$/.test(name) || name === "layout_names.cpp") continue;
      const code = (await readFile(path.join(source, "generator", folder, name), "utf8")).replace(/\/\/.*$/gm, "");
      // A message, or a Message written out, has both: message("da", "en") and {"da", "en"}.
      const alone = code.replace(/(?:\bmessage\(|\{)\s*(?:"(?:[^"\\]|\\.)*"\s*)+,\s*(?:"(?:[^"\\]|\\.)*"\s*)+/g, "");
      // Single letters are those that finders of letters and endings look for.
      for (const [text] of alone.matchAll(/"(?:[^"\\\n]|\\.)*[æøåÆØÅ](?:[^"\\\n]|\\.)*"/g)) if (text.length > 3) wrong.push(`${folder}/${name}: ${text}`);
    }
  }
  assert.deepEqual(wrong, []);
});

const front = (lines) => `---\n${lines.join("\n")}\n---\n\nSome text.\n\n## More\n\nThe Agency reads it.\n`;

const english = {
  "kanon.yaml": `site: {title: Trial, language: en, base_url: "https://a.example/", publisher: Agency, accessibility_statement: "https://w.example/"}
classifications: [open, inside]
audiences: {public: {up_to: open}, internal: {up_to: inside}}
bodies: {board: The Board}
document_types:
  - {id: policy, label: Policy, parents: [], approvals: [board], review_every: P1Y}
  - {id: standard, label: Standard, parents: [policy], review_every: P2Y}
`,
  "content/documents/top.md": documentSource("top", {
    front: { type: "policy", title: "The top", classification: "open", owner: "Agency", history: '[{version: "1.0", date: 2025-01-02, by: Agency, change: First, kind: new}]', approvals: '[{body: board, date: 2025-01-02, version: "1.0"}]', controls: '["A.5.1"]', implements: "[REQ-1]" },
    body: "## Why\n\nThe Agency and the Board of risk.\n\n> [!NOTE]\n> Mind it.\n\n> [!DEFINITION] Risk\n> Danger.\n\n## How\n\nText[^1].\n\n[^1]: A note.\n",
  }),
  "content/documents/below.md": documentSource("below", {
    front: { type: "standard", title: "The one below", classification: "inside", parent: "top", owner: "Agency", history: '[{version: "1.0", date: 2025-01-02, by: Agency, change: First, kind: new}]' },
    body: "## Rules\n\nText.\n",
  }),
  "content/glossary.yaml": "- {id: risk, term: Risk, definition: What may go wrong, classification: open}\n",
  "content/criteria.yaml": "objectives: [{id: together, title: Together, criteria: [{id: together-1, text: Works with others}]}]\n",
  "content/projects/common.md": front(["id: common", "title: A common project"]),
  "content/members/founder.md": front(["id: founder", "name: Founder", "kind: founding", "status: admitted", "admitted: 2024-01-02"]),
  "content/members/joined.md": `---\n${["id: joined", "name: Joined", "kind: associated", "established_in: DK", "status: admitted", "declaration: {date: 2024-02-01, criteria: [{criterion: together-1, statement: It does}], projects: [common]}", "assessment: {circulated: 2024-02-05, responses: [{member: founder, decision: approve, date: 2024-02-06}], written_assessment: 2024-02-07}", "admitted: 2024-02-20"].join("\n")}\n---\n\n## Motivation\n\nSome.\n\n## Contribution\n\nMuch.\n`,
  "content/catalogs/demands.yaml": `id: demands
title: Demands
level: open
owner: Agency
classification: open
version: "1.0"
history: [{version: "1.0", date: 2025-01-02, by: Agency, change: First, kind: new}]
phases: [{id: "1", title: Planning}]
recommendations: [{id: "1.1", phase: "1", text: Plan ahead}, {id: "1.2", phase: "1", text: Look back}]
requirements:
  - {id: REQ-1, phase: "1", theme: Logs, text: Leverandøren skal log, kind: minimum, form: effect, verification: A report, frequency: P1M, recommendations: ["1.1"], controls: ["A.5.1"], note: Mind it}
`,
  "content/handbooks/book.yaml": `id: book
title: The book
classification: open
owner: Agency
version: "1.0"
history: [{version: "1.0", date: 2025-01-02, by: Agency, change: First, kind: new}]
audience: public
parts: [{title: Policies, under: top}, {title: Top, documents: [top]}, {title: Demands, catalogs: [demands]}]
`,
  "content/registers/controls.yaml": '- {control: "A.5.1", applicable: true, justification: Needed, status: implemented, documents: [top]}\n- {control: "A.5.2", applicable: false, justification: Not ours, status: excluded}\n',
  "content/registers/dispensations.yaml": "- {id: let-off, document: top, section: how, reason: Old, measures: Care, decided_by: Board, decided: 2025-06-01, expires: 2026-02-01, classification: open}\n",
  "content/pages/index.md": "---\ntitle: Welcome\nclassification: open\n---\n\nHello.\n",
  "content/pages/about.md": "---\ntitle: About\nclassification: open\n---\n\n" + ["criteria", "members", "hierarchy", "glossary", "dispensations", "applicability"].map((name) => `\`\`\`kanon ${name}\n\`\`\`\n`).join("\n"),
};

/** What people read of a page: text, and what stands in attributes for them. */
function shownIn(html) {
  const attributes = [...html.matchAll(/(?:aria-label|title|alt|placeholder|content|data-[a-z-]+)="([^"]*)"/g)].map(([, value]) => value);
  const text = html.replace(/<script[\s\S]*?<\/script>/g, "\n").replace(/<[^>]*>/g, "\n");
  return [...text.split("\n"), ...attributes].map((line) => line.replace(/&amp;/g, "&").replace(/\s+/g, " ").trim()).filter((line) => line !== "");
}

test("a site in English has every kind of page, and no word of the Danish interface", async (t) => {
  const folder = await project(t, english);
  const run = async (...args) => {
    const { status, stderr, stdout } = await kanon([...args, "--project", folder]);
    assert.equal(status, 0, stdout + stderr);
  };
  await run("release", "top");
  await run("build", "--no-pdf", "--quiet", "--drafts", "--audience", "internal");
  const site = path.join(folder, "site");
  const pages = (await filesBelow(site)).filter((name) => name.endsWith(".html"));
  for (const wanted of ["index", "what-applies/index", "reviews/index", "evaluation/index", "hierarchy/index", "changes/index", "search/index", "members/joined/index", "catalogs/demands/coverage/index", "soa/coverage/index", "documents/top/history/index", "documents/top/1.0/index", "handbooks/book/index", "dispensations/index", "glossary/index", "admission/index", "404"]) {
    assert.ok(pages.includes(`${wanted}.html`), wanted);
  }
  const [danish, inEnglish] = [await words("da"), await words("en")];
  const both = new Set([...inEnglish.values()].map((text) => text.toLowerCase()));
  const patterns = [...danish.values()]
    .filter((text) => !both.has(text.toLowerCase()))
    .map((text) => new RegExp(`^${text.split(/\{[a-z_]+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, "\\$&")).join(".+")}$`, "i"))
    .filter((pattern) => /\p{L}{2}/u.test(pattern.source));
  const wrong = [];
  for (const name of pages) {
    const html = await readFile(path.join(site, name), "utf8");
    assert.ok(html.includes('<html lang="en">'), name);
    for (const line of shownIn(html)) {
      if (patterns.some((pattern) => pattern.test(line))) wrong.push(`${name}: ${line}`);
      if (/\d\. (januar|februar|marts|maj|juni|juli|oktober)/.test(line)) wrong.push(`${name}: ${line}`);
      // The one Danish text of the project is a requirement's.
      if (/[æøå]/i.test(line.replace(/Leverandøren skal log/g, ""))) wrong.push(`${name}: ${line}`);
    }
  }
  assert.deepEqual([...new Set(wrong)], []);
});
