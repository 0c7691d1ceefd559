// The search of a built site, as the browser has it, without a browser.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { runInNewContext } from "node:vm";

import { SearchIndex } from "../../assets/script/search/index.js";
import { entryRows, wordMap } from "../../assets/script/search/load.js";

/** The files of an index as load.js gives them, from a folder; `loaded` has the name and the bytes of each that was asked for. */
export class FolderFiles {
  constructor(folder) {
    this.folder = folder;
    this.loaded = new Map();
    this.given = new Map();
  }

  async #script(name, world) {
    const bytes = await readFile(path.join(this.folder, `${name}.js`));
    this.loaded.set(`${name}.js`, bytes);
    runInNewContext(bytes.toString(), world);
    return world;
  }

  /** The value that index.js sets. */
  async index() {
    const { kanonSearch } = await this.#script("index", {});
    return JSON.parse(JSON.stringify(kanonSearch));
  }

  words(name, number) {
    return this.#once(`${name}-${number}`, (take) => ({ kanonSearchWords: (_, __, words, postings) => take(wordMap(words, postings)) }));
  }

  part(number) {
    return this.#once(`part-${number}`, (take) => ({ kanonSearchPart: (_, rows) => take(entryRows(rows)) }));
  }

  #once(name, world) {
    if (!this.given.has(name)) {
      this.given.set(name, new Promise((resolve, reject) => this.#script(name, world(resolve)).catch(reject)));
    }
    return this.given.get(name);
  }
}

export async function searchOf(site, language = "da", folder = "soeg") {
  const files = new FolderFiles(path.join(site, folder));
  return new SearchIndex(await files.index(), language, files);
}

/** The results of a query: `title` or `page › title`, the best first. */
export async function titles(index, query) {
  const { hits } = await index.search(query);
  const told = await Promise.all(hits.map(({ entry }) => index.told(entry)));
  return told.map(({ within, title }) => [within, title].filter((part) => part !== "").join(" › "));
}
