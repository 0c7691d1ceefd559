// The pages of a built site as a browser has them: of which kind each is, opened with all that the browser complains of.
import { readFile } from "node:fs/promises";
import path from "node:path";

import { filesBelow, source } from "./kanon.mjs";

/** The kind of page that its body tells: `document`, `redline` … */
export const kindOf = (html) => /<body class="page-([a-z-]+)"/.exec(html)?.[1];

/** The kinds of page that the program has: the words of `kind_name`, which every page carries. */
export async function allKinds() {
  const code = await readFile(path.join(source, "generator", "emit", "html", "page_frame.cpp"), "utf8");
  const [, body] = /std::string kind_name\(PageKind kind\) \{([\s\S]*?)\n\}/.exec(code);
  return [...new Set([...body.matchAll(/return "([a-z-]+)"/g)].map((match) => match[1]))].sort();
}

/** The names of a site's pages. */
export async function pagesOf(site) {
  return (await filesBelow(site)).filter((name) => name.endsWith(".html")).sort();
}

/**
 * One page of each kind, `{name, kind}`: the first of each section of the site, since a release, a history and a redline of a
 * document, a handbook and a catalog differ. The text of a document differs most: of those it is the longest.
 */
export async function onePageOfEachKind(site) {
  const found = new Map();
  for (const name of await pagesOf(site)) {
    const html = await readFile(path.join(site, name), "utf8");
    const kind = kindOf(html);
    const key = ["release", "history", "redline"].includes(kind) ? `${kind} ${name.split("/")[0]}` : kind;
    const old = found.get(key);
    if (!old || (kind === "document" && html.length > old.length)) found.set(key, { name, kind, length: html.length });
  }
  return [...found.values()];
}

export const urlOf = (address, name) => address + name.replace(/(^|\/)index\.html$/, "$1");

/** A new page of a context. What the browser complains about and asks of other hosts is added to `complaints`. */
export async function watched(context, address, complaints) {
  const page = await context.newPage();
  const say = (text) => complaints.push(`${page.url().replace(address, "/")}: ${text}`);
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && say(message.text()));
  page.on("pageerror", (error) => say(error.message));
  // What was on its way when the page was left isn't missing.
  page.on("requestfailed", (request) => request.failure()?.errorText !== "net::ERR_ABORTED" && say(`${request.url()} failed`));
  page.on("response", (response) => response.status() >= 400 && say(`${response.url()} ${response.status()}`));
  page.on("request", (request) => new URL(request.url()).host !== new URL(address).host && !request.url().startsWith("data:") && say(`asks ${request.url()}`));
  return page;
}

/** How many pixels a page is wider than its window. */
export const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
