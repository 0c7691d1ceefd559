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

/** The index, loaded when it is first asked for; again where that failed. */
export class IndexFile {
  constructor(source) {
    this.source = source;
  }

  get() {
    this.loading ??= load(this.source).then(
      () => globalThis.kanonSearch,
      (error) => {
        this.loading = undefined;
        throw error;
      },
    );
    return this.loading;
  }
}

/** The texts that excerpts are cut from: `text-0.js` and so on, each loaded when a result needs it. */
export class TextFiles {
  constructor(beginning) {
    this.beginning = beginning;
    this.loading = new Map();
    this.texts = new Map();
    globalThis.kanonSearchText = (part, texts) => this.texts.set(part, texts);
  }

  part(part) {
    if (!this.loading.has(part)) this.loading.set(part, load(`${this.beginning}${part}.js`).then(() => this.texts.get(part) ?? []));
    return this.loading.get(part);
  }
}
