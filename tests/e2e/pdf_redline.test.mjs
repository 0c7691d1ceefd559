// The redline edition of a handbook as its readers find it: what is new, changed, moved and gone, in both engines' PDFs.
import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";

import { kanon, run } from "../support/kanon.mjs";
import { rowCount, writeEdition } from "./pdf_project.mjs";
import { annotationsOf, linesOf, madeFolder, pagesOf, picturesDiffer, placesOf, wordsOf } from "./pdf_reading.mjs";

let folder;

async function release(edition, date) {
  await writeEdition(folder, edition);
  const released = await kanon(["release", "--all", "--project", folder, "--date", date]);
  assert.equal(released.status, 0, released.stderr);
}

before(async () => {
  folder = await madeFolder();
  await release(1, "2026-01-10");
  await release(2, "2026-03-03");
});
after(() => rm(folder, { recursive: true, force: true }));

const engineFlag = (engine) => run("sh", ["-c", `sed -i '/^pdf:/d' "$1/kanon.yaml" && echo "pdf: {engine: ${engine}}" >> "$1/kanon.yaml"`, "sh", folder]);
const make = async (file, ...args) => {
  const made = await kanon([...args, "--project", folder, "--date", "2026-03-10", "--out", file, "--quiet"], { seconds: 180 });
  assert.equal(made.status, 0, made.stderr);
};
const flat = (text) => text.replace(/-\n(?=\p{Ll})/gu, "").replace(/\s+/g, " ");

for (const engine of ["wkhtmltopdf", "chromium"]) {
  describe(engine, () => {
    let file, pages, all;
    before(async () => {
      await engineFlag(engine);
      file = path.join(folder, `${engine}.pdf`);
      await make(file, "handbook", "haandbog", "--since", "1.0");
      pages = await pagesOf(file);
      all = flat(pages.join("\n"));
    });

    test("cover, title and the foot of every page say what it is", async () => {
      assert.match(flat(pages[0]), /Ændringer siden version 1\.0/);
      const information = (await run("pdfinfo", [file])).stdout;
      assert.match(information, /^Title:\s+Håndbog om informationssikkerhed: ændringer siden version 1\.0$/m);
      for (const page of pages.slice(1)) assert.match(page.trimEnd().split("\n").at(-1), /Ændringer siden version 1\.0 · Version 1\.1/);
      const verified = await kanon(["verify", file, "--project", folder, "--lang", "en"]);
      assert.equal(verified.status, 1);
      assert.match(verified.stdout + verified.stderr, /changes of “haandbog” from version 1\.0 to 1\.1, and is no release/);
    });

    test("the summary names what is new, changed, gone and the same", () => {
      const summary = flat(pages.find((page) => /Version 1\.1 er sammenlignet med version 1\.0/.test(flat(page))));
      assert.match(summary, /1\.1, 2\. marts 2026 \(InfoSec\): Kortere frist og en ny procedure/);
      assert.match(summary, /Nye .*Procedure for informationssikkerhed.* 1\.0: Ny procedure.*Ændrede/);
      assert.match(summary, /Ændrede .*Politik for informationssikkerhed.* 1\.0 → 1\.1 1\.1: Kortere frist.*\(side \d+\).*Passager: 4 ændrede, 1 ny, 3 slettede og 1 flyttet/);
      assert.match(summary, /Ikke længere med .*Regler for informationssikkerhed/);
      assert.match(summary, /Ny version med samme tekst .*Vejledning for informationssikkerhed.* 1\.0 → 1\.1/);
    });

    test("old and new words stand where they changed, the moved section in both places", async () => {
      assert.match(all, /Fristen for at melde en hændelse er (\[slettet: ?)?72(\])? (\[indsat: ?)?24(\])? timer/);
      assert.match(all, /Dette afsnit udgår/);
      assert.match(all, /Flyttet herfra .{0,40}\(side \d+\)/);
      assert.match(all, /Flyttet hertil .{0,40}\(side \d+\)/);
      assert.match(all, /Leverandører får politikken udleveret/);
      assert.match(all, /Forhold a40a beskrives her/);
      assert.match(all, /Slettede fodnoter .*Se den tidligere fortegnelse/);
      assert.match(all, /hvor hændelsen blev opdaget (\[indsat: ?)?af en medarbejder/);
    });

    test("bars stand in the margin beside what changed, and nowhere else", async () => {
      const page = 1 + pages.findIndex((text) => /Fristen for at melde/.test(flat(text)));
      const words = await wordsOf(file, page);
      const changed = words.find((word) => word.text === "Fristen");
      const same = words.find((word) => word.text === "Formål" && word.left < 150 && word.top > 100);
      const bars = await linesOf(file, page);
      const beside = (word) => bars.some((bar) => bar.left < 80 && bar.top <= word.bottom && bar.bottom >= word.top);
      assert.ok(beside(changed), "no bar beside the changed paragraph");
      assert.ok(!beside(same), "a bar beside an unchanged heading");
    });

    test("rows are whole, their heading is on each page, and what changed has a bar of its own", async () => {
      const words = await wordsOf(file, 1, pages.length);
      const one = (text) => words.find((word) => word.text === text);
      for (let row = 1; row <= rowCount; row += 1) {
        const begin = one(`a${row}a`);
        const end = one(`z${row}z.`);
        assert.ok(begin && end, `row ${row}`);
        assert.equal(begin.page, end.page, `row ${row} is cut`);
        if (!pages[begin.page - 1].includes("Ansvarlig")) assert.fail(`no heading on page ${begin.page}`);
      }
      for (const [row, changed] of [[8, false], [9, true], [10, false], [40, true], [41, false]]) {
        const word = one(`a${row}a`);
        const bars = await linesOf(file, word.page);
        assert.equal(bars.some((bar) => bar.top <= word.bottom && bar.bottom >= word.top), changed, `row ${row}`);
      }
    });

    test("footnotes lead there and back", async () => {
      const places = await placesOf(file);
      const links = await annotationsOf(file);
      const to = (name) => links.filter((link) => link.to === name);
      assert.ok(places.has("politik.fn:1") && places.has("politik.fnref:1"), [...places.keys()].join(" "));
      assert.equal(to("politik.fn:1").length, 1);
      assert.equal(to("politik.fnref:1").length, 1);
      assert.equal(to("politik.fn:1")[0].page, places.get("politik.fnref:1").page);
    });

    test("it is the same bytes again, and qpdf finds nothing wrong", async () => {
      const bytes = await readFile(file);
      await rm(path.join(folder, ".kanon"), { recursive: true });
      await make(file, "handbook", "haandbog", "--since", "1.0");
      assert.ok(bytes.equals(await readFile(file)));
      assert.equal((await run("qpdf", ["--check", file])).status, 0);
      if (engine === "chromium") assert.match((await run("pdfinfo", ["-meta", file])).stdout, /pdfuaid:part>1</);
    });

    test("its pages look as they should", async () => {
      const pageWith = (words) => 1 + pages.findIndex((text) => flat(text).includes(words));
      const chosen = { cover: 1, contents: 2, summary: pageWith("er sammenlignet med"), changed: pageWith("Fristen for at melde"), table: pageWith("a20a"), appendix: pageWith("Versionshistorik 1") || pages.length };
      assert.deepEqual(await picturesDiffer(`redline-${engine}`, file, chosen), []);
    });
  });
}

test("diff makes the same edition of one document", async () => {
  await engineFlag("wkhtmltopdf");
  const one = path.join(folder, "one.pdf");
  const other = path.join(folder, "other.pdf");
  await make(one, "handbook", "politik", "--since", "1.0");
  await make(other, "diff", "politik", "1.0", "1.1", "--format", "pdf");
  assert.ok((await readFile(one)).equals(await readFile(other)));
});

test("a version that there isn't is told from those that there are", async () => {
  const wrong = await kanon(["handbook", "haandbog", "--since", "0.9", "--project", folder, "--date", "2026-03-10", "--lang", "en"]);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /“haandbog” has no release 0\.9 before version 1\.1\n.*There are: 1\.0\./);
  const first = await kanon(["handbook", "procedure", "--since", "1.0", "--project", folder, "--date", "2026-03-10", "--lang", "en"]);
  assert.equal(first.status, 2);
  assert.match(first.stderr, /Version 1\.0 is the first\./);
});
