// How long a writer waits for `kanon lsp`: from a keystroke to the file's own findings, to the whole project's, to a
// completion and a hover, over a made-up project. `node tests/bench/lsp.mjs --documents 10000` prints the table.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import protocol from "vscode-languageserver-protocol/node.js";

import { documentSource, environment, program, writeTree } from "../support/kanon.mjs";

const words = "backup sikkerhed politik ansvar leverandør data adgang logning hændelse risiko kryptering medarbejder system drift".split(" ");

/** Documents of about 7 KB in a hierarchy, with links, tables and footnotes; the same each time. */
function sources(documents) {
  let state = 1;
  const next = (below) => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) % below;
  const sentence = () => `${Array.from({ length: 12 }, () => words[next(words.length)]).join(" ")}.`;
  const approvals = '[{body: udvalg, date: 2025-11-20, version: "1.0"}, {body: direktion, date: 2025-11-20, version: "1.0"}]';
  const history = '[{version: "1.0", date: 2025-11-19, by: Enhed, change: Ny, kind: new}]';
  const files = { "kanon.yaml": "site: {title: Bench}\n" };
  for (let i = 0; i < documents; ++i) {
    const root = i % 100 === 0;
    const above = i - (i % 100);
    let body = "";
    for (let section = 0; section < 8; ++section) {
      body += `## Afsnit ${section}\n\n${Array.from({ length: 8 }, sentence).join(" ")}\n\n`;
      body += `Se [dokumentet](ref:d${next(documents)}#afsnit-${next(8)}) og [naboen](d${next(documents)}.md).[^${section}]\n\n[^${section}]: ${sentence()}\n\n`;
    }
    body += `| a | b |\n| --- | --- |\n${Array.from({ length: 6 }, () => `| ${words[next(words.length)]} | ${next(99)} |\n`).join("")}`;
    files[`content/documents/d${i}.md`] = documentSource(`d${i}`, {
      front: { type: root ? "politik" : "emnepolitik", title: `Dokument ${i}`, parent: root ? undefined : `d${above}`, approvals, history },
      body,
    });
  }
  return files;
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Milliseconds of each step, medians of `runs`, and the server's memory in MB. */
export async function measureLsp({ documents = 1000, runs = 7 } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), "kanon-lsp-"));
  try {
    const files = sources(documents);
    await writeTree(folder, files);
    const child = spawn(program, ["lsp"], { cwd: folder, env: environment(), stdio: ["pipe", "pipe", "inherit"] });
    const connection = protocol.createProtocolConnection(new protocol.StreamMessageReader(child.stdout), new protocol.StreamMessageWriter(child.stdin));
    const name = `content/documents/d${documents - 1}.md`;
    const uri = pathToFileURL(path.join(folder, name)).href;
    let waiting;
    connection.onNotification("textDocument/publishDiagnostics", (params) => waiting?.(params));
    connection.onRequest("client/registerCapability", () => null);
    connection.listen();
    const published = (isIt) => new Promise((resolve) => (waiting = (params) => isIt(params) && resolve()));
    const time = async (work) => {
      const begun = performance.now();
      await work();
      return performance.now() - begun;
    };

    const start = await time(async () => {
      await connection.sendRequest("initialize", { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {} });
      await connection.sendNotification("initialized", {});
      await connection.sendRequest("workspace/symbol", { query: "d1" });
    });
    const text = files[name];
    await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
    let version = 1;
    const change = (to) => connection.sendNotification("textDocument/didChange", { textDocument: { uri, version: ++version }, contentChanges: [{ text: to }] });
    const has = (rule) => (params) => params.uri === uri && params.diagnostics.some((one) => one.code === rule);
    const none = (params) => params.uri === uri && params.diagnostics.length === 0;
    const own = [], whole = [], completion = [], hover = [];
    const line = text.split("\n").findIndex((one) => one.startsWith("parent:"));
    const at = { textDocument: { uri }, position: { line, character: 10 } };
    for (let run = 0; run < runs; ++run) {
      // a key that is wrong by itself: told at once
      own.push(await time(() => Promise.all([published(has("unknown-key")), change(text.replace("title:", "titel2: x\ntitle:"))])));
      await Promise.all([published(none), change(text)]);
      // a parent that only the whole project can judge: told after the pause
      whole.push(await time(() => Promise.all([published(has("unknown-parent")), change(text.replace("parent: d", "parent: x"))])));
      await Promise.all([published(none), change(text)]);
      completion.push(await time(() => connection.sendRequest("textDocument/completion", at)));
      hover.push(await time(() => connection.sendRequest("textDocument/hover", at)));
    }
    // once before, so that nothing waits to be checked any more
    await connection.sendRequest("textDocument/references", { ...at, context: { includeDeclaration: true } });
    const references = await time(() => connection.sendRequest("textDocument/references", { ...at, context: { includeDeclaration: true } }));
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    const memory = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    connection.dispose();
    return {
      documents,
      start,
      "own findings": median(own),
      "whole project": median(whole),
      completion: median(completion),
      hover: median(hover),
      references,
      memory,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.indexOf("--documents");
  const documents = given === -1 ? 1000 : Number(process.argv[given + 1]);
  const { memory, documents: count, ...steps } = await measureLsp({ documents });
  console.log(`kanon lsp, ${count} documents, medians`);
  for (const [step, milliseconds] of Object.entries(steps)) console.log(`${step.padEnd(16)}${milliseconds.toFixed(1).padStart(10)} ms`);
  console.log(`${"peak memory".padEnd(16)}${String(memory).padStart(10)} MB`);
}
