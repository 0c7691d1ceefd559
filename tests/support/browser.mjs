// Debian's Chromium, and a server for a built site.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { chromium } from "playwright-core";

/** Debian's Chromium, or the program that CHROMIUM names. */
export const chromiumProgram = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** A browser that goes away with the test. */
export async function openBrowser(test) {
  const browser = await chromium.launch({
    executablePath: chromiumProgram,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-color-profile=srgb"],
  });
  test.after(() => browser.close());
  return browser;
}

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".pdf": "application/pdf",
};

/** The file that a plain web server answers an address with; undefined where it has none. */
export async function fileAt(site, address) {
  const inside = path.join(site, path.normalize(`/${decodeURIComponent(address)}`));
  const status = await stat(inside).catch(() => undefined);
  if (status?.isFile()) return inside;
  const index = path.join(inside, "index.html");
  return status?.isDirectory() && (await stat(index).catch(() => undefined)) ? index : undefined;
}

const compressed = /^(text\/|application\/(xml|json))|svg/;

/**
 * Serves a folder on 127.0.0.1 below `base`, as any plain web server would: text gzipped, pages asked for again each time,
 * the rest kept for a while. Gives the address of its front page.
 */
export async function serve(test, site, base = "/") {
  const server = createServer(async (request, response) => {
    const address = new URL(request.url, "http://127.0.0.1").pathname;
    const file = address.startsWith(base) ? await fileAt(site, address.slice(base.length)) : undefined;
    const found = file ?? (await fileAt(site, "404.html"));
    const type = types[path.extname(found ?? "")] ?? "application/octet-stream";
    const keep = type.startsWith("text/html") ? "no-cache" : "max-age=86400";
    const zip = compressed.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    const body = found ? await readFile(found) : "";
    const headers = { "content-type": type, "cache-control": keep, vary: "accept-encoding", ...(zip ? { "content-encoding": "gzip" } : {}) };
    response.writeHead(file ? 200 : 404, headers);
    response.end(zip ? gzipSync(body) : body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  test.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}${base}`;
}
