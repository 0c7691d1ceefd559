// Checks the links of a built site by reading its files.
import { readFile } from "node:fs/promises";
import path from "node:path";

import { fileAt } from "./browser.mjs";
import { filesBelow } from "./kanon.mjs";

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };
const decode = (text) => text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name) => entities[name]);

/** The attributes of every tag of a page: `{tag, name, value}`. Quoted values only: the program writes no others. */
export function attributes(html) {
  const found = [];
  const visible = html.replace(/<!--[\s\S]*?-->/g, "").replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, "$1");
  for (const [, tag, rest] of visible.matchAll(/<([a-zA-Z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>/g)) {
    for (const [, name, value] of rest.matchAll(/\s+([^\s"'<>/=]+)(?:="([^"]*)")?/g)) {
      found.push({ tag: tag.toLowerCase(), name: name.toLowerCase(), value: decode(value ?? "") });
    }
  }
  return found;
}

/** The links, pictures, styles and scripts of a site that lead to nothing of it, as `page → address`. */
export async function deadLinks(site) {
  const names = (await filesBelow(site)).filter((name) => name.endsWith(".html"));
  const pages = new Map();
  for (const name of names) pages.set(name, attributes(await readFile(path.join(site, name), "utf8")));
  const ids = new Map();
  for (const [name, all] of pages) ids.set(name, new Set(all.filter((one) => one.name === "id").map((one) => one.value)));

  const dead = [];
  for (const [name, all] of pages) {
    const page = new URL(name, "https://site.example/");
    const addresses = all.filter((one) => ["href", "src", "xlink:href"].includes(one.name) || (one.name === "srcset" && one.value));
    for (const { value } of addresses) {
      const url = new URL(value, page);
      if (url.host !== page.host || !/^https?:$/.test(url.protocol)) continue;
      const file = await fileAt(site, url.pathname.slice(1));
      const relative = file && path.relative(site, file);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!relative || (anchor && relative.endsWith(".html") && !ids.get(relative)?.has(anchor))) dead.push(`${name} → ${value}`);
    }
    const own = all.filter((one) => one.name === "id").map((one) => one.value);
    for (const id of own.filter((one, index) => own.indexOf(one) !== index)) dead.push(`${name}: two of id “${id}”`);
  }
  return dead;
}
