// Content comes from pull requests of people nobody knows. Whatever it is, the program ends by itself in bounded time and
// memory, says which file is to blame, and goes on with the others.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { assertEnded, findings, shown } from "../support/findings.mjs";
import { documentSource, environment, filesBelow, kanon, program, project, run, temporaryFolder, treeHash, writeTree, yamlText } from "../support/kanon.mjs";
import { markdown, yaml } from "./hostile/pathological.mjs";

/** What a file is to have found in it, beside an innocent file whose one finding must never go missing. */
const witness = { "content/documents/zz-vidne.md": documentSource("zz-vidne", { front: { ejer: "It" } }) };

function assertWitness(diagnostics) {
  const seen = diagnostics.some((one) => one.path === "content/documents/zz-vidne.md" && one.rule === "unknown-key");
  assert.ok(seen, `the other file's finding is there:\n${diagnostics.map(shown).join("\n")}`);
}

const rulesAt = (diagnostics, file) => [...new Set(diagnostics.filter((one) => one.path === file).map((one) => one.rule))];

test("Markdown that takes parsers quadratic time or worse", async (t) => {
  const files = {};
  for (const [name, body] of Object.entries(markdown)) files[`content/pages/${name}.md`] = `---\ntitle: A\nclassification: offentlig\n---\n${body}\n`;
  const config = 'site: {title: A}\nlimits: {parse_seconds: 1}\nrules: {broken-link: "off", unsafe-html: "off", unsafe-link: "off", undefined-footnote: "off"}\n';
  const folder = await project(t, { ...witness, ...files, "kanon.yaml": config });

  await t.test("check ends in time, and blames files one by one", async () => {
    const { diagnostics, milliseconds } = await findings(folder, { seconds: 120 });
    assertWitness(diagnostics);
    assert.ok(milliseconds < 60_000, `took ${milliseconds} ms`);
    const tooLarge = diagnostics.filter((one) => one.rule === "too-large");
    t.diagnostic(`${tooLarge.length} of ${Object.keys(files).length} files were beyond the bounds`);
    assert.ok(tooLarge.length < Object.keys(files).length / 2, "most are read within the bounds");
    for (const one of tooLarge) assert.deepEqual(rulesAt(diagnostics, one.path), ["too-large"]);
  });

  await t.test("what was read within the bounds is built in time", async () => {
    const { diagnostics } = await findings(folder, { seconds: 120 });
    const wrong = new Set(diagnostics.filter((one) => one.severity === "error").map((one) => one.path));
    const kept = Object.fromEntries(Object.entries(files).filter(([name]) => !wrong.has(name)));
    const fit = await project(t, { ...kept, "kanon.yaml": config });
    const result = await kanon(["build", "--drafts", "--no-pdf", "--quiet", "--project", fit], { seconds: 120 });
    assertEnded(result, "build");
    assert.equal(result.status, 0, result.stderr);
    assert.ok(result.milliseconds < 60_000, `took ${result.milliseconds} ms`);
    assert.ok((await filesBelow(path.join(fit, "site"))).length > Object.keys(kept).length);
  });
});

test("YAML bombs, depths and forms that are no plain data", async (t) => {
  const files = { ...witness };
  for (const [name, text] of Object.entries(yaml)) {
    files[`content/handbooks/${name}.yaml`] = text;
    files[`content/pages/${name}.md`] = `---\n${text.replace(/\n?$/, "\n")}---\nTekst\n`;
  }
  const folder = await project(t, files);
  const { diagnostics, milliseconds } = await findings(folder, { seconds: 60 });
  assertWitness(diagnostics);
  assert.ok(milliseconds < 30_000, `took ${milliseconds} ms`);
  for (const name of Object.keys(yaml)) {
    for (const file of [`content/handbooks/${name}.yaml`, `content/pages/${name}.md`]) {
      assert.notDeepEqual(rulesAt(diagnostics, file), [], `${file} has a finding`);
    }
  }
  const invalid = ["bomb-of-aliases", "alias-of-itself", "nested-sequences", "open-sequences", "open-mappings", "open-quote", "keys-twice", "unknown-alias", "nested-dashes"];
  for (const name of invalid) {
    const rules = rulesAt(diagnostics, `content/handbooks/${name}.yaml`);
    assert.ok(rules.includes("invalid-yaml") || rules.includes("too-large"), `${name}: ${rules}`);
  }
});

test("the same bombs in kanon.yaml are a wrong configuration", async (t) => {
  for (const [name, text] of Object.entries(yaml)) {
    const folder = await project(t, { "kanon.yaml": text });
    const { status, diagnostics } = await findings(folder, { seconds: 30 });
    assert.equal(status, 2, name);
    assert.ok(diagnostics.length > 0 && diagnostics.every((one) => one.path === "kanon.yaml"), name);
  }
});

test("bytes that are no text", async (t) => {
  const good = documentSource("god");
  const bytes = {
    "latin-1": Buffer.from(documentSource("latin-1", { body: "## Afsnit\n\n\u00e6\n" }), "latin1"),
    "lone-surrogate": Buffer.concat([Buffer.from(good), Buffer.from([0xed, 0xa0, 0x80])]),
    "overlong": Buffer.concat([Buffer.from(good), Buffer.from([0xc0, 0xbc])]),
    "cut-short": Buffer.concat([Buffer.from(good), Buffer.from([0xe2, 0x82])]),
    "beyond-unicode": Buffer.concat([Buffer.from(good), Buffer.from([0xf4, 0x90, 0x80, 0x80])]),
    "nul": Buffer.from(good.replace("Tekst", "Te\0kst")),
    "nul-in-front-matter": Buffer.from(good.replace("Politik", "Po\0litik")),
    "utf-16": Buffer.from(`\ufeff${good}`, "utf16le"),
    "noise": Buffer.from(Array.from({ length: 70000 }, (_, index) => (index * 7919 + (index >> 3)) & 0xff)),
    "all-nul": Buffer.alloc(70000),
    "all-ff": Buffer.alloc(70000, 0xff),
  };
  const files = { ...witness, "content/glossary.yaml": Buffer.from([0x2d, 0x20, 0xff, 0xfe]) };
  for (const [name, content] of Object.entries(bytes)) {
    files[`content/documents/${name}.md`] = content;
    files[`content/handbooks/${name}-h.yaml`] = content;
    files[`content/catalogs/${name}-k.yaml`] = content;
    files[`content/members/${name}-m.md`] = content;
  }
  const { diagnostics } = await findings(await project(t, files));
  assertWitness(diagnostics);
  for (const name of Object.keys(files).filter((one) => !one.includes("zz-vidne"))) {
    assert.ok(rulesAt(diagnostics, name).includes("invalid-utf8"), `${name}: ${rulesAt(diagnostics, name)}`);
  }
  const latin = diagnostics.find((one) => one.path === "content/documents/latin-1.md" && one.rule === "invalid-utf8");
  const lines = bytes["latin-1"].toString("latin1").split("\n");
  assert.equal(latin.line, lines.findIndex((line) => line.startsWith("\u00e6")) + 1, "the place of the byte");
  assert.equal(latin.column, 1);
});

test("the least that a file can be", async (t) => {
  const texts = { empty: "", bom: "\ufeff", dashes: "---", "dashes-twice": "---\n---", open: "---\ntitle: x\n", cr: "---\rtitle: x\r---\r", list: "---\n- a\n---\n", scalar: "---\nx\n---\n", null: "---\n~\n---\n" };
  const files = { ...witness, "content/criteria.yaml": "", "content/glossary.yaml": "x", "content/registers/controls.yaml": "{}", "content/registers/dispensations.yaml": "- x\n- [y]\n- {}\n" };
  for (const [name, text] of Object.entries(texts)) {
    for (const kind of ["documents", "members", "projects", "pages"]) files[`content/${kind}/${name}-${kind}.md`] = text;
    files[`content/handbooks/${name}-h.yaml`] = text;
    files[`content/catalogs/${name}-c.yaml`] = text;
  }
  const { diagnostics } = await findings(await project(t, files));
  assertWitness(diagnostics);
  for (const name of ["content/documents/empty-documents.md", "content/pages/dashes-pages.md", "content/handbooks/bom-h.yaml", "content/glossary.yaml"]) {
    assert.notDeepEqual(rulesAt(diagnostics, name), [], name);
  }
});

test("files above the limits", async (t) => {
  const limit = 2 * 1024 * 1024;
  const page = (size) => `---\ntitle: A\nclassification: offentlig\n---\n${"ord ".repeat(size)}`.slice(0, size);
  const folder = await project(t, {
    ...witness,
    "content/pages/netop.md": page(limit),
    "content/pages/over.md": page(limit + 1),
    "content/handbooks/stor.yaml": `# ${"x".repeat(limit)}`,
    "content/glossary.yaml": "- ".repeat(limit),
    "content/documents/kaempe.md": Buffer.alloc(80 * 1024 * 1024, "a"),
    "content/catalogs/import.xml": Buffer.alloc(11 * 1024 * 1024, "a"),
  });
  const { diagnostics } = await findings(folder);
  assertWitness(diagnostics);
  assert.deepEqual(rulesAt(diagnostics, "content/pages/netop.md"), []);
  for (const name of ["pages/over.md", "handbooks/stor.yaml", "glossary.yaml", "documents/kaempe.md"]) {
    const errors = diagnostics.filter((one) => one.severity === "error");
    assert.deepEqual(rulesAt(errors, `content/${name}`), ["too-large"], name);
  }
});

test("values beyond all measure", async (t) => {
  const nines = "9".repeat(40);
  const front = [
    { version: `"${nines}.${nines}"` },
    { version: `"${"1.".repeat(30000)}1"` },
    { version: "-1" },
    { version: "1e400" },
    { version: "[1, 0]" },
    { history: `[{version: "1.0", date: 9999-99-99, by: x, change: x, kind: new}]` },
    { history: `[{version: "1.0", date: ${nines}-01-01, by: x, change: x, kind: new}]` },
    { history: "{a: b}" },
    { history: `[${"{},".repeat(20000)}]` },
    { review_every: `P${nines}Y` },
    { review_every: "P0D" },
    { review_every: "P-1Y" },
    { effective: "0000-00-00" },
    { related: `[${"findes-ikke,".repeat(20000)}]` },
    { related: `[${Array.from({ length: 20000 }, (_, index) => `nr-${index}`).join(",")}]` },
    { controls: `[${"A.99.99,".repeat(20000)}]` },
    { aliases: `[${Array.from({ length: 20000 }, (_, index) => `/x/${index}/`).join(",")}]` },
    { aliases: '["../../../ude", "/", "//x", "a/../../b", "x\\0y", "CON", ".git/hooks/x"]' },
    { parent: "{}" },
    { type: "[politik]" },
    { classification: nines },
    { title: "|\n  x\n  y" },
    { title: yamlText("x".repeat(200000)) },
    { title: yamlText("\u202e\u0000\u001b[2J") },
    { "[a, b]": "c" },
    { [`"${"k".repeat(100000)}"`]: 1 },
    { "<<": "{title: x}" },
  ];
  const files = { ...witness };
  front.forEach((keys, index) => (files[`content/documents/v${index}.md`] = documentSource(`v${index}`, { front: keys })));
  files["content/pages/orden.md"] = `---\ntitle: x\norder: ${nines}\n---\n`;
  files["content/members/m.md"] = `---\nid: m\nname: x\nkind: founding\nstatus: admitted\ncvr: "${nines}"\nwebsite: "javascript:alert(1)"\nevaluations: [{year: ${nines}}]\n---\n`;
  const { diagnostics } = await findings(await project(t, files), { seconds: 60 });
  assertWitness(diagnostics);
  assert.ok(rulesAt(diagnostics, "content/pages/orden.md").includes("invalid-value"));
  assert.ok(rulesAt(diagnostics, "content/members/m.md").includes("invalid-value"));
  for (const one of diagnostics) assert.ok(one.message.length < 2000, `a message of ${one.message.length} characters`);
});

test("documents above themselves, and hierarchies without end", async (t) => {
  const files = { ...witness };
  const below = (id, parent) => (files[`content/documents/${id}.md`] = documentSource(id, { front: { type: "vejledning", parent } }));
  below("selv", "selv");
  below("a", "b");
  below("b", "a");
  files["content/documents/top.md"] = documentSource("top");
  below("k0", "top");
  for (let index = 1; index < 3000; ++index) below(`k${index}`, `k${index - 1}`);
  for (let index = 0; index < 3000; ++index) below(`c${index}`, `c${(index + 1) % 3000}`);
  files["content/handbooks/h.yaml"] = 'id: h\ntitle: H\nversion: "1.0"\nhistory: [{version: "1.0", date: 2025-01-01, by: x, change: x, kind: new}]\nparts: [{title: x, under: k0}, {title: y, under: c0}, {title: z, under: selv}]\n';
  const folder = await project(t, { ...files, "kanon.yaml": "site: {title: A}\ndocument_types:\n  - {id: politik, label: P, parents: []}\n  - {id: vejledning, label: V, parents: [politik, vejledning]}\n" });
  const { diagnostics, milliseconds } = await findings(folder, { seconds: 60 });
  assertWitness(diagnostics);
  assert.ok(milliseconds < 30_000, `took ${milliseconds} ms`);
  assert.ok(rulesAt(diagnostics, "content/documents/selv.md").includes("parent-cycle"));
  assert.ok(rulesAt(diagnostics, "content/documents/a.md").includes("parent-cycle") || rulesAt(diagnostics, "content/documents/b.md").includes("parent-cycle"));
});

test("a chain of 1,500 documents is built", async (t) => {
  const files = { "content/documents/top.md": documentSource("top") };
  for (let index = 0; index < 1500; ++index) {
    files[`content/documents/k${index}.md`] = documentSource(`k${index}`, { front: { type: "vejledning", parent: index ? `k${index - 1}` : "top" } });
  }
  const folder = await project(t, { ...files, "kanon.yaml": "site: {title: A}\ndocument_types:\n  - {id: politik, label: P, parents: []}\n  - {id: vejledning, label: V, parents: [politik, vejledning]}\n" });
  const result = await kanon(["build", "--drafts", "--no-pdf", "--quiet", "--project", folder], { seconds: 60 });
  assertEnded(result, "build");
  assert.equal(result.status, 0, result.stderr);
});

test("little content that asks for much output", async (t) => {
  const terms = Array.from({ length: 500 }, (_, index) => `- {id: t${index}, term: t${index}, definition: ${"x".repeat(100)}}\n`).join("");
  const parts = "  - {title: A, documents: [a]}\n".repeat(2000);
  const config = 'site: {title: A}\nclassifications: [offentlig]\naudiences: {public: {up_to: offentlig}}\n';
  const folder = await project(t, {
    "kanon.yaml": config,
    "content/glossary.yaml": terms,
    "content/documents/a.md": documentSource("a", { body: "```kanon glossary\n```\n\n".repeat(20000) }),
    "content/handbooks/h.yaml": `id: h\ntitle: H\nclassification: offentlig\nversion: "1.0"\nhistory: [{version: "1.0", date: 2025-01-01, by: x, change: x, kind: new}]\nparts:\n${parts}appendices: [${"{embed: glossary},".repeat(5000)}]\n`,
  });
  // 4 GB of address space: whoever builds the site has more, but not without end.
  const command = `ulimit -v 4194304; exec "$0" build --drafts --no-pdf --quiet --project "$1"`;
  const result = await run("bash", ["-c", command, program, folder], { seconds: 60 });
  assertEnded(result, "build");
  assert.ok(result.milliseconds < 20_000, `took ${result.milliseconds} ms`);
  assert.equal(result.status, 2);
  assert.match(result.stderr, /content\/documents\/a\.md|content\/handbooks\/h\.yaml/);
});

test("links of the disk that leave the project, and files that are none", async (t) => {
  const outside = await temporaryFolder(t);
  await writeTree(outside, { "hemmelig.md": documentSource("hemmelig", { front: { title: "KODEORD-UDENFOR" } }), "mappe/kodeord.txt": "KODEORD-UDENFOR" });
  const folder = await project(t, {
    "content/documents/a.md": documentSource("a", { body: "[x](hemmelig.txt) ![x](mappe/kodeord.txt) [y](lokal.md)\n" }),
    "content/documents/rigtig/lokal.txt": "lokal",
    "kanon.yaml": 'site: {title: A}\nrules: {broken-link: "off", broken-image: "off", too-large: "off", unsafe-link: "off"}\n',
  });
  const documents = path.join(folder, "content", "documents");
  await symlink(path.join(outside, "hemmelig.md"), path.join(documents, "hemmelig.md"));
  await symlink(path.join(outside, "mappe"), path.join(documents, "mappe"));
  await symlink(path.join(outside, "mappe", "kodeord.txt"), path.join(documents, "hemmelig.txt"));
  await symlink("../../../../../../../etc/passwd", path.join(documents, "passwd.md"));
  await symlink("findes-ikke", path.join(documents, "dangling.md"));
  await symlink("loekke.md", path.join(documents, "loekke.md"));
  await symlink(".", path.join(documents, "rundt"));
  await symlink("../..", path.join(documents, "op"));
  await symlink(outside, path.join(folder, "content", "pages"));
  await symlink("/dev/zero", path.join(documents, "uendelig.md"));
  await symlink("/proc/self/environ", path.join(documents, "miljoe.md"));
  execFileSync("mkfifo", [path.join(documents, "roer.md"), path.join(folder, "content", "glossary.yaml")]);

  const report = await findings(folder, { seconds: 30 });
  assert.ok(report.milliseconds < 15_000);
  const result = await kanon(["build", "--drafts", "--no-pdf", "--project", folder], { seconds: 30 });
  assertEnded(result, "build");
  const text = JSON.stringify(report) + result.stdout + result.stderr;
  assert.doesNotMatch(text, /KODEORD-UDENFOR|root:x:0/);
  for (const name of result.status === 0 ? await filesBelow(path.join(folder, "site")) : []) {
    assert.doesNotMatch(await readFile(path.join(folder, "site", name), "latin1"), /KODEORD-UDENFOR|root:x:0/, name);
  }
});

test("paths that lead out of the project by name", async (t) => {
  const outer = await temporaryFolder(t);
  await writeFile(path.join(outer, "hemmelig.txt"), "KODEORD-UDENFOR");
  const folder = path.join(outer, "projekt");
  const ways = ["../../../hemmelig.txt", "../../../../hemmelig.txt", "..%2f..%2f..%2fhemmelig.txt", "%2e%2e/%2e%2e/%2e%2e/hemmelig.txt", "..\\..\\..\\hemmelig.txt", "/etc/passwd", "//etc/passwd", "file:///etc/passwd", "./../../../hemmelig.txt#x", "../../../hemmelig.txt?x", "../../kanon.yaml", "../../.git/config", "../documents/../../../hemmelig.txt", `${"../".repeat(200)}etc/passwd`, "ref:../../hemmelig", "ref:", "#", "", "..", "/", "~/.ssh/id_rsa", "\\\\server\\del"];
  const body = ways.map((way) => `[x](<${way}>) ![x](<${way}>)\n\n<img src="${way}">\n`).join("\n");
  await writeTree(folder, {
    "kanon.yaml": 'site: {title: A}\npage_folders: []\nrules: {broken-link: "off", broken-image: "off", unsafe-html: "off", unsafe-link: "off"}\n',
    "content/pages/a.md": `---\ntitle: A\nclassification: offentlig\naliases: [a/gammel]\n---\n${body}`,
  });
  await findings(folder);
  await writeFile(path.join(folder, "kanon.yaml"), 'site: {title: A}\nrules: {broken-link: "off", broken-image: "off", unsafe-html: "off", unsafe-link: "off"}\n');
  const before = await treeHash(path.join(folder, "content"));
  const result = await kanon(["build", "--drafts", "--no-pdf", "--project", folder]);
  assertEnded(result, "build");
  assert.equal(result.status, 0, result.stderr);
  for (const name of await filesBelow(path.join(folder, "site"))) {
    assert.doesNotMatch(await readFile(path.join(folder, "site", name), "latin1"), /KODEORD-UDENFOR|root:x:0|broken-image/, name);
  }
  assert.equal(await treeHash(path.join(folder, "content")), before);
  assert.deepEqual((await filesBelow(outer)).filter((name) => !name.startsWith("projekt/")), ["hemmelig.txt"]);
});

test("ids, aliases and page folders that would be written elsewhere", async (t) => {
  const outer = await temporaryFolder(t);
  for (const wrong of ["../ude", "/tmp/ude", "a/../../ude", ".", "..", "a\\0b", "a/.git/hooks", "A", "æ"]) {
    const folder = path.join(outer, "projekt");
    await writeTree(folder, {
      "kanon.yaml": 'site: {title: A}\nrules: {invalid-id: "off", invalid-value: "off", unknown-key: "off", orphan-document: "off"}\n',
      "content/documents/a.md": documentSource(yamlText(wrong).replaceAll("\\\\0", "\\0"), { front: { aliases: `[${yamlText(wrong)}]` } }),
      "content/handbooks/h.yaml": `id: ${yamlText(wrong)}\ntitle: H\nclassification: offentlig\nversion: "1.0"\nhistory: [{version: "1.0", date: 2025-01-01, by: x, change: x, kind: new}]\nparts: []\n`,
    });
    assertEnded(await kanon(["build", "--drafts", "--no-pdf", "--quiet", "--project", folder]), wrong);
    assert.deepEqual((await filesBelow(outer)).filter((name) => !name.startsWith("projekt/")), [], wrong);
    const inside = await filesBelow(folder);
    assert.deepEqual(inside.filter((name) => !/^(kanon\.yaml|content\/|site\/|\.kanon\/)/.test(name)), [], wrong);
  }
});

test("file names that are hard to say", async (t) => {
  const names = ["a b.md", "a\nb.md", "a\u001b[31mb.md", "-rf.md", "<img src=x onerror=alert(1)>.md", "a'b\"c.md", "%2e%2e.md", "æøå.md", "a.md.md", `${"l".repeat(200)}.md`, "{{title}}.md", "a\\b.md", "\u202egnp.md", "CON.md", "index.md", "a#b?c.md"];
  const files = { ...witness };
  for (const name of names) {
    files[`content/pages/${name}`] = "---\ntitle: x\nclassification: offentlig\nukendt: 1\n---\n[x](y.md)\n";
    files[`content/documents/${name}`] = documentSource("x");
  }
  const folder = await project(t, files);
  await writeFile(Buffer.concat([Buffer.from(`${folder}/content/pages/`), Buffer.from([0xff, 0xfe]), Buffer.from(".md")]), "---\ntitle: x\n---\n");
  const { diagnostics } = await findings(folder);
  assertWitness(diagnostics);
  const text = await kanon(["check", "--project", folder]);
  assertEnded(text, "check");
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(text.stdout, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/, "no control character reaches the terminal");
});

test("content that would steer a terminal", async (t) => {
  const escapes = "\u001b[2J\u001b]0;titel\u0007\u009b31m\u0008\r\u007f\u0090x\u009c";
  const quoted = yamlText(escapes).replaceAll("\u007f", "\\x7f").replaceAll("\u009b", "\\x9b").replaceAll("\u0090", "\\x90").replaceAll("\u009c", "\\x9c");
  const files = {
    "content/documents/a.md": documentSource("a", { front: { title: quoted, type: quoted, parent: quoted, related: `[${quoted}]`, classification: quoted, [quoted]: 1 }, body: `[${escapes}](${"\u001b"}x.md)\n\n<script${escapes}>\n\n[^${escapes}]\n` }),
    "content/documents/b.md": documentSource(quoted, { front: { controls: `[${quoted}]`, review_every: quoted } }),
    "content/handbooks/h.yaml": `id: h\ntitle: ${quoted}\nparts: [{title: x, documents: [${quoted}], under: ${quoted}}]\naudience: ${quoted}\n`,
    "content/glossary.yaml": `- {id: ${quoted}, term: ${quoted}, definition: x, ${quoted}: y}\n`,
  };
  const folder = await project(t, files);
  const commands = [["check"], ["check", "--lang", "en"], ["build", "--drafts", "--no-pdf"], ["handbook", "h"], ["new", "document", escapes], ["explain", escapes], [escapes], ["check", `--${escapes}`], ["check", escapes]];
  for (const command of commands) {
    const line = [program, ...command].map((word) => `'${word}'`).join(" ");
    const { stdout } = await run("script", ["-qec", line, "/dev/null"], { cwd: folder, env: environment({ TERM: "xterm" }) });
    const plain = stdout.replaceAll("\r\n", "\n").replace(/\u001b\[(?:0|1|1;3[134])m|\r\u001b\[K/g, "");
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(plain, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/, command[0]);
  }
});

test("a layout that is wrong is named, and never runs away", async (t) => {
  const wrong = { "{{": 2, "{{#page}}": 2, "{{/page}}": 2, "{{>document}}": 2, "{{>free_page}}": 2, "{{ikke_til}}": 2, "{{{title}": 2, "{{=a=}}": 2, "\xff": 2 };
  for (const [text, status] of Object.entries(wrong)) {
    const folder = await project(t, { "content/pages/a.md": "---\ntitle: A\nclassification: offentlig\n---\n", "layouts/free_page.mustache": Buffer.from(`a\n  ${text}\n`, "latin1") });
    const result = await kanon(["build", "--drafts", "--no-pdf", "--project", folder], { seconds: 20 });
    assertEnded(result, text);
    assert.equal(result.status, status, `${text}: ${result.stderr}`);
    assert.match(result.stderr, /layouts\/\w+\.mustache(:\d+:\d+)?/, text);
  }
});

test("an output folder that is a link or lies behind one", async (t) => {
  const folder = await project(t, { "content/pages/index.md": "---\ntitle: A\nclassification: offentlig\n---\n" });
  const outside = await temporaryFolder(t);
  await writeFile(path.join(outside, "vigtig.txt"), "x");
  await symlink(outside, path.join(folder, "site"));
  const result = await kanon(["build", "--drafts", "--no-pdf", "--project", folder]);
  assertEnded(result, "build");
  assert.equal(result.status, 2, result.stderr);
  assert.deepEqual(await filesBelow(outside), ["vigtig.txt"]);
  await mkdir(path.join(folder, "x"));
  await symlink(path.join(folder, "content"), path.join(folder, "x", "indhold"));
  assert.equal((await kanon(["build", "--drafts", "--no-pdf", "--project", folder, "--out", path.join(folder, "x", "indhold", "ny")])).status, 2);
});
