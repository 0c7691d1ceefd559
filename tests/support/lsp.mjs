// A session with `kanon lsp` through the protocol's own client library, as VS Code has it.
import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

import protocol from "vscode-languageserver-protocol/node.js";

import { environment, program } from "./kanon.mjs";

export const uriOf = (folder, name) => pathToFileURL(path.join(folder, name)).href;

const abilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  general: { positionEncodings: ["utf-16"] },
};

/** Waits until something is so; fails after ten seconds, which nothing here takes. */
export async function until(isSo, what) {
  const end = performance.now() + 10_000;
  for (;;) {
    const found = isSo();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * Starts the server in a project's folder and initializes it. The session keeps what was published of each file
 * (`findings`), counts publications (`published`), and what was asked and shown.
 */
export async function session(test, folder, { encodings = ["utf-16"], args = [], capabilities = {}, rootUri } = {}) {
  const child = spawn(program, ["lsp", ...args], { cwd: folder, env: environment(), stdio: ["pipe", "pipe", "pipe"] });
  const connection = protocol.createProtocolConnection(
    new protocol.StreamMessageReader(child.stdout),
    new protocol.StreamMessageWriter(child.stdin),
  );
  const findings = new Map();
  const registered = [];
  const shown = [];
  let published = 0;
  connection.onNotification("textDocument/publishDiagnostics", (params) => {
    findings.set(params.uri, params);
    published += 1;
  });
  connection.onNotification("window/showMessage", (params) => shown.push(params));
  connection.onRequest("client/registerCapability", (params) => {
    registered.push(...params.registrations);
    return null;
  });
  connection.listen();
  const ended = new Promise((resolve) => child.on("close", (status) => resolve(status)));
  test.after(() => {
    connection.dispose();
    child.kill("SIGKILL");
  });
  const answer = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: rootUri ?? pathToFileURL(folder).href,
    capabilities: { ...abilities, general: { positionEncodings: encodings }, ...capabilities },
  });
  await connection.sendNotification("initialized", {});

  const versions = new Map();
  const at = (uri, line, character, more = {}) => ({ textDocument: { uri }, position: { line, character }, ...more });
  return {
    answer,
    child,
    connection,
    findings,
    registered,
    shown,
    ended,
    published: () => published,
    uri: (name) => uriOf(folder, name),
    ask: (method, params) => connection.sendRequest(method, params),
    tell: (method, params) => connection.sendNotification(method, params),
    at,
    open(name, text) {
      const uri = uriOf(folder, name);
      versions.set(uri, 1);
      return connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: name.endsWith(".md") ? "markdown" : "yaml", version: 1, text },
      });
    },
    change(name, ...contentChanges) {
      const uri = uriOf(folder, name);
      versions.set(uri, versions.get(uri) + 1);
      return connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version: versions.get(uri) },
        contentChanges,
      });
    },
    /** The rules that were last published of a file, once they are what is expected. */
    rules(name, isExpected, what) {
      const uri = uriOf(folder, name);
      const now = () => (findings.get(uri)?.diagnostics ?? []).map((one) => one.code);
      return until(() => (isExpected(now()) ? now() : undefined), `${what} in ${name}`).catch((error) => {
        throw new Error(`${error.message}; there is: ${now().join(", ")}`);
      });
    },
    async end() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      return ended;
    },
  };
}

/** A text with edits of the protocol made, counted in UTF-16 as JavaScript's strings are. */
export function edited(text, edits) {
  const starts = [0];
  for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  const offset = ({ line, character }) => starts[line] + character;
  const sorted = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
  for (const edit of sorted) {
    text = text.slice(0, offset(edit.range.start)) + edit.newText + text.slice(offset(edit.range.end));
  }
  return text;
}

/** Where a word stands in a text: the position before its n-th occurrence, moved by some characters. */
export function position(text, word, { nth = 1, by = 0 } = {}) {
  let at = -1;
  for (let i = 0; i < nth; ++i) at = text.indexOf(word, at + 1);
  if (at === -1) throw new Error(`“${word}” is not there`);
  const before = text.slice(0, at + by);
  return { line: before.split("\n").length - 1, character: at + by - (before.lastIndexOf("\n") + 1) };
}
