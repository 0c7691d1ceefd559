import { SearchIndex } from "./index.js";
import { IndexFile, TextFiles } from "./load.js";
import { ResultList } from "./results.js";

const atATime = 20;
const pause = 120;  // milliseconds from the last key to the search

/** The search page: a field above the list from A to Z, which results take the place of. */
export class SearchPage {
  constructor(root) {
    this.words = root.dataset;
    this.form = root.querySelector("form");
    this.field = root.querySelector("input");
    this.status = root.querySelector(".search-status");
    this.everything = document.querySelector(".a-to-z");
    this.file = new IndexFile(root.dataset.index);
    this.results = new ResultList(root.querySelector(".search-results"), root.dataset, new TextFiles(root.dataset.text));
    this.more = root.querySelector(".search-more");
    root.addEventListener("keydown", (event) => this.#move(event));
  }

  start() {
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#show({ keep: "pushState" });
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.#show({ keep: "replaceState" }), pause);
    });
    this.field.addEventListener("focus", () => this.file.get().catch(() => {}), { once: true });
    this.more.addEventListener("click", () => this.#showMore());
    addEventListener("popstate", () => this.#fromAddress());
    this.#fromAddress();
  }

  #fromAddress() {
    this.field.value = new URLSearchParams(location.search).get("q") ?? "";
    this.shown = undefined;
    this.#show({});
  }

  async #show({ keep }) {
    clearTimeout(this.timer);
    const query = this.field.value.trim();
    if (keep) this.#keepInAddress(query, keep);
    if (query === this.shown) return;
    this.shown = query;
    if (query === "") return this.#showEverything();
    let index;
    try {
      index = this.index ??= new SearchIndex(await this.file.get(), document.documentElement.lang);
    } catch {
      this.shown = undefined;
      this.#showEverything();
      this.status.textContent = this.words.failed;
      return;
    }
    if (query !== this.shown) return;
    const { hits, all } = index.search(query);
    this.hits = hits;
    this.results.clear();
    this.everything.hidden = hits.length > 0;
    this.status.textContent = this.#said(hits.length, all, query);
    this.#showMore();
  }

  #said(count, all, query) {
    const text = count === 0 ? this.words.none : !all ? this.words.some : count === 1 ? this.words.one : this.words.many;
    return text.replace("{n}", () => String(count)).replace("{query}", () => query);
  }

  #showMore() {
    const before = this.results.links.length;
    this.results.add(this.index, this.hits.slice(before, before + atATime));
    const hadFocus = document.activeElement === this.more;
    this.more.hidden = this.results.links.length >= this.hits.length;
    if (hadFocus) this.results.links[before]?.focus();
  }

  #showEverything() {
    this.results.clear();
    this.more.hidden = true;
    this.everything.hidden = false;
    this.status.textContent = "";
  }

  /** The query stands in the address, so that it can be sent on; a browser that won't change it loses only that. */
  #keepInAddress(query, how) {
    const address = new URL(location.href);
    if (query === "") address.searchParams.delete("q");
    else address.searchParams.set("q", query);
    if (address.href === location.href) return;
    try {
      history[how](null, "", address);
    } catch {
      // Some browsers change no address of a page from a disk.
    }
  }

  /** Arrow keys walk through field and results; Escape goes back to the field, and empties it. */
  #move(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = this.results.links;
    const at = links.indexOf(document.activeElement);
    const inField = document.activeElement === this.field;
    if (event.key === "Escape" && !inField) {
      event.preventDefault();
      this.field.focus();
      this.field.select();
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.field.value = "";
      this.#show({ keep: "replaceState" });
    } else if (event.key === "ArrowDown" && (inField || at >= 0) && links.length > 0) {
      event.preventDefault();
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (at === 0 ? this.field : links[at - 1]).focus();
    }
  }
}
