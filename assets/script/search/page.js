import { SearchIndex } from "./index.js";
import { SearchFiles } from "./load.js";
import { ResultList } from "./results.js";

const atATime = 10;
const pause = 120;  // milliseconds from the last key to the search

/** The search page: a field above the list from A to Z, which results take the place of. */
export class SearchPage {
  constructor(root) {
    this.words = root.dataset;
    this.form = root.querySelector("form");
    this.field = root.querySelector("input");
    this.status = root.querySelector(".search-status");
    this.everything = document.querySelector(".a-to-z");
    this.files = new SearchFiles(root.dataset.index);
    this.results = new ResultList(root.querySelector(".search-results"), root.dataset);
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
    this.field.addEventListener("focus", () => this.files.index().catch(() => {}), { once: true });
    this.more.addEventListener("click", () => this.#showMore().catch(() => {}));
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
    try {
      await this.#find(query);
    } catch {
      if (query !== this.shown) return;
      this.shown = undefined;
      this.#showEverything();
      this.status.textContent = this.words.failed;
    }
  }

  /** What is typed meanwhile is searched for next: only the newest query is shown. */
  async #find(query) {
    const data = await this.files.index();
    this.index ??= new SearchIndex(data, document.documentElement.lang, this.files);
    if (query !== this.shown) return;
    const { hits, all } = await this.index.search(query);
    if (query !== this.shown) return;
    const rows = await this.results.rows(this.index, hits.slice(0, atATime));
    if (query !== this.shown) return;
    this.hits = hits;
    this.results.clear();
    this.results.add(rows);
    this.more.hidden = hits.length <= atATime;
    this.everything.hidden = hits.length > 0;
    this.status.textContent = this.#said(hits.length, all, query);
  }

  #said(count, all, query) {
    const text = count === 0 ? this.words.none : !all ? this.words.some : count === 1 ? this.words.one : this.words.many;
    return text.replace("{n}", () => String(count)).replace("{query}", () => query);
  }

  async #showMore() {
    const before = this.results.links.length;
    const hits = this.hits;
    const rows = await this.results.rows(this.index, hits.slice(before, before + atATime));
    if (hits !== this.hits || this.results.links.length !== before) return;
    this.results.add(rows);
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
