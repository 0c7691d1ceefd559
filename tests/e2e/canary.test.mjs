// What may not be published never is: a project holds a word of its own in every private place, and no such word is in
// anything that is built from it: pages, PDFs, feeds, data, sums, names of files, what the build prints.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { assertEnded } from "../support/findings.mjs";
import { documentSource, filesBelow, kanon, project, run, temporaryFolder, writeTree } from "../support/kanon.mjs";

const today = ["--date", "2026-01-15"];

/** Words that stand in the project, each once: a word is `qz<place>xj`, lower case, and nothing else looks like one. */
const taken = new Set();
class Canaries {
  words = [];
  sing(place) {
    const word = `qz${place}xj`;
    assert.match(word, /^[a-z0-9]+$/);
    assert.ok(!taken.has(word), `${word} stands in one place only`);
    taken.add(word);
    this.words.push(word);
    return word;
  }
}

const never = new Canaries(); // of members: for no audience
const evaluations = new Canaries(); // for audiences that see more than the public, on the page of the evaluation
const internal = new Canaries(); // for those audiences, anywhere
const confidential = new Canaries(); // for neither of the two audiences
const drafts = new Canaries(); // until it is released
const open = new Canaries(); // for everyone: these show that the search finds what is there

// Days that only a private field has. Each is looked for as ISO 8601 has it and as Danes write it.
const privateDays = ["2023-10-06", "2023-10-11", "2024-02-26", "2024-03-07", "2024-03-11", "2024-03-04", "2025-02-07", "2025-09-02", "2025-09-04", "2025-09-10", "2025-09-17", "2025-08-27", "2023-09-27", "2026-01-13", "2026-01-14", "2026-01-12", "2026-01-11"];
const evaluationDays = ["2026-01-09"];

const months = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];
function waysToWrite(iso) {
  const [year, month, day] = iso.split("-");
  const plain = [`${Number(day)}. ${months[Number(month) - 1]} ${year}`, `${day}-${month}-${year}`, `${day}.${month}.${year}`, `${Number(day)}.${Number(month)}.${year}`];
  return [iso, ...plain, ...plain.map((text) => text.replaceAll(" ", ""))];
}

/** A member's source; `which` names the places of its words. */
function member(id, which, { canaries, name = `Medlem ${canaries.sing(`${which}name`)}`, keys, body = `${which}body` }) {
  return `---
# ${never.sing(`${which}yamlcomment`)}
id: ${id}
name: ${name}
kind: associated
website: https://${canaries.sing(`${which}website`)}.example
established_in: DK
contact: {name: ${never.sing(`${which}contactname`)}, email: ${never.sing(`${which}contactemail`)}@example.org}
${keys}---

<!-- ${never.sing(`${which}bodycomment`)} -->

## Motivation

Vi vil gerne med: ${canaries.sing(body)}.

## Bidrag

Timer: ${canaries.sing(`${which}contribution`)}.
`;
}

const declaration = (which, canaries, date) => `declaration:
  date: ${date}
  criteria:
    - {criterion: synergi-1, statement: "Vi medvirker ${canaries.sing(`${which}statement`)}"}
    - {criterion: viden-1, statement: Vi kender området.}
  projects: [awareness]
`;

const response = (which, who, decision, date, more = "") =>
  `    - {member: ${who}, decision: ${decision}, date: ${date}, ${more}reason: "Fordi ${never.sing(`${which}reason${who.at(-1)}`)}"}\n`;

const founder = (letter) => `---
id: stifter-${letter}
name: Stifter ${letter.toUpperCase()}
kind: founding
status: admitted
contact: {name: ${never.sing(`founder${letter}contactname`)}, email: ${never.sing(`founder${letter}contactemail`)}@example.org}
---

<!-- ${never.sing(`founder${letter}bodycomment`)} -->

## Om organisationen

Har været med fra begyndelsen.
`;

function members() {
  const hidden = (which) => `${never.sing(`${which}id`)}`;
  const admitted = declaration("admitted", open, "2024-02-20") + `status: admitted
assessment:
  circulated: 2024-02-26
  responses:
${response("admitted", "stifter-a", "approve", "2024-02-27")}${response("admitted", "stifter-b", "object", "2024-03-04", "unmet: [viden-1], ")}  written_assessment: 2024-03-07
  meeting: 2024-03-11
  outcome: approved
admitted: 2024-03-14
evaluations: [{year: 2025, date: 2026-01-09, by: "${evaluations.sing("by")}", result: "${evaluations.sing("result")}"}]
`;
  const circulated = declaration("circulated", never, "2026-01-11") + `status: circulated
assessment:
  circulated: 2026-01-13
  responses:
${response("circulated", "stifter-a", "approve", "2026-01-14")}  written_assessment: 2026-01-14
`;
  const rejected = declaration("rejected", never, "2025-08-27") + `status: rejected
aliases: [${never.sing("rejectedalias")}]
assessment:
  circulated: 2025-09-02
  responses:
${response("rejected", "stifter-a", "object", "2025-09-04", "unmet: [synergi-1], ")}  written_assessment: 2025-09-10
  meeting: 2025-09-17
  outcome: rejected
`;
  const left = declaration("left", never, "2023-09-27") + `status: left
cvr: "10150817"
assessment:
  circulated: 2023-10-03
  responses:
${response("left", "stifter-c", "approve", "2023-10-06")}  written_assessment: 2023-10-11
admitted: 2023-10-12
evaluations: [{year: 2024, date: 2025-02-07, by: "${never.sing("leftby")}", result: "${never.sing("leftresult")}"}]
left: 2025-06-24
`;
  const restricted = declaration("restricted", confidential, "2024-02-20") + "status: admitted\nclassification: fortrolig\nadmitted: 2026-01-05\n";
  const ids = { applicant: hidden("applicant"), circulated: hidden("circulated"), rejected: hidden("rejected"), restricted: confidential.sing("restrictedid") };
  return {
    "optaget.md": member("optaget", "admitted", { canaries: open, keys: admitted }),
    "tidligere.md": member("tidligere", "left", { canaries: never, name: `Medlem ${open.sing("leftname")}`, keys: left }),
    [`${ids.applicant}.md`]: member(ids.applicant, "applicant", { canaries: never, keys: declaration("applicant", never, "2026-01-12") + "status: applicant\n" }),
    [`${ids.circulated}.md`]: member(ids.circulated, "circulated", { canaries: never, keys: circulated }),
    [`${ids.rejected}.md`]: member(ids.rejected, "rejected", { canaries: never, keys: rejected }) + `\n[Bilaget](../${imageOfRejected})\n`,
    [`${ids.restricted}.md`]: member(ids.restricted, "restricted", { canaries: confidential, keys: restricted }),
    "stifter-a.md": founder("a"),
    "stifter-b.md": founder("b"),
    "stifter-c.md": founder("c"),
  };
}

const imageOfRejected = `bilag/${never.sing("attachmentname")}.txt`;

const below = (folder, files) => Object.fromEntries(Object.entries(files).map(([name, text]) => [`content/${folder}/${name}`, text]));

/** A document of a level, its id, title, owner, history and text with words of their own. */
function restrictedDocument(which, canaries, level) {
  const change = `{version: "1.0", date: 2025-06-02, by: Enhed, change: "${canaries.sing(`${which}change`)}", kind: new}`;
  const front = { title: `Om ${canaries.sing(`${which}title`)}`, owner: canaries.sing(`${which}owner`), classification: level, history: `[${change}]`, controls: '["A.8.15", "A.8.16"]', implements: "[K-1]" };
  const id = canaries.sing(`${which}id`);
  const body = `## ${canaries.sing(`${which}heading`)}\n\n<!-- ${never.sing(`${which}comment`)} -->\n\nTekst ${canaries.sing(`${which}text`)}, se [bilaget](../bilag/${canaries.sing(`${which}file`)}.txt).\n`;
  return { [`content/documents/${id}.md`]: documentSource(id, { front, body }), [`content/bilag/${canaries.words.at(-1)}.txt`]: canaries.sing(`${which}filetext`) };
}

const embeds = ["members", "criteria", "hierarchy", "glossary", "dispensations", "applicability", "coverage", "requirements catalog=krav", "history"].map((name) => `\`\`\`kanon ${name}\n\`\`\`\n`).join("\n");
const openHistory = '[{version: "1.0", date: 2025-06-02, by: Enhed, change: Ny, kind: new}]';
const openBody = `## Formål\n\nTekst ${open.sing("opentext")}.\n\n<!-- ${never.sing("documentcomment")} -->\n\n[//]: # (${never.sing("linkcomment")})\n\n${embeds}`;
const openDocument = documentSource("aaben", { front: { title: "Åben politik", history: openHistory }, body: openBody });

const files = {
  "kanon.yaml": `# ${never.sing("configcomment")}
site: {title: Pagten, base_url: "https://pagten.example/", publisher: Sekretariatet}
document_types:
  - {id: politik, label: Politik, parents: []}
rules: {orphan-document: "off"}
`,
  "content/criteria.yaml": `# ${never.sing("criteriacomment")}
objectives:
  - {id: synergi, title: Indsatser hænger sammen, criteria: [{id: synergi-1, text: Medvirker ${open.sing("criterion")}.}]}
  - {id: viden, title: Viden deles, criteria: [{id: viden-1, text: Kender området.}]}
`,
  "content/glossary.yaml": `# ${never.sing("glossarycomment")}
- {id: begreb, term: Begreb, definition: Et ord.}
- {id: ${confidential.sing("termid")}, term: ${confidential.sing("term")}, definition: "${confidential.sing("definition")}", classification: fortrolig}
`,
  "content/registers/dispensations.yaml": `- {id: ${confidential.sing("dispensationid")}, document: aaben, reason: "${confidential.sing("dispensationreason")}", measures: ["${confidential.sing("measure")}"], decided_by: "${confidential.sing("decidedby")}", decided: 2025-12-01, expires: 2026-12-01}\n`,
  "content/registers/controls.yaml": `# ${never.sing("controlscomment")}
- {control: "A.8.15", applicable: true, justification: "${internal.sing("justification")}", status: partial, documents: [aaben, qzinternalidxj, qzconfidentialidxj]}
- {control: "A.8.16", applicable: true, justification: "${internal.sing("otherjustification")}", status: planned, documents: [qzinternalidxj]}
`,
  "content/catalogs/krav.yaml": `# ${never.sing("catalogcomment")}
id: krav
title: Krav
classification: offentlig
version: "1.0"
history: ${openHistory}
recommendations: [{id: "1.1", text: Følg op.}]
requirements:
  - {id: K-1, text: "Leverandøren skal rapportere ${open.sing("requirement")}.", kind: minimum, verification: Rapport, frequency: P1M, recommendations: ["1.1"], controls: ["A.8.15"]}
`,
  [`content/catalogs/${internal.sing("catalogid")}.yaml`]: `id: ${internal.words.at(-1)}
title: Om ${internal.sing("catalogtitle")}
extends: krav
classification: intern
version: "1.0"
history: ${openHistory}
recommendations: [{id: "1.2", text: "${internal.sing("recommendation")}"}]
requirements:
  - {id: ${internal.sing("requirementid")}, text: "Leverandøren skal melde ${internal.sing("requirementtext")}.", kind: minimum, verification: Rapport, frequency: P1M, recommendations: ["1.2"], controls: ["A.8.15"], derives_from: [K-1]}
`,
  "content/projects/awareness.md": `---\nid: awareness\ntitle: Awareness ${open.sing("project")}\n---\n\n<!-- ${never.sing("projectcomment")} -->\n\nEt projekt.\n`,
  [`content/projects/${confidential.sing("projectid")}.md`]: `---\nid: ${confidential.words.at(-1)}\ntitle: ${confidential.sing("projecttitle")}\nclassification: fortrolig\n---\n\n${confidential.sing("projecttext")}\n`,
  [`content/pages/${confidential.sing("pagename")}.md`]: `---\ntitle: ${confidential.sing("pagetitle")}\nclassification: fortrolig\naliases: [${confidential.sing("pagealias")}]\n---\n\n${confidential.sing("pagetext")}\n`,
  "content/documents/aaben.md": openDocument,
  ...restrictedDocument("internal", internal, "intern"),
  ...restrictedDocument("confidential", confidential, "fortrolig"),
  "content/handbooks/haandbog.yaml": `id: haandbog
title: Håndbog ${open.sing("handbook")}
owner: Enhed
classification: offentlig
version: "1.0"
history: ${openHistory}
parts: [{title: Det hele, documents: [aaben]}]
appendices: [{embed: members}, {embed: criteria}, {embed: hierarchy}, {embed: glossary}, {embed: dispensations}, {embed: applicability}, {embed: coverage}, {embed: history}]
`,
  [`content/handbooks/${internal.sing("handbookid")}.yaml`]: `id: ${internal.words.at(-1)}
title: Intern håndbog
classification: intern
version: "1.0"
history: ${openHistory}
audience: internal
parts: [{title: "${internal.sing("parttitle")}", documents: [aaben]}]
appendices: [{embed: members}, {embed: criteria}]
`,
  [`content/${imageOfRejected}`]: never.sing("attachmenttext"),
  ...below("members", members()),
};

/** What is written on after the releases: a document never released, and the open one's next version. */
const draftFiles = (() => {
  const next = openDocument
    .replace('version: "1.0"', 'version: "1.1"')
    .replace("history: [", `history: [{version: "1.1", date: 2026-01-10, by: Enhed, change: "${drafts.sing("draftchange")}", kind: updated}, `)
    .replace("## Formål", `## Formål\n\nNy tekst ${drafts.sing("draftnexttext")}.`);
  const front = { title: `Om ${drafts.sing("drafttitle")}`, owner: drafts.sing("draftowner"), history: openHistory };
  return {
    "content/documents/aaben.md": next,
    "content/documents/udkast.md": documentSource("udkast", { front, body: `## Formål\n\nTekst ${drafts.sing("drafttext")}.\n` }),
  };
})();

async function fine(folder, args, options) {
  const result = await kanon([...args, "--project", folder, ...today], options);
  assertEnded(result, args.join(" "));
  assert.equal(result.status, 0, `${args.join(" ")}\n${result.stdout}${result.stderr}`);
  return result;
}

async function pact(t) {
  const folder = await project(t, files);
  await fine(folder, ["release", "--all"]);
  await writeTree(folder, draftFiles);
  await fine(folder, ["check"]);
  return folder;
}

/** Every form in which bytes may hold text: as they are, in UTF-16 (PDF's titles and outlines), and as hex digits of either. */
function readings(bytes) {
  const latin = bytes.toString("latin1");
  const utf8 = bytes.toString("utf8");
  const strings = [...latin.matchAll(/<([0-9A-Fa-f\s]{8,})>/g)].map(([, digits]) => Buffer.from(digits.replaceAll(/\s/g, ""), "hex").toString("latin1"));
  const text = [utf8, latin, ...strings].join("\n");
  return `${text}\n${[latin, ...strings].join("\n").replaceAll("\0", "")}`.toLowerCase();
}

/** The text of a PDF, as readers and as machines see it. */
async function pdfReadings(file, scratch) {
  const text = await run("pdftotext", ["-enc", "UTF-8", file, "-"]);
  assert.equal(text.status, 0, text.stderr);
  const flat = path.join(scratch, "flat.pdf");
  const unpacked = await run("qpdf", ["--qdf", "--object-streams=disable", "--decode-level=all", file, flat]);
  assert.equal(unpacked.status, 0, unpacked.stderr);
  const shown = text.stdout.toLowerCase();
  // Words may be broken between lines.
  return [shown, shown.replaceAll(/[\s\u00ad-]/g, ""), readings(await readFile(flat)), readings(await readFile(file))].join("\n");
}

/** Everything that a folder shows: `[{name, text}]`, `text` in all its readings. */
async function outputs(t, folder) {
  const scratch = await temporaryFolder(t);
  const all = [];
  for (const name of await filesBelow(folder)) {
    const file = path.join(folder, name);
    const text = name.endsWith(".pdf") ? await pdfReadings(file, scratch) : readings(await readFile(file));
    all.push({ name, text: `${name.toLowerCase()}\n${text}` });
  }
  return all;
}

function assertSilent(all, { words = [], days = [] }) {
  const written = days.flatMap(waysToWrite).map((day) => new RegExp(`(?<![0-9])${day.replaceAll(".", "\\.")}(?![0-9])`));
  for (const { name, text } of all) {
    for (const word of words) assert.ok(!text.includes(word), `${name} holds ${word}`);
    for (const day of written) assert.doesNotMatch(text, day, `${name} holds a private day`);
  }
}

const holding = (all, word) => all.filter(({ text }) => text.includes(word)).map(({ name }) => name);

/** Builds a site into a folder of its own and gives what it shows, and what the build printed. */
async function built(t, folder, args) {
  const out = path.join(await temporaryFolder(t), "site");
  const { stdout, stderr } = await fine(folder, ["build", "--out", out, ...args], { seconds: 200 });
  return { all: await outputs(t, out), printed: [{ name: "what the build prints", text: `${stdout}\n${stderr}`.toLowerCase() }] };
}

/** That words are found where they may be: else the search would prove nothing. */
function assertOpenIsFound(all) {
  for (const word of open.words) assert.ok(holding(all, word).some((name) => name.endsWith(".html")), `a page holds ${word}`);
  const pdf = all.find(({ name }) => name === "haandboeger/haandbog/haandbog-1.0.pdf");
  assert.ok(pdf, "the handbook is there");
  for (const place of ["opentext", "handbook", "criterion", "admittedname"]) assert.ok(pdf.text.includes(`qz${place}xj`), `the handbook holds ${place}`);
  for (const word of ["qzadmittedstatementxj", "qzadmittedwebsitexj", "qzleftnamexj"]) assert.ok(holding(all, word).includes("data/members.json"), `members.json holds ${word}`);
}

test("the public site holds nothing private, in any byte", { timeout: 290_000 }, async (t) => {
  const folder = await pact(t);
  const { all, printed } = await built(t, folder, []);
  assertOpenIsFound(all);
  for (const name of ["feed.xml", "sitemap.xml", "data/members.csv", "data/members.json", "data/ledger.json", "data/documents.json", "data/sha256sums.txt", "data/requirements.json", "soa/index.html", "soa/daekning/index.html", "soa/soa.pdf", "kravkataloger/krav/daekning/index.html", "medlemmer/index.html", "optagelse/index.html", "projekter/awareness/index.html"]) {
    assert.ok(all.some((one) => one.name === name), `${name} is searched`);
  }
  const words = [...never.words, ...evaluations.words, ...internal.words, ...confidential.words, ...drafts.words];
  assertSilent([...all, ...printed], { words, days: [...privateDays, ...evaluationDays] });
  assert.ok(!all.some(({ name }) => name.startsWith("evaluering/")), "there is no page of evaluations");
});

test("an internal site holds evaluations on one page, and nothing else that is private", { timeout: 290_000 }, async (t) => {
  const folder = await pact(t);
  const { all, printed } = await built(t, folder, ["--audience", "internal"]);
  assertOpenIsFound(all);
  assertSilent([...all, ...printed], { words: [...never.words, ...confidential.words, ...drafts.words], days: privateDays });
  for (const word of [...evaluations.words, ...evaluationDays]) assert.deepEqual(holding(all, word), ["evaluering/index.html"], word);
  for (const page of ["soa/index.html", "soa/soa.pdf"]) assert.ok(holding(all, "qzjustificationxj").includes(page), page);
  for (const word of ["qzinternaltitlexj", "qzinternaltextxj", "qzparttitlexj"]) assert.ok(holding(all, word).some((name) => name.endsWith(".pdf")), word);
});

test("neither drafts nor a past day show more of members", { timeout: 120_000 }, async (t) => {
  const folder = await pact(t);
  const words = [...never.words, ...evaluations.words, ...internal.words, ...confidential.words];
  const withDrafts = await built(t, folder, ["--drafts", "--no-pdf"]);
  assert.ok(holding(withDrafts.all, "qzdraftnexttextxj").length > 0, "drafts are shown");
  assertSilent([...withDrafts.all, ...withDrafts.printed], { words, days: [...privateDays, ...evaluationDays] });

  // On that day one had just been admitted, and one that has left since was a member: what it declared was public then.
  const past = await built(t, folder, ["--as-of", "2024-03-20", "--no-pdf"]);
  const declared = ["qzleftwebsitexj", "qzleftbodyxj", "qzleftcontributionxj", "qzleftstatementxj"];
  for (const word of declared) assert.ok(holding(past.all, word).length > 0, `${word} was public`);
  const days = privateDays.filter((day) => day !== "2023-09-27");
  assertSilent([...past.all, ...past.printed], { words: words.filter((word) => !declared.includes(word)), days: [...days, ...evaluationDays] });

  // Before anyone was admitted nobody but the founding members was one.
  const before = await built(t, folder, ["--as-of", "2023-10-11", "--no-pdf"]);
  assertSilent([...before.all, ...before.printed], { words: [...words, "qzadmittednamexj", "qzadmittedstatementxj", "qzleftnamexj"], days: ["2023-10-06", "2023-10-12", "2024-03-14"] });
});

test("links to what is private tell nothing, even with the rule against them switched off", { timeout: 120_000 }, async (t) => {
  const folder = await pact(t);
  const configuration = files["kanon.yaml"].replace("rules: {", 'rules: {classification-leak: "off", ');
  const people = ["applicant", "circulated", "rejected", "restricted"].map((which) => `qz${which}idxj`);
  const things = ["internal", "confidential", "term", "project"].map((which) => `qz${which}idxj`);
  const links = people.flatMap((id) => [`- [](../members/${id}.md)`, `- [afsnittet](ref:${id}#motivation)`]);
  const text = [...links, ...[...people, ...things].map((id) => `- [](ref:${id})`)].join("\n");
  await writeTree(folder, { "kanon.yaml": configuration, "content/pages/links.md": `---\ntitle: Links\nclassification: offentlig\n---\n\n${text}\n` });
  const { all } = await built(t, folder, ["--no-pdf"]);
  assert.ok(all.some(({ name }) => name === "links/index.html"));
  assertSilent(all, { words: [...never.words, ...evaluations.words, ...internal.words, ...confidential.words, ...drafts.words], days: privateDays });
});

test("a handbook made alone, and status, tell no reasons and no contacts", { timeout: 120_000 }, async (t) => {
  const folder = await pact(t);
  const scratch = await temporaryFolder(t);
  const file = path.join(scratch, "haandbog.pdf");
  const { stdout, stderr } = await fine(folder, ["handbook", "haandbog", "--drafts", "--out", file], { seconds: 100 });
  const text = await pdfReadings(file, scratch);
  assert.ok(text.includes("qzadmittednamexj"), "members are embedded");
  const printed = { name: "what handbook prints", text: `${stdout}\n${stderr}`.toLowerCase() };
  assertSilent([{ name: "haandbog.pdf", text }, printed], { words: [...never.words, ...evaluations.words, ...internal.words, ...confidential.words], days: privateDays });

  const secret = never.words.filter((word) => /reason|contact|comment|statement|body|website|contribution/.test(word));
  assert.ok(secret.length > 20);
  for (const format of ["text", "json"]) {
    const status = await fine(folder, ["status", "--format", format]);
    assert.match(status.stdout, /qzcirculatednamexj/, "the secretariat sees whose case it is");
    assertSilent([{ name: `status as ${format}`, text: `${status.stdout}\n${status.stderr}`.toLowerCase() }], { words: [...secret, ...evaluations.words] });
  }
});
