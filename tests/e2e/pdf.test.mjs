// The largest handbook of this repository as readers and their programs find it: read by poppler's tools and qpdf, not by
// our own code. Made by both engines.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { heightOfA4, wordsOf } from "./pdf_reading.mjs";

const program = process.env.KANON_PROGRAM;
const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
const handbook = "informationssikkerhedshaandbog";
const date = "2026-11-28";
let folder;

const run = (name, ...args) => execFileSync(name, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "kanon-pdf-e2e-"));
  for (const part of ["content", "docs", "kanon.yaml"]) {
    await cp(path.join(repository, part), path.join(folder, part), { recursive: true });
  }
});
after(() => rm(folder, { recursive: true, force: true }));

/** Prints a handbook with an engine. */
async function make(engine, id = handbook) {
  const configuration = (await readFile(path.join(repository, "kanon.yaml"), "utf8")).replace(/^pdf:.*\n/m, "");
  await writeFile(path.join(folder, "kanon.yaml"), `${configuration}\npdf: {engine: ${engine}}\n`);
  const file = path.join(folder, `${engine}-${id}.pdf`);
  run(program, "handbook", id, "--project", folder, "--date", date, "--out", file, "--quiet");
  return file;
}

/** Text without what layout adds: halves of words joined, one space between words. */
const flat = (text) => text.replace(/-\n(?=\p{Ll})/gu, "").replace(/\s+/g, " ");
const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** The paragraphs of the handbook's documents as written, without marks of Markdown: those of plain words alone. */
async function plainParagraphs() {
  const sources = [];
  const root = path.join(repository, "content", "documents", "informationssikkerhed");
  for (const name of (await readdir(root, { recursive: true })).sort()) {
    if (name.endsWith(".md")) sources.push(await readFile(path.join(root, name), "utf8"));
  }
  const bodies = sources.filter((text) => /^classification: offentlig$/m.test(text)).map((text) => text.replace(/^---\n[^]*?\n---\n/, ""));
  return bodies.flatMap((body) => body.split(/\n\n+/)).filter((text) => /^[\p{Lu}][^|*_`[\]<>#]{80,}$/u.test(text));
}

/** Named destinations: the page of each, by poppler. */
function destinations(file) {
  const found = new Map();
  for (const line of run("pdfinfo", "-dests", file).split("\n")) {
    const parts = /^\s*(\d+)\s+\[.*?\]\s+"(.*)"$/.exec(line);
    if (parts) found.set(parts[2], Number(parts[1]));
  }
  return found;
}

/** Bookmarks with their pages and distances from the top edge, in order, from qpdf's JSON. */
function outline(json) {
  const flatten = (entries) => entries.flatMap((entry) => [{ title: entry.title, page: entry.destpageposfrom1, top: heightOfA4 - entry.dest[3] }, ...flatten(entry.kids ?? [])]);
  return flatten(json.outlines);
}

for (const engine of ["wkhtmltopdf", "chromium"]) {
  describe(engine, () => {
    let file, pages, json;
    before(async () => {
      file = await make(engine);
      pages = run("pdftotext", "-layout", file, "-").split("\f").slice(0, -1);
      json = JSON.parse(run("qpdf", "--json=1", "--json-key=pages", "--json-key=outlines", "--json-key=objects", file));
    });

    test("qpdf finds nothing wrong", () => {
      assert.match(run("qpdf", "--check", file), /No syntax or stream encoding errors found/);
    });

    test("each heading's page is the one that the contents give", () => {
      const contents = new Map();
      for (const page of pages.slice(1, 12)) {
        for (const line of page.split("\n")) {
          const entry = /^\s*(\S.*?\S)\s{2,}(\d+)$/.exec(line);
          if (entry && !/Side \d+ af/.test(line)) contents.set(letters(entry[1]), Number(entry[2]));
        }
      }
      let compared = 0;
      for (const { title, page } of outline(json)) {
        const number = contents.get(letters(title));
        if (number === undefined) continue;
        compared += 1;
        assert.equal(number, page, title);
        assert.ok(letters(pages[page - 1]).includes(letters(title)), `${title} is not on page ${page}`);
      }
      assert.ok(compared >= 40, `only ${compared} entries were found`);
      for (const { title, page } of outline(json)) assert.ok(letters(pages[page - 1]).includes(letters(title)), `${title}, page ${page}`);
    });

    // Where something is too wide, Chromium shrinks a whole book, and names its places as if it hadn't: they are a little off.
    if (engine === "wkhtmltopdf") {
      test("bookmarks and links land on their heading, to the line", async () => {
        const words = await wordsOf(file, 1, pages.length);
        const wanted = outline(json);
        assert.ok(wanted.length >= 100, `only ${wanted.length} bookmarks`);
        for (const { title, page, top } of wanted) {
          const from = Math.max(top - 10, 60); // never the running head
          const below = words.filter((word) => word.page === page && word.top >= from && word.top < from + 75);
          assert.ok(letters(below.map((word) => word.text).join(" ")).startsWith(letters(title).slice(0, 24)), `${title} is not at ${top} on page ${page}`);
        }
      });
    }

    test("each link inside leads to a place that is there, and says its page", () => {
      const places = destinations(file);
      let inside = 0;
      for (const object of Object.values(json.objects)) {
        if (object?.["/Subtype"] !== "/Link") continue;
        const action = object["/A"];
        assert.ok(action, "a link has no action");
        if (action["/S"] === "/URI") assert.match(action["/URI"], /^(https?:|mailto:|tel:)/);
        else assert.ok(places.has(action["/D"].replace(/^u:/, "")), `${action["/D"]} is nowhere`);
        if (action["/S"] === "/GoTo") inside += 1;
      }
      assert.ok(inside >= 100, `only ${inside} links`);
      const references = [...pages.join("\n").matchAll(/\(side\s+(\d+)\)/g)];
      assert.ok(references.length >= 50);
      for (const [, page] of references) assert.ok(Number(page) >= 1 && Number(page) <= pages.length);
    });

    test("header and footer are on every page but the cover", () => {
      assert.doesNotMatch(pages[0], /Side 1 af/);
      for (const [index, page] of pages.entries()) {
        if (index === 0) continue;
        const lines = page.split("\n").filter((line) => line.trim());
        assert.match(lines[0], /^\s*Informationssikkerhedshåndbog/, `page ${index + 1}`);
        assert.match(lines.at(-1), new RegExp(`Version \\d+\\.\\d+ · .* · Klassifikation: offentlig\\s+Side ${index + 1} af ${pages.length}$`));
      }
      assert.match(pages.at(-1).split("\n").find((line) => line.trim()), /Bilag \d/);
    });

    test("the text is the source's, without soft hyphens, ligatures or lines that nobody sees", async () => {
      const text = run("pdftotext", file, "-");
      assert.doesNotMatch(text, /[\u00AD\u200B\u2010\uFB00-\uFB06\t]/u);
      const all = flat(text.replace(/\f/g, "\n"));
      const read = letters(all);
      const paragraphs = await plainParagraphs();
      assert.ok(paragraphs.length >= 100, `only ${paragraphs.length} paragraphs`);
      let whole = 0;
      for (const paragraph of paragraphs) {
        const wanted = letters(paragraph);
        const first = read.indexOf(wanted);
        if (first < 0) continue; // runs over the end of a page, or differs in the released version
        whole += 1;
        assert.equal(read.indexOf(wanted, first + 1), -1, `twice: ${paragraph}`);
      }
      assert.ok(whole >= paragraphs.length * 0.8, `only ${whole} of ${paragraphs.length}`);
    });

    test("all fonts are embedded, and their letters can be read", () => {
      const lines = run("pdffonts", file).trim().split("\n").slice(2);
      assert.ok(lines.length >= 3);
      for (const line of lines) assert.match(line, /\syes\s+(yes|no)\s+yes\s+\d+\s+\d+$/, line);
    });

    test("nothing tells where it was made, and it comes out the same again", async () => {
      const open = run("qpdf", "--qdf", "--object-streams=disable", "--decode-level=all", "--stream-data=uncompress", file, "-");
      for (const trace of [folder, os.userInfo().homedir, "file:", "/tmp/", "kanon-pdf", "/job/", "marker.invalid", "Headless", "Qt "]) {
        assert.ok(!open.includes(trace), trace);
      }
      // Names may be short enough to stand in any font: they are looked for as words, in all that is text.
      const texts = JSON.stringify(json.objects) + run("pdfinfo", "-meta", file) + run("pdfinfo", file) + pages.join("");
      for (const name of [os.hostname(), os.userInfo().username]) {
        assert.doesNotMatch(texts, new RegExp(`(?<![\\p{L}\\d])${name}(?![\\p{L}\\d])`, "u"), name);
      }
      // A smaller one is enough for that.
      const bytes = await readFile(await make(engine, "pagtens-haandbog"));
      await rm(path.join(folder, ".kanon"), { recursive: true });
      assert.ok(bytes.equals(await readFile(await make(engine, "pagtens-haandbog"))), "other bytes");
    });

    if (engine === "chromium") {
      test("it is tagged", () => {
        assert.match(run("pdfinfo", file), /Tagged:\s+yes/);
        const tree = run("pdfinfo", "-struct-text", file);
        for (const part of ["H1 (block)", "H2 (block)", "LBody", "/Scope /Column", "/Scope /Row", "Link (inline)"]) assert.ok(tree.includes(part), part);
        assert.doesNotMatch(tree, /Side \d+ af \d+/);
      });
    }
  });
}
