// How large the search index of a site is and how long a search takes: `node tests/bench/search.mjs [documents]` (1,000). The
// documents are made of this repository's own sentences, shuffled, with compounds of their own: 6–8 KB each, eight
// sections. Sizes are those of the files; times are medians of the processor time of 7 runs
// in this Node, whose engine is Chromium's; that of the build is the clock's.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";

import { SearchIndex } from "../../assets/script/search/index.js";
import { documentSource, filesBelow, kanon, source, writeTree } from "../support/kanon.mjs";

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
function worked(work) {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

const timed = (work) => median(Array.from({ length: runs }, () => worked(work)));

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
const milliseconds = (time) => `${time.toFixed(1)} ms`;

const folder = await mkdtemp(path.join(tmpdir(), "kanon-"));
try {
  await writeTree(folder, { "kanon.yaml": 'site: {title: "Prøve"}\n', ...(await corpus()) });
  const built = await kanon(["build", "--no-pdf", "--quiet", "--drafts", "--project", folder], { seconds: 300 });
  assert.equal(built.status, 0, built.stderr);
  const search = path.join(folder, "site", "soeg");
  const script = await readFile(path.join(search, "index.js"), "utf8");
  const texts = (await readdir(search)).filter((name) => name.startsWith("text-"));
  const textBytes = (await Promise.all(texts.map((name) => readFile(path.join(search, name))))).map((bytes) => bytes.length);
  const page = await readFile(path.join(search, "index.html"));

  const world = {};
  const parsing = timed(() => runInNewContext(script, world));
  const data = world.kanonSearch;
  const loading = timed(() => new SearchIndex(data, "da"));
  const index = new SearchIndex(data, "da");
  const first = worked(() => index.search("krav"));
  const rows = [
    ["documents, entries, words", `${count}, ${data.entries.length}, ${index.words.length}`],
    ["build, whole", milliseconds(built.milliseconds)],
    ["index.js", `${kilobytes(script.length)}, gzip ${kilobytes(gzipSync(script, { level: 9 }).length)}`],
    ["text files", `${texts.length} of ${kilobytes(median(textBytes))}, together ${kilobytes(textBytes.reduce((sum, one) => sum + one, 0))}`],
    ["the page itself", `${kilobytes(page.length)}, gzip ${kilobytes(gzipSync(page, { level: 9 }).length)}`],
    ["reading index.js", milliseconds(parsing)],
    ["making the index ready", milliseconds(loading)],
    ["the first search, with the stems of all words", milliseconds(first)],
    ...queries.map((query) => [`«${query}»: ${index.search(query).hits.length} hits`, milliseconds(timed(() => index.search(query)))]),
  ];
  for (const [what, figure] of rows) console.log(`${what.padEnd(48)} ${figure}`);
  if (process.env.KANON_BENCH_JSON) await writeFile(process.env.KANON_BENCH_JSON, `${JSON.stringify(Object.fromEntries(rows), null, 1)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
