// How large the search index of a site is and how long a search takes: `node tests/bench/search.mjs [documents]` (1,000). The
// documents are made of this repository's own sentences, shuffled, with compounds of their own: 6–8 KB each, eight
// sections. What a query loads is what a browser that has nothing yet asks for, its ten first results included. Times are medians of the
// processor time of 7 runs in this Node, whose engine is Chromium's, with the files loaded; that of the build is the clock's.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";

import { SearchIndex } from "../../assets/script/search/index.js";
import { documentSource, filesBelow, kanon, source, writeTree } from "../support/kanon.mjs";
import { FolderFiles } from "../support/search_index.mjs";

const count = Number(process.argv[2] ?? 1000);
const queries = ["krav", "politikker", "leverandør", "informationssikkerhed", "risikovurdering af leverandører", "ansvar for backup", "s", "si", "sikkerhedshændelser skal anmeldes", "findesikke"];
const runs = 7;

/** A sequence that is the same in every run. */
function sequence(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function sentences() {
  const all = [];
  for (const folder of ["content/documents", "content/members", "docs"]) {
    for (const name of await filesBelow(path.join(source, folder))) {
      if (!name.endsWith(".md")) continue;
      const body = (await readFile(path.join(source, folder, name), "utf8")).replace(/^---[\s\S]*?\n---\n/, "");
      const prose = body.split("\n\n").filter((block) => /^[A-ZÆØÅ]/.test(block) && !/[[\]`|<>*_{}]/.test(block));
      for (const block of prose) all.push(...block.replace(/\s+/g, " ").split(/(?<=\.) /));
    }
  }
  return all.filter((sentence) => sentence.length > 30);
}

async function corpus() {
  const own = await sentences();
  const words = [...new Set(own.join(" ").toLowerCase().match(/[a-zæøå]{4,12}/g))];
  const files = {};
  for (let i = 0; i < count; ++i) {
    const next = sequence(i + 1);
    const sentence = () => own[next(own.length)];
    const compound = () => words[next(words.length)] + words[next(words.length)];
    let body = `${sentence()} ${sentence()}\n`;
    for (let section = 0; section < 8; ++section) {
      body += `\n## ${compound().replace(/^./, (first) => first.toUpperCase())} ${words[next(words.length)]}\n\n`;
      while (body.length < 820 * (section + 1)) body += `${sentence()} `;
      body += `${compound()}.\n`;
    }
    const title = `${words[next(words.length)]} og ${words[next(words.length)]} ${i}`;
    files[`content/documents/d${i}.md`] = documentSource(`d${i}`, { front: { title }, body });
  }
  return files;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** What the processor works, and not what passes on a machine that does other things too. */
async function worked(work) {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

async function timed(work) {
  const times = [];
  for (let i = 0; i < runs; ++i) times.push(await worked(work));
  return median(times);
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
const milliseconds = (time) => `${time.toFixed(1)} ms`;

const folder = await mkdtemp(path.join(tmpdir(), "kanon-"));
try {
  await writeTree(folder, { "kanon.yaml": 'site: {title: "Prøve"}\n', ...(await corpus()) });
  const built = await kanon(["build", "--no-pdf", "--quiet", "--drafts", "--project", folder], { seconds: 300 });
  assert.equal(built.status, 0, built.stderr);
  const search = path.join(folder, "site", "soeg");
  const names = (await readdir(search)).filter((name) => name.endsWith(".js"));
  const bytes = new Map(await Promise.all(names.map(async (name) => [name, await readFile(path.join(search, name))])));
  const packed = (name) => gzipSync(bytes.get(name), { level: 9 }).length;
  const told = (beginning) => {
    const sizes = [...bytes].filter(([name]) => name.startsWith(beginning)).map(([, content]) => content.length);
    return `${sizes.length} of ${kilobytes(median(sizes))}, together ${kilobytes(sizes.reduce((sum, one) => sum + one, 0))}`;
  };
  const script = bytes.get("index.js").toString();
  const page = await readFile(path.join(search, "index.html"));

  /** What a browser that has nothing yet loads for a query and its first ten results: files and bytes, packed. */
  async function loadedFor(query) {
    const files = new FolderFiles(search);
    const index = new SearchIndex(await files.index(), "da", files);
    const { hits } = await index.search(query);
    await Promise.all(hits.slice(0, 10).map(({ entry }) => index.told(entry)));
    return `${kilobytes([...files.loaded.keys()].reduce((sum, name) => sum + packed(name), 0))} in ${files.loaded.size} files`;
  }

  const world = {};
  const parsing = await timed(() => runInNewContext(script, world));
  const data = world.kanonSearch;
  const files = new FolderFiles(search);
  const loading = await timed(() => new SearchIndex(data, "da", files));
  const index = new SearchIndex(data, "da", files);
  const first = await worked(() => index.search("krav"));
  const rows = [
    ["documents, entries, words", `${count}, ${index.count}, ${index.words.length}`],
    ["build, whole", milliseconds(built.milliseconds)],
    ["index.js", `${kilobytes(script.length)}, gzip ${kilobytes(packed("index.js"))}`],
    ["files of words that stand often", told("often-")],
    ["files of the others, by their beginning", told("begin-")],
    ["files of the others, by their end", told("end-")],
    ["files of what results say", told("part-")],
    ["the page itself", `${kilobytes(page.length)}, gzip ${kilobytes(gzipSync(page, { level: 9 }).length)}`],
    ["reading index.js", milliseconds(parsing)],
    ["making the index ready", milliseconds(loading)],
    ["the first search, with the stems of all words", milliseconds(first)],
  ];
  for (const query of queries) {
    const { hits } = await index.search(query);
    rows.push([`«${query}»: ${hits.length} hits`, `${milliseconds(await timed(() => index.search(query)))}, loads ${await loadedFor(query)}`]);
  }
  for (const [what, figure] of rows) console.log(`${what.padEnd(48)} ${figure}`);
  if (process.env.KANON_BENCH_JSON) await writeFile(process.env.KANON_BENCH_JSON, `${JSON.stringify(Object.fromEntries(rows), null, 1)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
