// The search of a built site, as the browser has it, without a browser.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { runInNewContext } from "node:vm";

import { SearchIndex } from "../../assets/script/search/index.js";

/** The value that a site's index.js sets. */
export async function indexData(site, folder = "soeg") {
  const world = {};
  runInNewContext(await readFile(path.join(site, folder, "index.js"), "utf8"), world);
  return JSON.parse(JSON.stringify(world.kanonSearch));
}

export const searchOf = async (site, language = "da", folder = "soeg") => new SearchIndex(await indexData(site, folder), language);

/** The results of a query: `title` or `page › title`, the best first. */
export const titles = (index, query) => index.search(query).hits.map(({ entry }) => [index.told(entry).within, index.told(entry).title].filter((part) => part !== "").join(" › "));
