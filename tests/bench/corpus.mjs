// A made-up project of any size, the same each time, and the same content as a Hugo site. What the bench measures with.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { writeHugoLayouts } from "./hugo.mjs";
import { words } from "./words.mjs";

/** Numbers that look random: a linear congruential generator (Numerical Recipes). */
function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Few words are common and many are rare, as in any language; every tenth is a compound. */
function speaker(seed) {
  const roll = dice(seed * 2654435761 + 1);
  const word = () => words[Math.floor(words.length * (roll(1000) / 1000) ** 2)];
  const spoken = () => (roll(10) ? word() : word() + word());
  const phrase = (length) => Array.from({ length }, spoken).join(" ");
  const upper = (text) => text[0].toUpperCase() + text.slice(1);
  return { roll, word, phrase, upper, sentence: () => `${upper(phrase(8 + roll(10)))}.` };
}

const number = (n) => String(n).padStart(5, "0");
const ids = {
  document: (n) => `dokument-${number(n)}`,
  member: (n) => `medlem-${number(n)}`,
  catalog: (n) => `katalog-${number(n)}`,
};

/** The hierarchy: one policy, topic policies below it, guidelines below those, procedures below guidelines. */
function place(n, count) {
  const topics = Math.max(1, Math.floor(count / 50));
  const guidelines = Math.max(1, Math.floor(count / 5));
  if (n === 0) return { type: "politik" };
  if (n <= topics) return { type: "emnepolitik", parent: 0 };
  if (n <= topics + guidelines) return { type: "retningslinje", parent: 1 + (n % topics) };
  return { type: "procedure", parent: topics + 1 + (n % guidelines) };
}

const fileOf = (n) => `${String(Math.floor(n / 100)).padStart(3, "0")}/${ids.document(n)}.md`;

function historyOf(say) {
  const entries = 1 + say.roll(4);
  return Array.from({ length: entries }, (_, i) => {
    const version = i === entries - 1 ? "1.0" : `1.${entries - 1 - i}`;
    const kind = i === entries - 1 ? "new" : say.roll(3) ? "updated" : "verified";
    return { version, date: `${2025 - i}-0${2 + say.roll(7)}-1${say.roll(9)}`, by: ["CAI", "InfoSec", "Drift"][say.roll(3)], change: say.upper(say.phrase(4)), kind };
  });
}

/**
 * One document: its facts, and its body as a list of blocks in which links are `{to, anchor, text}`, so that each program is
 * given them in its own form.
 */
function document(n, count) {
  const say = speaker(n + 1);
  const { type, parent } = place(n, count);
  const history = historyOf(say);
  const link = (anchor) => ({ to: say.roll(count), anchor, text: say.phrase(3) });
  const blocks = [[say.sentence(), " ", say.sentence()]];
  for (let section = 1; section <= 7; ++section) {
    blocks.push([`## ${say.upper(say.phrase(2))} {#afsnit-${section}}`]);
    blocks.push([say.sentence(), " ", say.sentence(), ` **${say.phrase(2)}** `, say.sentence()], [say.sentence(), " ", say.sentence()]);
    if (section % 2) blocks.push(["Se ", link(`afsnit-${1 + say.roll(7)}`), " og ", link(""), `, jf. *${say.phrase(2)}*.`]);
    if (section === 2) blocks.push([Array.from({ length: 5 }, () => `- ${say.sentence()}`).join("\n")]);
    if (section === 3) {
      const rows = Array.from({ length: 6 }, (_, row) => `| ${row + 1} | ${say.phrase(6)} | ${say.phrase(3)} | \`${say.word()}\` |`);
      blocks.push([["| Nr. | Krav | Ansvarlig | Navn |", "| --- | --- | --- | --- |", ...rows].join("\n")]);
    }
    if (section === 4) blocks.push([`### ${say.upper(say.phrase(2))} {#underafsnit}`], [`${say.sentence()}[^1] ${say.sentence()}[^2]`]);
    if (section === 5) blocks.push([`> [!NOTE]\n> ${say.sentence()}`]);
    if (section === 6) blocks.push([Array.from({ length: 4 }, (_, i) => `${i + 1}. ${say.sentence()}`).join("\n")]);
  }
  blocks.push([`[^1]: ${say.sentence()}`], [`[^2]: ${say.sentence()}`]);
  const controls = n % 5 ? [] : [`A.5.${1 + say.roll(37)}`, `A.8.${1 + say.roll(34)}`];
  const related = n % 3 ? [] : [say.roll(count)].filter((other) => other !== n);
  return { n, type, parent, title: `${say.upper(say.phrase(3))} ${n}`, owner: ["CAI", "InfoSec", "Drift"][say.roll(3)], history, controls, related, blocks };
}

const historyYaml = (history) =>
  history.map((entry) => `  - {version: "${entry.version}", date: ${entry.date}, by: ${entry.by}, change: ${entry.change}, kind: ${entry.kind}}\n`).join("");

/** The front matter that both programs read. */
function facts(text) {
  const lines = [`id: ${ids.document(text.n)}`, `type: ${text.type}`, `title: ${text.title}`];
  if (text.parent !== undefined) lines.push(`parent: ${ids.document(text.parent)}`);
  if (text.related.length) lines.push(`related: [${text.related.map(ids.document).join(", ")}]`);
  lines.push(`owner: ${text.owner}`, "classification: offentlig", `version: "${text.history[0].version}"`);
  return `${lines.join("\n")}\nhistory:\n${historyYaml(text.history)}`;
}

function approvals(text) {
  const [newest] = text.history;
  return `approvals:\n${["udvalg", "direktion"].map((body) => `  - {body: ${body}, date: ${newest.date}, version: "${newest.version}"}\n`).join("")}`;
}

function bodyOf(text, linked) {
  return text.blocks.map((block) => block.map((part) => (typeof part === "string" ? part : linked(part))).join("")).join("\n\n");
}

function kanonDocument(text) {
  const linked = ({ to, anchor, text: words_ }) =>
    to % 2 ? `[${words_}](../${fileOf(to)}${anchor && `#${anchor}`})` : `[${words_}](ref:${ids.document(to)}${anchor && `#${anchor}`})`;
  const controls = text.controls.length ? `controls: [${text.controls.map((control) => `"${control}"`).join(", ")}]\n` : "";
  return `---\n${facts(text)}${approvals(text)}${controls}---\n\n${bodyOf(text, linked)}\n`;
}

function hugoDocument(text) {
  const linked = ({ to, anchor, text: words_ }) => `[${words_}]({{< ref "/dokumenter/${fileOf(to)}${anchor && `#${anchor}`}" >}})`;
  const controls = text.controls.length ? `controls: [${text.controls.map((control) => `"${control}"`).join(", ")}]\n` : "";
  const url = `layout: document\nurl: /dokumenter/${ids.document(text.n)}/\n`;
  return `---\n${facts(text)}${approvals(text)}${controls}${url}---\n\n${bodyOf(text, linked)}\n`;
}

function member(n) {
  const say = speaker(n + 5_000_011);
  const front = `id: ${ids.member(n)}\n`;
  const name = `${say.upper(say.phrase(2))} ${n}`;
  const body = ["Motivation", "Bidrag", "Projekter"].map((title) => `## ${title}\n\n${Array.from({ length: 8 }, say.sentence).join(" ")}\n`).join("\n");
  return { front, name, body };
}

function catalog(n) {
  const say = speaker(n + 9_000_011);
  const requirements = Array.from({ length: 12 }, (_, i) => ({ id: `K${n}-${i + 1}`, text: `Leverandøren skal ${say.phrase(20)}`, verification: say.upper(say.phrase(6)), control: `A.5.${1 + say.roll(37)}` }));
  return { title: `${say.upper(say.phrase(3))} ${n}`, requirements };
}

function catalogYaml(n) {
  const { title, requirements } = catalog(n);
  const rows = requirements.map(
    (one) => `  - id: ${one.id}\n    phase: "1"\n    text: ${one.text}.\n    kind: minimum\n    form: effect\n    verification: ${one.verification}\n    frequency: P1Y\n    controls: ["${one.control}"]\n`,
  );
  return `id: ${ids.catalog(n)}\ntitle: ${title}\nclassification: offentlig\nversion: "1.0"\nhistory:\n  - {version: "1.0", date: 2025-03-04, by: CAI, change: Nyt katalog, kind: new}\nphases:\n  - {id: "1", title: Planlægning}\nrequirements:\n${rows.join("")}`;
}

/** How many of each kind a corpus of that many documents has. */
export const sizes = (documents) => ({ documents, members: Math.ceil(documents / 50), catalogs: Math.ceil(documents / 100) });

/** Writes the files, made one by one as they are written; answers how many bytes they have. */
async function writeAll(folder, files) {
  const made = new Set();
  let bytes = 0;
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    const above = path.dirname(file);
    if (!made.has(above)) await mkdir(above, { recursive: true });
    made.add(above);
    await writeFile(file, content);
    bytes += Buffer.byteLength(content);
  }
  return bytes;
}

function* kanonFiles(documents) {
  const count = sizes(documents);
  yield ["kanon.yaml", 'site: {title: Måling, base_url: "https://example.org/", publisher: Måling}\n'];
  for (let n = 0; n < documents; ++n) yield [`content/documents/${fileOf(n)}`, kanonDocument(document(n, documents))];
  for (let n = 0; n < count.members; ++n) {
    const { front, name, body } = member(n);
    yield [`content/members/${ids.member(n)}.md`, `---\n${front}name: ${name}\nkind: founding\nstatus: admitted\n---\n\n${body}`];
  }
  for (let n = 0; n < count.catalogs; ++n) yield [`content/catalogs/${ids.catalog(n)}.yaml`, catalogYaml(n)];
}

function* hugoFiles(documents) {
  const count = sizes(documents);
  for (let n = 0; n < documents; ++n) yield [`content/dokumenter/${fileOf(n)}`, hugoDocument(document(n, documents))];
  for (let n = 0; n < count.members; ++n) {
    const { front, name, body } = member(n);
    yield [`content/medlemmer/${ids.member(n)}.md`, `---\n${front}title: ${name}\n---\n\n${body}`];
  }
  for (let n = 0; n < count.catalogs; ++n) yield [`content/kravkataloger/${ids.catalog(n)}.md`, `---\nlayout: catalog\n${catalogYaml(n)}---\n`];
}

/** Kanon's project of that many documents; its size in bytes. */
export const writeProject = (folder, documents) => writeAll(folder, kanonFiles(documents));

/** The same as a Hugo site. */
export async function writeHugoSite(folder, documents) {
  const pages = {};
  const children = {};
  for (let n = 0; n < documents; ++n) {
    const { title, parent } = document(n, documents);
    pages[ids.document(n)] = { title, url: `/dokumenter/${ids.document(n)}/` };
    if (parent !== undefined) (children[ids.document(parent)] ??= []).push(ids.document(n));
  }
  await writeHugoLayouts(folder, { pages, children });
  return writeAll(folder, hugoFiles(documents));
}

/** The path of a document in the project, and its source with one sentence more. */
export const changed = (n, documents, what) => ({
  path: `content/documents/${fileOf(n)}`,
  hugo: `content/dokumenter/${fileOf(n)}`,
  kanonSource: `${kanonDocument(document(n, documents))}\n${what}\n`,
  hugoSource: `${hugoDocument(document(n, documents))}\n${what}\n`,
});

/** The ids that the bench releases: the policy and the first topic policies, so that each parent is released too. */
export const released = (documents) => Array.from({ length: Math.max(1, Math.floor(documents / 100)) }, (_, n) => ids.document(n));
