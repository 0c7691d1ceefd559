/** Loads a script, which a page from a disk may do, and which needs nothing but `script-src 'self'`. */
function load(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${source} could not be loaded`));
    document.head.append(script);
  });
}

/**
 * The index's files (generator/emit/search/index.h), each loaded when a search first needs it, and again where that failed:
 * `index.js`, and beside it words with their postings and parts with what results say.
 */
export class SearchFiles {
  constructor(index) {
    this.source = index;
    this.folder = index.replace(/[^/]*$/, "");
    this.loading = new Map();
    this.given = new Map();
    globalThis.kanonSearchWords = (name, number, words, postings) => this.given.set(`${name}-${number}`, wordMap(words, postings));
    globalThis.kanonSearchPart = (number, rows) => this.given.set(`part-${number}`, entryRows(rows));
  }

  index() {
    return this.#once(this.source, () => globalThis.kanonSearch);
  }

  /** A map from words to their postings. */
  words(name, number) {
    return this.#file(`${name}-${number}`);
  }

  /** What entries say, one after another. */
  part(number) {
    return this.#file(`part-${number}`);
  }

  #file(name) {
    return this.#once(`${this.folder}${name}.js`, () => this.given.get(name));
  }

  #once(source, value) {
    if (!this.loading.has(source)) {
      const failed = (error) => {
        this.loading.delete(source);
        throw error;
      };
      this.loading.set(source, load(source).then(value, failed));
    }
    return this.loading.get(source);
  }
}

export const wordMap = (words, postings) => new Map(words.split(" ").map((word, index) => [word, postings[index]]));

/** [{href, pageTitle, pageKind, anchor, title, kind, text}] */
export const entryRows = (pages) =>
  pages.flatMap(([href, pageTitle, pageKind, entries]) => entries.map(([anchor, title, kind, text]) => ({ href, pageTitle, pageKind, anchor, title, kind, text })));
