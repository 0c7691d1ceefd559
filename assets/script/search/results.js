import { fileHref } from "../disk.js";
import { excerptOf, marked } from "./excerpt.js";

/** Everything that content says goes in as text, never as HTML. */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const pieces = (all) => all.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));

/** The list of results: each a link with what it is, where it stands, and an excerpt. */
export class ResultList {
  constructor(place, words) {
    this.place = place;
    this.words = words;
  }

  clear() {
    this.place.replaceChildren();
  }

  /** What hits look like, once the index has told what they are. */
  rows(index, hits) {
    return Promise.all(hits.map(async (hit) => this.#row(await index.told(hit.entry), hit.words)));
  }

  /** Adds rows behind those that are there. */
  add(rows) {
    if (rows.length === 0) return;
    if (!this.place.firstChild) this.place.append(element("ol"));
    this.place.firstChild.append(...rows);
  }

  #row({ href, title, kind, within, rank, text }, words) {
    const link = element("a", { href: fileHref(href) }, ...pieces(marked(title, words)));
    const place = element("p", { className: "search-place" }, [kind, within].filter((part) => part !== "").join(" · "));
    if (rank > 0) place.append(" ", element("span", { className: "standing" }, rank === 1 ? this.words.upcoming : this.words.former));
    return element("li", {}, link, place, element("p", { className: "search-excerpt" }, ...pieces(excerptOf(text, words))));
  }

  get links() {
    return [...this.place.querySelectorAll("a")];
  }
}
