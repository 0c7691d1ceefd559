// An OSCAL catalog as a source, content/catalogs/<id>.xml: checked, released, verified and published like any other.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { findings, shown } from "../support/findings.mjs";
import { kanon, project } from "../support/kanon.mjs";

const config = "site: {title: Prøve}\nclassifications: [offentlig]\naudiences: {public: {up_to: offentlig}}\n";
const file = "content/catalogs/standard.xml";

const catalog = (controls, version = "1.0", more = "") => `<?xml version="1.0" encoding="UTF-8"?>
<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="b954d3b7-d2c7-453b-8eb2-459e8d3b8462">
  <metadata>
    <title>En standard</title>
    <last-modified>2025-11-19T10:00:00Z</last-modified>
    <version>${version}</version>
    <oscal-version>1.1.2</oscal-version>
    ${more}<prop name="classification" ns="https://kanon.example/ns/oscal" value="offentlig"/>
  </metadata>
  <group id="ac">
    <title>Adgang</title>
${controls}
  </group>
</catalog>
`;
const control = (id, text) => `    <control id="${id}"><title>Om ${id}</title><part name="statement"><p>${text}</p></part></control>`;
const small = catalog(control("ac-1", "Leverandøren skal logge adgang."));

/** Findings that are errors: what others wrote may be worded as they like. */
const errors = async (folder, options) =>
  (await findings(folder, options)).diagnostics.filter((one) => one.severity === "error").map(shown);

async function command(folder, ...args) {
  return kanon([...args, "--project", folder]);
}

test("a catalog in OSCAL is published with its title, version and requirements", async (t) => {
  const folder = await project(t, { "kanon.yaml": config, [file]: small });
  assert.deepEqual(await errors(folder), []);
  const built = await command(folder, "build", "--no-pdf", "--drafts");
  assert.equal(built.status, 0, built.stderr);
  const page = await readFile(path.join(folder, "site/kravkataloger/standard/index.html"), "utf8");
  for (const words of ["En standard", "Adgang", "ac-1", "Leverandøren skal logge adgang."]) assert.ok(page.includes(words), words);
});

test("what is wrong in it stands at its place in the XML", async (t) => {
  const repeated = catalog(`${control("ac-1", "Et.")}\n${control("ac-2", "To.")}`).replace('value="offentlig"', 'value="hemmelig"');
  const folder = await project(t, { "kanon.yaml": config, [file]: repeated });
  assert.deepEqual(await errors(folder), [`${file}:8:76 [unknown-classification]`]);
  await writeFile(path.join(folder, file), small.replace("</title>", "</titel>"));
  assert.deepEqual(await errors(folder), [`${file}:4:5 [invalid-value]`]);
  await writeFile(path.join(folder, file), `<!DOCTYPE catalog [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n<catalog>&x;</catalog>\n`);
  assert.deepEqual(await errors(folder), [`${file}:1:1 [invalid-value]`]);
});

test("documents implement its requirements, and handbooks hold it", async (t) => {
  const document = '---\nid: politik\ntype: politik\ntitle: P\nclassification: offentlig\nversion: "1.0"\nimplements: [ac-1]\n' +
    "history: [{version: \"1.0\", date: 2025-01-01, by: X, change: Ny, kind: new}]\n---\n\nSe [](ref:standard) og [kravet](ref:standard#ac-1).\n";
  const handbook = 'id: bog\ntitle: B\nclassification: offentlig\nversion: "1.0"\nhistory: [{version: "1.0", date: 2025-01-01, by: X, change: Ny, kind: new}]\n' +
    "parts: [{title: Krav, catalogs: [standard]}]\n";
  const folder = await project(t, {
    "kanon.yaml": config, [file]: small, "content/documents/politik.md": document, "content/handbooks/bog.yaml": handbook,
  });
  assert.deepEqual(await errors(folder), []);
});

test("a catalog of the same id in YAML is the same id twice", async (t) => {
  const yaml = 'id: standard\ntitle: S\nversion: "1.0"\nclassification: offentlig\nhistory: [{version: "1.0", date: 2025-01-01, by: X, change: Ny, kind: new}]\n';
  const folder = await project(t, { "kanon.yaml": config, [file]: small, "content/catalogs/standard.yaml": yaml });
  const found = await errors(folder);
  assert.equal(found.length, 1);
  assert.match(found[0], /\[duplicate-id\]$/);
});

test("it is released, verified and held to what was released", async (t) => {
  const folder = await project(t, { "kanon.yaml": config, [file]: small });
  const released = await command(folder, "release", "standard");
  assert.equal(released.status, 0, released.stderr);
  const frozen = path.join(folder, "content/archive/standard/1.0/standard.xml");
  assert.equal(await readFile(frozen, "utf8"), small);
  assert.equal((await command(folder, "verify")).status, 0);
  assert.deepEqual(await errors(folder), []);

  await writeFile(path.join(folder, file), small.replace("logge adgang", "logge al adgang"));
  assert.deepEqual(await errors(folder), [`${file}:12:1 [unrecorded-change]`]);

  const bump = await command(folder, "bump", "standard", "--kind", "updated", "--by", "X", "--change", "Y");
  assert.equal(bump.status, 2);
  assert.match(bump.stderr, /<version>/);

  const revision = "<revisions><revision><published>2025-11-20T00:00:00Z</published><version>1.1</version></revision>" +
    "<revision><published>2025-11-19T00:00:00Z</published><version>1.0</version></revision></revisions>\n    ";
  await writeFile(path.join(folder, file), catalog(control("ac-1", "Leverandøren skal logge al adgang."), "1.1", revision));
  assert.deepEqual(await errors(folder), []);
  assert.equal((await command(folder, "release", "standard")).status, 0);
  const built = await command(folder, "build", "--no-pdf");
  assert.equal(built.status, 0, built.stderr);
  const page = (version) => readFile(path.join(folder, "site/kravkataloger/standard", version, "index.html"), "utf8");
  assert.match(await page("."), /logge al adgang/);
  assert.match(await page("1.0"), /logge adgang/);

  await writeFile(frozen, small.replace("adgang", "Adgang"));
  assert.equal((await command(folder, "verify")).status, 1);
  assert.ok((await errors(folder)).some((one) => one.endsWith("[tampered-archive]")));
});

test("a catalog of 4 MB and 1,200 controls is read, checked and published", async (t) => {
  const text = "Leverandøren skal dokumentere, hvem der har adgang, og hvorfor. ".repeat(50);
  const controls = Array.from({ length: 1200 }, (_, i) => control(`sc-${i + 1}`, `${text}Krav ${i + 1}.`));
  const large = catalog(controls.join("\n"));
  assert.ok(Buffer.byteLength(large) > 4e6 && Buffer.byteLength(large) < 5e6);
  const folder = await project(t, { "kanon.yaml": config, [file]: large });
  assert.deepEqual(await errors(folder), []);
  const built = await command(folder, "build", "--no-pdf", "--drafts");
  assert.equal(built.status, 0, built.stderr);
  const page = await readFile(path.join(folder, "site/kravkataloger/standard/index.html"), "utf8");
  assert.ok(page.includes("sc-1200"));
});

test("above its own limit it is too large, below it the limit on sources doesn't count", async (t) => {
  const folder = await project(t, { "kanon.yaml": `${config}limits: {import_bytes: 1024, source_bytes: 1024}\n`, [file]: small });
  assert.deepEqual(await errors(folder), []);
  await writeFile(path.join(folder, file), small + " ".repeat(1024));
  assert.deepEqual(await errors(folder), [`${file}:1:1 [too-large]`]);
});
