import { fileHref } from "../disk.js";
import { excerptOf, marked } from "./excerpt.js";

/** Everything that content says goes in as text, never as HTML. */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const pieces = (all) => all.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));

/** The list of results: each a link with what it is, where it stands, and an excerpt that comes when its text is there. */
export class ResultList {
  constructor(place, words, texts) {
    this.place = place;
    this.words = words;
    this.texts = texts;
  }

  clear() {
    this.place.replaceChildren();
  }

  /** Adds results behind those that are there. */
  add(index, hits) {
    if (hits.length === 0) return;
    if (!this.place.firstChild) this.place.append(element("ol"));
    this.place.firstChild.append(...hits.map((hit) => this.#row(index, hit)));
  }

  #row(index, { entry, words }) {
    const { href, title, kind, within, rank } = index.told(entry);
    const link = element("a", { href: fileHref(href) }, ...pieces(marked(title, words)));
    const place = element("p", { className: "search-place" }, [kind, within].filter((part) => part !== "").join(" · "));
    if (rank > 0) place.append(" ", element("span", { className: "standing" }, rank === 1 ? this.words.upcoming : this.words.former));
    const excerpt = element("p", { className: "search-excerpt" });
    const { part, place: at } = index.textOf(entry);
    this.texts.part(part).then(
      (texts) => {
        if (texts[at]) excerpt.append(...pieces(excerptOf(texts[at], words)));
      },
      () => {},
    );
    return element("li", {}, link, place, excerpt);
  }

  get links() {
    return [...this.place.querySelectorAll("a")];
  }
}
