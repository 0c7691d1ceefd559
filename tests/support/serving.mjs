// `kanon serve` running for a test.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import http from "node:http";

import { environment, killGroup, program } from "./kanon.mjs";

const PATIENCE = 60_000;

/** Starts the preview of a project; gives its address, what it has said, and `until`, which waits for something to be true. */
export async function serving(test, folder, ...flags) {
  const child = spawn(program, ["serve", "--port", "0", "--project", folder, ...flags], { env: environment(), detached: true });
  test.after(() => killGroup(child.pid));
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said.text += chunk));
  let ended = false;
  child.on("close", () => (ended = true));
  await until(() => ended || /http:\/\/127\.0\.0\.1:\d+\//.test(said.text));
  const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said.text)?.[0];
  assert.ok(address, said.text);
  return { address, said, child };
}

/** Asks again and again until `ready` gives something; fails when that takes far too long. */
export async function until(ready) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await ready();
    if (found) return found;
    assert.ok(Date.now() < end, `still not so: ${ready}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** One request as it stands, nothing of its path tidied: `{status, headers, text}`. */
export function ask(address, { path = "/", method = "GET", headers = {} } = {}) {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, path, method, headers: { connection: "close", ...headers } }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() }));
    });
    request.on("error", reject);
    request.end();
  });
}
