// Catalogs out and in again: through each table format, through LibreOffice, and as annexes that others open.
import assert from "node:assert/strict";
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { assertEnded } from "../support/findings.mjs";
import { kanon, project, run, source, temporaryFolder, today, yamlText } from "../support/kanon.mjs";
import { convert } from "../support/libreoffice.mjs";

const hostile = [
  "Leverandøren skal: sende «alt» # hver måned; \"citat\", 'apostrof' & <b>fed</b>",
  "=HYPERLINK(\"http://x\")",
  "'=1+1",
  "+45 12 34 56 78",
  "-5",
  "@sum",
  "1.10",
  "5.3",
  "007",
  "2025-01-01",
  "yes",
  "TRUE",
  "linje et\nlinje to\n\nlinje fire",
  " blanke i begge ender ",
  "tab\tinde",
  "_x000A_ og _x0041_",
  "日本語 🙂 é",
  "| rør | `kode` *stjerne* \\ ~~streg~~",
  "a;b,c",
  "x".repeat(20_000),
];

/** A catalog that holds everything a catalog can, and texts that formats like to change. */
function hostileCatalog(id) {
  const requirements = hostile.map(
    (text, index) => `  - id: LK-${index}.${index}
    phase: ${yamlText(index % 2 ? "1" : "1.10")}
    theme: ${yamlText(hostile[(index + 1) % hostile.length].slice(0, 40))}
    text: ${yamlText(text)}
    kind: ${index % 3 ? "minimum" : "standard"}
    form: ${index % 4 ? "effect" : "solution"}
    verification: ${yamlText(hostile[(index + 2) % hostile.length])}
    frequency: ${["once", "P1M", "P12M", "P1Y6M"][index % 4]}
    recommendations: ["2.1", "5.3"]
    controls: ["A.5.1"]
    derives_from: [${index ? "LK-0.0" : ""}]
    note: ${yamlText(hostile[(index + 3) % hostile.length])}
    silence: [{rule: vague-time, reason: ${yamlText(text)}}, {rule: missing-reason, reason: Andet}]
`,
  );
  return `id: ${id}
title: "=Krav & vilkår"
level: offentlig
owner: "Enheden; med semikolon"
classification: offentlig
version: "1.10"
history:
  - {version: "1.10", date: 2025-11-19, by: "+InfoSec", change: "a, b; c", kind: updated}
  - {version: "1.9", date: 2024-11-20, by: InfoSec, change: Ny, kind: new}
approvals: [{body: udvalg, date: 2025-11-20, version: "1.10"}]
effective: 2026-01-01
review_every: P1Y
aliases: [gammel/adresse]
phases: [{id: "1", title: Først}, {id: "1.10", title: "=Sidst"}]
recommendations: [{id: "2.1", phase: "1", text: "-Stil krav"}, {id: "5.3", text: "5.3"}]
requirements:
${requirements.join("")}`;
}

async function hostileProject(t) {
  return project(t, { "content/catalogs/krav.yaml": hostileCatalog("krav") });
}

/** Runs kanon in a project and gives its output; fails where the exit status is another. */
async function ask(folder, args, status = 0, options = {}) {
  const result = await kanon([...args, "--project", folder], options);
  assertEnded(result, args.join(" "));
  assert.equal(result.status, status, `${args.join(" ")}: ${result.stdout}${result.stderr}`);
  return result;
}

const sourceOf = (folder, id) => readFile(path.join(folder, "content/catalogs", `${id}.yaml`), "utf8");

/** The catalog's source in the form that `import` writes, and so the same for the same catalog. */
async function canonical(t, folder) {
  const file = path.join(await temporaryFolder(t), "krav.csv");
  await ask(folder, ["export", "krav", "--format", "csv", "--out", file]);
  return importInto(t, file);
}

/** Imports a file into an empty project as `krav`, and gives the source and what was told. */
async function importInto(t, file) {
  const folder = await project(t, {});
  const { stderr } = await ask(folder, ["import", file, "--as", "krav"]);
  return { text: await sourceOf(folder, "krav"), told: stderr, folder };
}

for (const format of ["csv", "xlsx"]) {
  test(`${format}: what was exported is imported the same`, async (t) => {
    const folder = await hostileProject(t);
    const file = path.join(folder, `fil.${format}`);
    const { stderr } = await ask(folder, ["export", "krav", "--format", format, "--out", file]);
    assert.equal(stderr, "", "nothing is lost");
    const imported = await importInto(t, file);
    assert.equal(imported.told, "", "nothing is mended");
    // the same as the source says: every export of both is the same, byte for byte
    for (const other of ["csv", "markdown"]) {
      const before = await ask(folder, ["export", "krav", "--format", other], 0, { bytes: true });
      const after = await ask(imported.folder, ["export", "krav", "--format", other], 0, { bytes: true });
      assert.ok(before.stdout.equals(after.stdout), other);
    }
    const again = await ask(folder, ["export", "krav", "--format", format], 0, { bytes: true });
    assert.ok(again.stdout.equals(await readFile(file)), "the same bytes each time, on standard output, too");
    await ask(imported.folder, ["check"]);
  });
}

test("xlsx: through LibreOffice as xlsx and as csv, and back the same", async (t) => {
  const folder = await hostileProject(t);
  const expected = (await canonical(t, folder)).text;
  const file = path.join(folder, "krav.xlsx");
  await ask(folder, ["export", "krav", "--format", "xlsx", "--out", file]);
  const [workbook] = await convert(t, file, "xlsx:Calc MS Excel 2007 XML");
  const rewritten = await importInto(t, workbook);
  assert.equal(rewritten.text, expected);
  assert.equal(rewritten.told, "");
  // every sheet; the one of the data is the whole catalog
  const tables = await convert(t, file, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");
  assert.equal(tables.length, 3);
  const data = tables.find((name) => name.endsWith("-Data.csv"));
  assert.equal((await importInto(t, data)).text, expected);
  // what it writes when nobody says which sheet
  const [first] = await convert(t, file, "csv:Text - txt - csv (StarCalc):59,34,76");
  assert.equal((await importInto(t, first)).text, expected);
});

test("csv: opened and saved by a spreadsheet, it is the same catalog", async (t) => {
  const folder = await hostileProject(t);
  const expected = (await canonical(t, folder)).text;
  const file = path.join(folder, "krav.csv");
  await ask(folder, ["export", "krav", "--format", "csv", "--out", file]);
  const [saved] = await convert(t, file, "csv:Text - txt - csv (StarCalc):59,34,76", { reading: "Text - txt - csv (StarCalc):59,34,76" });
  assert.equal((await importInto(t, saved)).text, expected);
});

/** The fixture with both catalogs released. */
async function releasedCatalogs(t) {
  const folder = await temporaryFolder(t);
  await cp(path.join(source, "tests/e2e/fixtures/catalogs"), folder, { recursive: true });
  await ask(folder, ["release", "--all"]);
  return folder;
}

const squeezed = (text) => text.replace(/[\s­]+/g, "");

/** What every form of the annex must say. */
function assertSaysAll(text, form) {
  for (const part of [
    "Krav til leverandører, høj – bilag med krav",
    "1.1",
    "LK-BAS-1.1",
    "2.1",
    "LK-BAS-5.1",
    "2.3",
    "LK-HOEJ-5.1",
    "Leverandøren skal hver måned sende kunden en rapport over sikkerhedshændelser.",
    "= Rapporten er på dansk.",
    "Skabelonen <a> & b findes i bilag 2.",
    "Leverandøren skal opbevare logfilerne i fem år.",
    "almindeligt krav",
    "hver 3. måned",
    "Planlægning",
    "Krav til leverandører, basis (leverandoerkrav-basis), version 1.10",
  ]) {
    assert.ok(squeezed(text).includes(squeezed(part)), `${form} lacks “${part}”:\n${text}`);
  }
}

test("the annex as HTML: LibreOffice makes Word and PDF of it, and all of it is there", async (t) => {
  const folder = await releasedCatalogs(t);
  const file = path.join(folder, "bilag.html");
  const { stderr } = await ask(folder, ["export", "leverandoerkrav-hoej", "--annex", "--format", "html", "--out", file]);
  assert.equal(stderr, "");
  assert.doesNotMatch(await readFile(file, "utf8"), /UDKAST/);
  const [word] = await convert(t, file, "docx:MS Word 2007 XML", { reading: "HTML (StarWriter)" });
  const [flat] = await convert(t, word, "fodt:OpenDocument Text Flat XML");
  const xml = (await readFile(flat, "utf8")).replace(/^[^]*<office:text/, "<office:text");
  const text = xml.replace(/<[^>]+>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  assertSaysAll(text, "docx");
  assert.equal(xml.match(/<text:h [^>]*outline-level="1"/g).length, 1);
  assert.equal(xml.match(/<text:h [^>]*outline-level="2"/g).length, 2);
  assert.equal(xml.match(/<table:table /g).length, 3);
  assert.equal(xml.match(/<table:table-header-rows>/g).length, 2, "headings are repeated on every page");
  const [pdf] = await convert(t, word, "pdf:writer_pdf_Export");
  assert.equal((await run("pdftotext", ["-raw", pdf, "-"])).stdout.includes("LK-HOEJ"), true);
});

test("the annex as PDF and xlsx: the same requirements, the fingerprint, a mark on drafts", async (t) => {
  const folder = await releasedCatalogs(t);
  const ledger = await readFile(path.join(folder, "content/archive/leverandoerkrav-hoej/ledger.yaml"), "utf8");
  const entry = /entry: "?([0-9a-f]{64})/.exec(ledger)[1];
  const fingerprint = entry.slice(0, 12).replace(/(.{4})(?=.)/g, "$1 ");
  const annex = async (format, ...more) => {
    const file = path.join(folder, `bilag.${format}`);
    await ask(folder, ["export", "leverandoerkrav-hoej", "--annex", "--format", format, "--out", file, ...more]);
    return file;
  };
  const textOfPdf = async (file) => (await run("pdftotext", ["-raw", file, "-"])).stdout;
  const pdf = await annex("pdf");
  const text = await textOfPdf(pdf);
  assertSaysAll(text, "pdf");
  assert.ok(squeezed(text).includes(squeezed(fingerprint)), "the fingerprint is on the PDF");
  assert.doesNotMatch(text, /UDKAST/);
  const bytes = await readFile(pdf);
  assert.ok(bytes.equals(await readFile(await annex("pdf"))), "the same bytes");
  const [table] = await convert(t, await annex("xlsx"), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2");
  const rows = await readFile(table, "utf8");
  assert.match(rows, /^Nr\. i bilaget,Id,Fase,.*,Svar,Reference,Leverandørens bemærkning\n1\.1,LK-BAS-1\.1,1,Planlægning,/);
  assert.equal(rows.match(/Mindstekrav/g).length, 3);
  // a word changed: no release any more
  const changed = path.join(folder, "content/catalogs/leverandoerkrav-basis.yaml");
  await writeFile(changed, (await readFile(changed, "utf8")).replace("på dansk", "på engelsk"));
  const { stderr } = await ask(folder, ["export", "leverandoerkrav-hoej", "--annex", "--format", "html", "--out", path.join(folder, "x.html")], 1);
  assert.match(stderr, /unrecorded-change/, "a change without a version is an error of the catalog itself");
  await ask(folder, ["bump", "leverandoerkrav-basis", "--kind", "updated", "--by", "It", "--change", "Sprog"]);
  assert.match(await textOfPdf(await annex("pdf")), /UDKAST/);
  // the release is what it was
  assert.ok(bytes.equals(await readFile(await annex("pdf", "--release", "1.0"))));
});

test("of a release the archive's text is exported", async (t) => {
  const folder = await releasedCatalogs(t);
  const before = await ask(folder, ["export", "leverandoerkrav-basis", "--format", "csv"]);
  const changed = path.join(folder, "content/catalogs/leverandoerkrav-basis.yaml");
  await writeFile(changed, (await readFile(changed, "utf8")).replace("på dansk", "på engelsk"));
  await ask(folder, ["bump", "leverandoerkrav-basis", "--kind", "updated", "--by", "It", "--change", "Sprog"]);
  const now = await ask(folder, ["export", "leverandoerkrav-basis", "--format", "csv"]);
  assert.match(now.stdout, /på engelsk/);
  const then = await ask(folder, ["export", "leverandoerkrav-basis", "--format", "csv", "--release", "1.10"]);
  assert.equal(then.stdout, before.stdout);
});

test("errors elsewhere stop no export, those of the catalog do", async (t) => {
  const folder = await hostileProject(t);
  await mkdir(path.join(folder, "content/documents"), { recursive: true });
  await writeFile(path.join(folder, "content/documents/skidt.md"), "---\nid: andet\n---\n");
  await ask(folder, ["export", "krav", "--format", "csv"]);
  const file = path.join(folder, "content/catalogs/krav.yaml");
  await writeFile(file, (await readFile(file, "utf8")).replace("derives_from: [LK-0.0]", "derives_from: [LK-FINDES-IKKE]"));
  const { stdout, stderr } = await ask(folder, ["export", "krav", "--format", "csv"], 1);
  assert.equal(stdout, "");
  assert.match(stderr, /unknown-reference/);
  assert.doesNotMatch(stderr, /skidt\.md/);
});

test("what can't be read leaves nothing behind", async (t) => {
  const folder = await project(t, {});
  const files = {
    "tom.csv": "",
    "tekst.csv": "Kære alle\nkravene kommer i morgen\n",
    "billede.xlsx": Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9]),
    "ukendt.bin": Buffer.from([1, 2, 3, 0, 255]),
    "noter.md": "# Noter; og andet\n",
  };
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(path.join(folder, name), bytes);
    const { stderr } = await ask(folder, ["import", path.join(folder, name), "--as", "nyt"], 2);
    assert.match(stderr, /^kanon: fejl: .+\nhjælp: .+/, name);
  }
  await ask(folder, ["import", path.join(folder, "findes-ikke.csv"), "--as", "nyt"], 3);
  await assert.rejects(readdir(path.join(folder, "content")), /ENOENT/);
});

test("a list from elsewhere becomes a catalog that checks", async (t) => {
  const folder = await project(t, {
    "krav.txt": Buffer.from("Krav nr.;Krav;Type;Frekvens\r\n1;Leverandøren skal føre log.;Mindstekrav;månedligt\r\n;Leverandøren skal sige til.;krav;ofte\r\n", "latin1"),
  });
  const { stderr, stdout } = await ask(folder, ["import", path.join(folder, "krav.txt"), "--as", "nyt"]);
  assert.match(stderr, /Windows-1252/);
  assert.match(stderr, /Et krav uden id har fået id’et KRAV-2/);
  assert.match(stderr, /hyppigheden «ofte» er flyttet til bemærkningen/);
  assert.match(stdout, /content\/catalogs\/nyt\.yaml er skrevet: 2 krav\. Kør nu «kanon check»\./);
  const text = await sourceOf(folder, "nyt");
  assert.match(text, /text: Leverandøren skal føre log\.\n {4}kind: minimum\n {4}frequency: P1M\n/);
  assert.match(text, new RegExp(`date: ${today}`));
  const { stdout: found } = await kanon(["check", "--format", "json", "--project", folder]);
  assert.equal(JSON.parse(found).summary.errors, 0, found);
});
