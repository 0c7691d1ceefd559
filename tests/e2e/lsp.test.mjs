// `kanon lsp` through a real client: every ability, positions in UTF-16 and UTF-8, and what must not end it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import vm from "node:vm";

import { documentSource, environment, kanon, program, project, source, temporaryFolder, writeTree } from "../support/kanon.mjs";
import { edited, position, session, until } from "../support/lsp.mjs";

const history = '[{version: "1.0", date: 2025-11-02, by: Enhed, change: Ny, kind: new}]';
const policy = documentSource("hovedpolitik", {
  front: { history, title: "Hovedpolitik", owner: "Direktionen", approvals: '[{body: udvalg, date: 2025-11-02, version: "1.0"}, {body: direktion, date: 2025-11-02, version: "1.0"}]' },
  body: "## Formål\n\nTekst.\n\n## Ansvar og roller {#ansvar}\n\nBackup er vigtigt.\n",
});
const topic = documentSource("emne", {
  front: { history, type: "emnepolitik", title: "Emne", parent: "hovedpolitik", related: "[hovedpolitik]", approvals: '[{body: udvalg, date: 2025-11-02, version: "1.0"}]' },
  body: "## Mål 😀 æøå\n\nSe 😀 [roller](ref:hovedpolitik#ansvar) og [politik](hovedpolitik.md).\n",
});
const files = {
  "kanon.yaml": "site: {title: Prøve}\n",
  "content/documents/hovedpolitik.md": policy,
  "content/documents/emne.md": topic,
  "content/glossary.yaml": "- {id: backup, term: Backup, definition: En kopi af data, classification: offentlig}\n",
};
const emne = "content/documents/emne.md";
const hoved = "content/documents/hovedpolitik.md";

async function begun(t, more = {}, options = {}) {
  const folder = await project(t, { ...files, ...more });
  return { folder, client: await session(t, folder, options) };
}

const labels = (completion) => (completion?.items ?? []).map((item) => item.label);

test("initialize names every ability, and files are watched", async (t) => {
  const { client } = await begun(t);
  const { capabilities, serverInfo } = client.answer;
  assert.equal(capabilities.positionEncoding, "utf-16");
  assert.equal(capabilities.textDocumentSync.change, 2);
  for (const ability of ["hoverProvider", "definitionProvider", "referencesProvider", "renameProvider", "documentSymbolProvider", "workspaceSymbolProvider", "codeActionProvider", "completionProvider"])
    assert.ok(capabilities[ability], ability);
  assert.equal(serverInfo.name, "kanon");
  await until(() => client.registered.length === 1, "the watch");
  assert.equal(client.registered[0].method, "workspace/didChangeWatchedFiles");
  assert.equal(await client.end(), 0);
});

test("what a buffer says holds, at once and over the whole project", async (t) => {
  const { client } = await begun(t);
  await client.open(emne, topic);
  // a key that is read by itself, and a parent that only the whole project can judge
  await client.change(emne, { text: topic.replace("owner:", "ownr:").replace("parent: hovedpolitik", "parent: findes-ikke\nownr: A") });
  await client.rules(emne, (rules) => rules.includes("unknown-key") && rules.includes("unknown-parent"), "both findings");
  await client.change(emne, { text: topic });
  await client.rules(emne, (rules) => rules.length === 0, "nothing");
  assert.equal(await client.end(), 0);
});

test("another file's findings follow a buffer", async (t) => {
  const { client } = await begun(t);
  await client.open(hoved, policy);
  await client.change(hoved, { text: policy.replace("{#ansvar}", "") });
  await client.rules(emne, (rules) => rules.includes("broken-anchor"), "the link that broke");
  await client.tell("textDocument/didClose", { textDocument: { uri: client.uri(hoved) } });
  await client.rules(emne, (rules) => rules.length === 0, "the disk's text again");
});

test("changes of stretches count UTF-16, also behind emoji and æøå", async (t) => {
  const { client } = await begun(t);
  await client.open(emne, topic);
  const start = position(topic, "#ansvar)");
  const end = { ...start, character: start.character + "#ansvar".length };
  await client.change(emne, { range: { start, end }, text: "#intet" });
  const [rule] = await client.rules(emne, (rules) => rules.length === 1, "one finding");
  assert.equal(rule, "broken-anchor");
  const { range } = client.findings.get(client.uri(emne)).diagnostics[0];
  const text = topic.replace("#ansvar)", "#intet)");
  assert.deepEqual(range, { start: position(text, "[roller]"), end: position(text, ") og", { by: 1 }) });
});

test("UTF-8 positions where they were agreed on", async (t) => {
  const { client } = await begun(t, {}, { encodings: ["utf-8", "utf-16"] });
  assert.equal(client.answer.capabilities.positionEncoding, "utf-8");
  await client.open(emne, topic.replace("#ansvar)", "#intet)"));
  await client.rules(emne, (rules) => rules.includes("broken-anchor"), "the finding");
  const { range } = client.findings.get(client.uri(emne)).diagnostics[0];
  assert.equal(range.start.character, Buffer.byteLength("Se 😀 "));
});

test("completion: keys, values, ids, links and anchors", async (t) => {
  const { client } = await begun(t);
  const complete = async (name, text, word, options) => {
    await client.open(name, text);
    const { line, character } = position(text, word, options);
    const answer = await client.ask("textDocument/completion", client.at(client.uri(name), line, character));
    await client.tell("textDocument/didClose", { textDocument: { uri: client.uri(name) } });
    return answer;
  };
  // keys: those that are there already are left out; each is explained
  const withKey = topic.replace("title: Emne\n", "title: Emne\now\n");
  const keys = await complete(emne, withKey, "\now\n", { by: 3 });
  assert.deepEqual(labels(keys), ["owner"]);
  assert.match(keys.items[0].documentation, /ejer/);
  assert.equal(edited(withKey, [keys.items[0].textEdit]), topic.replace("title: Emne\n", "title: Emne\nowner: \n"));
  // keys within a list of mappings, in flow and block form
  const entry = topic.replace("change: Ny, kind: new}", "change: Ny, k}");
  assert.deepEqual(labels(await complete(emne, entry, ", k}", { by: 3 })), ["kind"]);
  // values
  const kind = topic.replace("kind: new}", "kind: }");
  assert.deepEqual(labels(await complete(emne, kind, "kind: ", { by: 6 })).sort(), ["new", "updated", "verified"]);
  const level = topic.replace("classification: offentlig", "classification: ");
  assert.deepEqual(labels(await complete(emne, level, "classification: ", { by: 16 })), ["offentlig", "intern", "fortrolig"]);
  const parent = topic.replace("parent: hovedpolitik", "parent: hoved");
  const ids = await complete(emne, parent, "parent: hoved", { by: 13 });
  assert.deepEqual(labels(ids), ["hovedpolitik"]);
  assert.equal(ids.items[0].detail, "Hovedpolitik");
  const related = topic.replace("related: [hovedpolitik]", "related: [hovedpolitik, ]");
  assert.deepEqual(labels(await complete(emne, related, "politik, ]", { by: 9 })), ["emne", "hovedpolitik"]);
  const control = topic.replace("parent: hovedpolitik", 'parent: hovedpolitik\ncontrols: ["A.8.1"]');
  assert.ok(labels(await complete(emne, control, 'A.8.1"', { by: 5 })).includes("A.8.13"));
  // links
  const link = topic.replace("(ref:hovedpolitik#ansvar)", "(ref:hov)");
  assert.deepEqual(labels(await complete(emne, link, "ref:hov)", { by: 7 })), ["ref:hovedpolitik"]);
  const anchor = topic.replace("#ansvar)", "#)");
  const anchors = await complete(emne, anchor, "politik#)", { by: 8 });
  assert.deepEqual(labels(anchors), ["formaal", "ansvar"]);
  assert.equal(anchors.items[1].detail, "Ansvar og roller");
  const file = topic.replace("(hovedpolitik.md)", "(hovedpol)");
  assert.ok(labels(await complete(emne, file, "(hovedpol)", { by: 9 })).includes("hovedpolitik.md"));
  // embeds, and kanon.yaml
  const embed = topic.replace("Se 😀", "```kanon his\n```\n\nSe 😀");
  assert.deepEqual(labels(await complete(emne, embed, "kanon his", { by: 9 })), ["history"]);
  const configuration = "site: {title: Prøve}\nrules: {broken-link: }\n";
  assert.deepEqual(labels(await complete("kanon.yaml", configuration, "link: }", { by: 6 })), ["error", "warning", "off"]);
});

test("hover: documents with their standing, keys, terms, and the rule behind a finding", async (t) => {
  const { client } = await begun(t);
  const broken = topic.replace("#ansvar)", "#intet)").replace("Se 😀", "Backup og 😀");
  await client.open(emne, broken);
  await client.rules(emne, (rules) => rules.includes("broken-anchor"), "the finding");
  const hover = async (word, options) => {
    const { line, character } = position(broken, word, options);
    return (await client.ask("textDocument/hover", client.at(client.uri(emne), line, character)))?.contents.value;
  };
  const card = await hover("hovedpolitik", { by: 2 });
  for (const part of ["**Hovedpolitik**", "et dokument, version 1\\.0", "Aldrig udgivet", "Ejer: Direktionen"]) assert.ok(card.includes(part), card);
  assert.match(await hover("related:", { by: 2 }), /Andre dokumenter/);
  assert.match(await hover("Backup og", { by: 2 }), /En kopi af data/);
  assert.match(await hover("[roller]", { by: 2 }), /`broken-anchor`/);
  assert.equal(await hover("æøå", { by: 1 }), undefined);
});

test("definition: ids, links, sections and terms", async (t) => {
  const { client } = await begun(t);
  const text = topic.replace("Se 😀", "Backup og 😀");
  await client.open(emne, text);
  const definition = async (word, options) => {
    const { line, character } = position(text, word, options);
    return client.ask("textDocument/definition", client.at(client.uri(emne), line, character));
  };
  const parent = await definition("parent: hoved", { by: 10 });
  assert.equal(parent.uri, client.uri(hoved));
  assert.deepEqual(parent.range.start, position(policy, "hovedpolitik"));
  const section = await definition("ref:hoved", { by: 6 });
  assert.equal(section.range.start.line, position(policy, "## Ansvar").line);
  assert.equal((await definition("](hovedpolitik.md", { by: 4 })).uri, client.uri(hoved));
  assert.equal((await definition("Backup og", { by: 2 })).uri, client.uri("content/glossary.yaml"));
});

test("references, highlights and symbols", async (t) => {
  const { client } = await begun(t);
  await client.open(hoved, policy);
  const own = position(policy, "id: hoved", { by: 5 });
  const references = await client.ask("textDocument/references", client.at(client.uri(hoved), own.line, own.character, { context: { includeDeclaration: false } }));
  assert.deepEqual(references.map((one) => one.uri), Array(4).fill(client.uri(emne)));
  const withOwn = await client.ask("textDocument/references", client.at(client.uri(hoved), own.line, own.character, { context: { includeDeclaration: true } }));
  assert.equal(withOwn.length, 5);
  await client.open(emne, topic);
  const at = position(topic, "parent: hoved", { by: 9 });
  assert.equal((await client.ask("textDocument/documentHighlight", client.at(client.uri(emne), at.line, at.character))).length, 4);
  const symbols = await client.ask("textDocument/documentSymbol", { textDocument: { uri: client.uri(hoved) } });
  assert.deepEqual(symbols.map((one) => one.name), ["Formål", "Ansvar og roller"]);
  const keys = await client.ask("textDocument/documentSymbol", { textDocument: { uri: client.uri("content/glossary.yaml") } });
  assert.deepEqual(keys.map((one) => one.name), ["backup"]);
  const all = await client.ask("workspace/symbol", { query: "HOVED" });
  assert.deepEqual(all.map((one) => one.name), ["hovedpolitik"]);
});

test("rename: everywhere, with the file", async (t) => {
  const { client, folder } = await begun(t);
  await client.open(hoved, policy);
  const { line, character } = position(policy, "id: hoved", { by: 5 });
  const place = client.at(client.uri(hoved), line, character);
  const prepared = await client.ask("textDocument/prepareRename", place);
  assert.equal(prepared.placeholder, "hovedpolitik");
  const edit = await client.ask("textDocument/rename", { ...place, newName: "grundpolitik" });
  const texts = { [client.uri(hoved)]: policy, [client.uri(emne)]: topic };
  for (const change of edit.documentChanges) {
    if (change.edits) texts[change.textDocument.uri] = edited(texts[change.textDocument.uri], change.edits);
  }
  const moved = edit.documentChanges.at(-1);
  assert.deepEqual(moved, { kind: "rename", oldUri: client.uri(hoved), newUri: client.uri("content/documents/grundpolitik.md") });
  await rename(path.join(folder, hoved), path.join(folder, "content/documents/grundpolitik.md"));
  await writeFile(path.join(folder, "content/documents/grundpolitik.md"), texts[client.uri(hoved)]);
  await writeFile(path.join(folder, emne), texts[client.uri(emne)]);
  assert.equal(await client.end(), 0);
  const { status, stdout } = await kanon(["check", "--project", folder]);
  assert.equal(status, 0, stdout);
  assert.doesNotMatch(texts[client.uri(emne)], /hovedpolitik/);
  assert.match(texts[client.uri(emne)], /\(ref:grundpolitik#ansvar\) og \[politik\]\(grundpolitik\.md\)/);
});

test("rename refuses what is released, taken, or no id", async (t) => {
  const { folder, client } = await begun(t);
  const { status, stderr } = await kanon(["release", "hovedpolitik", "--project", folder]);
  assert.equal(status, 0, stderr);
  await client.tell("workspace/didChangeWatchedFiles", { changes: [] });
  await client.open(emne, topic);
  const parent = position(topic, "parent: hoved", { by: 10 });
  const own = position(topic, "id: emne", { by: 5 });
  const ask = (at, newName) => client.ask("textDocument/rename", client.at(client.uri(emne), at.line, at.character, { newName }));
  await assert.rejects(ask(parent, "nyt-navn"), /er udgivet/);
  await assert.rejects(ask(own, "hovedpolitik"), /er taget/);
  await assert.rejects(ask(own, "Nyt Navn"), /kan ikke være et id/);
  await assert.rejects(ask(position(topic, "## Mål"), "x"), /intet id/);
});

test("corrections: of one finding, and of all that have one right answer", async (t) => {
  const { client, folder } = await begun(t);
  const wrong = topic.replace("parent: hovedpolitik", "parent: Hovedpolitik").replace("date: 2025-11-02, by", "date: 2. november 2025, by");
  await writeFile(path.join(folder, emne), wrong);
  await client.open(emne, wrong);
  await client.rules(emne, (rules) => rules.includes("unknown-parent") && rules.includes("invalid-value"), "both findings");
  const start = position(wrong, "parent: Hoved", { by: 9 });
  const ask = (more) => client.ask("textDocument/codeAction", { textDocument: { uri: client.uri(emne) }, range: { start, end: start }, context: { diagnostics: [], ...more } });
  const actions = await ask();
  assert.deepEqual(actions.map((one) => one.kind), ["quickfix", "source.fixAll.kanon"]);
  assert.match(actions[0].title, /^Ret «Hovedpolitik» til «hovedpolitik»$/);
  assert.ok(actions[0].isPreferred);
  assert.equal(edited(wrong, actions[0].edit.changes[client.uri(emne)]), wrong.replace("parent: Hoved", "parent: hoved"));
  const [all, ...others] = await ask({ only: ["source.fixAll"] });
  assert.deepEqual(others, []);
  await client.change(emne, { text: edited(wrong, all.edit.changes[client.uri(emne)]) });
  await client.rules(emne, (rules) => rules.length === 0, "nothing");
});

test("a broken kanon.yaml is told, and mended", async (t) => {
  const { client } = await begun(t);
  await client.open("kanon.yaml", "sit: {title: Prøve}\n");
  await client.rules("kanon.yaml", (rules) => rules.includes("unknown-key"), "the wrong key");
  await client.open(emne, topic);
  const hover = await client.ask("textDocument/hover", client.at(client.uri(emne), 1, 1));
  assert.match(hover.contents.value, /id/);
  await client.change("kanon.yaml", { text: "site: {title: Prøve}\n" });
  await client.rules("kanon.yaml", (rules) => rules.length === 0, "nothing");
});

test("several projects in one workspace: the nearest kanon.yaml counts", async (t) => {
  const folder = await temporaryFolder(t);
  await writeTree(folder, { "kanon.yaml": "site: {title: Ydre}\n", "indre/kanon.yaml": "site: {title: Inner, language: en}\n" });
  const text = documentSource("x", { front: { parent: "findes-ikke" } });
  await writeTree(folder, { "content/documents/x.md": text, "indre/content/documents/x.md": text });
  const client = await session(t, folder);
  await client.rules("content/documents/x.md", (rules) => rules.length > 0, "the outer project's findings");
  await client.open("indre/content/documents/x.md", text);
  await client.rules("indre/content/documents/x.md", (rules) => rules.length > 0, "the inner project's findings");
  const message = (name) => client.findings.get(client.uri(name)).diagnostics.map((one) => one.message).join();
  assert.match(message("content/documents/x.md"), /Dokumentet|dokument/);
  assert.match(message("indre/content/documents/x.md"), /document/);
});

test("a file outside every project has nothing to it", async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(path.join(folder, "content"));
  const client = await session(t, folder);
  await client.open("content/x.md", "# x");
  assert.equal(await client.ask("textDocument/hover", client.at(client.uri("content/x.md"), 0, 1)), null);
  assert.equal(await client.end(), 0);
});

/** Bytes to the server's standard input, and the JSON that came back until it ended. */
async function raw(t, chunks, { folder } = {}) {
  const child = spawn(program, ["lsp"], { cwd: folder ?? (await project(t, files)), env: environment() });
  t.after(() => child.kill("SIGKILL"));
  const out = [];
  child.stdout.on("data", (chunk) => out.push(chunk));
  for (const chunk of chunks) child.stdin.write(chunk);
  child.stdin.end();
  const status = await new Promise((resolve) => child.on("close", resolve));
  const messages = [];
  let rest = Buffer.concat(out);
  while (rest.length > 0) {
    const end = rest.indexOf("\r\n\r\n");
    const length = Number(/Content-Length: (\d+)/.exec(rest.subarray(0, end).toString())[1]);
    messages.push(JSON.parse(rest.subarray(end + 4, end + 4 + length)));
    rest = rest.subarray(end + 4 + length);
  }
  return { status, messages };
}

const framed = (body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const initialize = framed(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {} } }));
const shutdown = framed('{"jsonrpc":"2.0","id":9,"method":"shutdown"}') + framed('{"jsonrpc":"2.0","method":"exit"}');

test("malformed messages are answered with errors, and the next one is heard", async (t) => {
  const { status, messages } = await raw(t, [
    framed('{"jsonrpc":"2.0","id":0,"method":"textDocument/hover"}'),
    initialize,
    framed("{no json"),
    framed("[1, 2]"),
    framed('{"id":3}'),
    framed("[".repeat(100_000)),
    framed('{"jsonrpc":"2.0","id":4,"method":"no/such"}'),
    framed('{"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{"position":"x"}}'),
    framed('{"jsonrpc":"2.0","id":6,"method":"textDocument/hover","params":{"textDocument":{"uri":7},"position":{"line":-1,"character":1e99}}}'),
    framed('{"jsonrpc":"2.0","method":"textDocument/didChange","params":[[]]}'),
    framed('{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///etc/passwd","text":"x"}}}'),
    framed('{"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a/../../etc/passwd"},"position":{"line":0,"character":0}}}'),
    "Content-Type: x\r\n\r\n",
    "Content-Length: many\r\n\r\n",
    `${"x".repeat(10_000)}\r\n\r\n`,
    Buffer.from('Content-Length: 37\r\n\r\n{"jsonrpc":"2.0","id":8,"method":"\xff"}', "latin1"),
    shutdown,
  ]);
  assert.equal(status, 0);
  const codes = messages.filter((one) => one.error).map((one) => [one.id, one.error.code]);
  assert.deepEqual(codes, [
    [0, -32002], [null, -32700], [null, -32600], [3, -32600], [null, -32600], [4, -32601], [5, -32602], [6, -32602],
    [null, -32600], [null, -32600], [null, -32600], [null, -32700],
  ]);
  assert.deepEqual(messages.find((one) => one.id === 7).result, null);
  assert.ok("result" in messages.find((one) => one.id === 9));
});

test("a body that is too large is passed over", async (t) => {
  const large = 65 * 1024 * 1024;
  const { status, messages } = await raw(t, [initialize, `Content-Length: ${large}\r\n\r\n`, Buffer.alloc(large, 32), shutdown]);
  assert.equal(status, 0);
  assert.deepEqual(messages.filter((one) => one.error).map((one) => one.error.code), [-32600]);
});

test("without shutdown the status is 1", async (t) => {
  assert.equal((await raw(t, [initialize])).status, 1);
  assert.equal((await raw(t, [initialize, framed('{"jsonrpc":"2.0","method":"exit"}')])).status, 1);
});

test("the example for VS Code starts the server, with the program that is set", async () => {
  const folder = path.join(source, "examples", "vscode");
  const manifest = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  let made;
  const modules = {
    vscode: { workspace: { getConfiguration: (section) => ({ get: (key) => `${section}/${key}` }) } },
    "vscode-languageclient/node": {
      LanguageClient: class {
        constructor(...given) {
          made = given;
        }
        start = () => "started";
        stop = () => "stopped";
      },
    },
  };
  const code = await readFile(path.join(folder, manifest.main), "utf8");
  const exports = {};
  vm.runInNewContext(code, { exports, require: (name) => modules[name] });
  assert.equal(exports.activate(), "started");
  assert.equal(exports.deactivate(), "stopped");
  assert.equal(JSON.stringify(made[2]), '{"command":"kanon/path","args":["lsp"]}');
  assert.ok(manifest.contributes.configuration.properties["kanon.path"]);
  assert.deepEqual(Object.keys(manifest.dependencies), ["vscode-languageclient"]);
});

test("a new file, a file that goes, and a file that others change", async (t) => {
  const { client, folder } = await begun(t);
  await until(() => client.registered.length === 1, "the watch");
  // a buffer that is not on the disk yet is a part of the project
  const fresh = documentSource("ny", { front: { history, type: "emnepolitik", parent: "emne-der-mangler" } });
  await client.open("content/documents/ny.md", fresh);
  await client.rules("content/documents/ny.md", (rules) => rules.includes("unknown-parent"), "the finding");
  await client.tell("textDocument/didClose", { textDocument: { uri: client.uri("content/documents/ny.md") } });
  await client.rules("content/documents/ny.md", (rules) => rules.length === 0, "nothing");
  await writeFile(path.join(folder, emne), topic.replace("parent: hovedpolitik", "parent: x"));
  await client.tell("workspace/didChangeWatchedFiles", { changes: [{ uri: client.uri(emne), type: 2 }] });
  await client.rules(emne, (rules) => rules.includes("unknown-parent"), "what another program wrote");
});

test("typing fast: the last text counts, whatever was being checked", async (t) => {
  const { client } = await begun(t);
  await client.open(emne, topic);
  for (let i = 0; i < 200; ++i) await client.change(emne, { text: topic.replace("parent: hovedpolitik", `parent: x${i}`) });
  await client.change(emne, { text: topic.replace("parent: hovedpolitik", "parent: sidst") });
  await until(() => client.findings.get(client.uri(emne))?.diagnostics.some((one) => one.message.includes("«sidst»")), "the last text");
  const highlights = position(topic, "id: emne", { by: 5 });
  assert.ok(await client.ask("textDocument/references", client.at(client.uri(emne), highlights.line, highlights.character, { context: { includeDeclaration: true } })));
  assert.equal(await client.end(), 0);
});
