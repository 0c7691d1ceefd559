import MiniSearch from "minisearch";

import { nearness, Vocabulary } from "./expand.js";
import { isSought, wordsOf } from "./words.js";

const fields = ["name", "heading", "context", "text"];
/** What a word in a field is worth: the name of a thing above a heading above the text. */
const worth = { name: 100, heading: 40, context: 4, text: 10 };
/** Of what is valid, what is to come, and what was valid once. */
const rankWorth = [1, 0.5, 0.04];
const mostRelevance = 3;
/** Where a title has the whole query as it is written, a part of its field's worth more; twice that where it is all of it. */
const wholeQuery = 0.3;
/** Words that have what is sought in their middle are far from it and far from each other: each may need a file of its own. */
const mostInside = 8;

/**
 * The index that the generator wrote (generator/emit/search/index.h). `data` is what index.js sets; `files` gives the rest as
 * it is needed: words(name, number) and part(number). Only the words that a query needs are loaded and become a MiniSearch
 * index: so little is loaded and nothing is built ahead, however large the site is.
 */
export class SearchIndex {
  constructor(data, language, files) {
    this.data = data;
    this.files = files;
    this.words = unfolded(data.words);
    this.common = new Set(data.common);
    this.vocabulary = new Vocabulary(this.words, language);
    this.often = new Set();
    let place = 0;
    for (const step of data.often) this.often.add(this.words[(place += step)]);
    this.#readPages();
  }

  #readPages() {
    this.count = this.data.lengths.length / 2;
    this.ranks = new Uint8Array(this.count);
    this.firsts = new Uint32Array(this.count);
    let entry = 0;
    for (const page of this.data.pages) {
      const end = entry + (page >> 2);
      this.ranks.fill(page & 3, entry, end);
      this.firsts.fill(entry, entry, end);
      entry = end;
    }
  }

  /** How many words the title of an entry has. */
  #titleLength(entry) {
    return this.data.lengths.charCodeAt(2 * entry) - 40;
  }

  /** By field; the text's by steps (shortened_length in the generator). */
  #lengthsOf(entry) {
    const title = this.#titleLength(entry);
    const text = 2 ** ((this.data.lengths.charCodeAt(2 * entry + 1) - 40) / 4) - 1;
    return [title, title, this.#titleLength(this.firsts[entry]), text];
  }

  /** In which file a word's postings are: where many are sought at once, those beside it are often sought too. */
  #fileOf(word, sought) {
    if (this.often.has(word)) return ["often", placeOf(this.data.files.often, word)];
    if (word.startsWith(sought.slice(0, 3))) return ["begin", placeOf(this.data.files.begin, word)];
    return ["end", placeOf(this.data.files.end, [...word].reverse().join(""))];
  }

  /** A MiniSearch index of the words near those that are sought: [{word, near}]. */
  async #indexOf(groups) {
    const needed = new Map(groups.flatMap(({ word, near }) => [...near.keys()].map((one) => [one, this.#fileOf(one, word)])));
    const loaded = await Promise.all([...needed].map(async ([word, [name, number]]) => [word, (await this.files.words(name, number)).get(word)]));
    const documentIds = {};
    const fieldLength = {};
    const index = loaded.map(([word, postings]) => {
      const byField = {};
      unpack(postings, (entry, field, times) => {
        (byField[field] ??= {})[entry] = times;
        documentIds[entry] = entry;
        fieldLength[entry] ??= this.#lengthsOf(entry);
      });
      return [word, byField];
    });
    const serialised = {
      documentCount: this.count,
      nextId: this.count,
      documentIds,
      fieldIds: Object.fromEntries(fields.map((name, field) => [name, field])),
      fieldLength,
      averageFieldLength: this.data.averages,
      storedFields: {},
      dirtCount: 0,
      index,
      serializationVersion: 2,
    };
    return MiniSearch.loadJS(serialised, { fields, tokenize: (text) => text.split(" "), processTerm: (word) => word });
  }

  /**
   * What a query finds, the best first: {hits: [{entry, words}], all}. `words` are those of the index that a hit has, for
   * marking; `all` is false where no entry has every word and the hits have some.
   */
  async search(query) {
    const sought = wordsOf(query).map(({ word, end }) => ({ word, isBeingTyped: end === query.length })).filter(({ word }) => isSought(word));
    const groups = sought.map(({ word, isBeingTyped }) => ({ word, near: this.#near(word, isBeingTyped) }));
    const telling = groups.filter(({ word }) => !this.common.has(word));
    const needed = telling.length > 0 ? telling : groups;
    if (needed.length === 0) return { hits: [], all: true };
    const index = await this.#indexOf(needed);
    const queryOf = ({ near }) => ({ queries: [[...near.keys()].join(" ")], combineWith: "OR", boostTerm: (word) => near.get(word) ?? 1 });
    const run = (combineWith) => index.search({ combineWith, queries: needed.map(queryOf) });
    const whole = needed.every(({ near }) => near.size > 0) ? run("AND") : [];
    const all = whole.length > 0 || needed.length === 1;
    const found = all ? whole : run("OR");
    return { hits: this.#ranked(found, groups, needed), all };
  }

  #near(word, isBeingTyped) {
    let inside = 0;
    return new Map([...this.vocabulary.near(word, isBeingTyped)].filter(([, near]) => near !== nearness.inside || ++inside <= mostInside));
  }

  #ranked(found, groups, needed) {
    const best = Math.max(...found.map(({ score }) => score), 1e-9);
    const hits = [];
    for (const { id, score, match } of found) {
      const matches = Object.entries(match);
      // Every section of a page has the page's name: that alone makes none of them a result.
      if (!matches.some(([, matched]) => matched.some((field) => field !== "context"))) continue;
      let sum = (mostRelevance * score) / best;
      for (const { near } of groups) {
        sum += Math.max(0, ...matches.map(([word, matched]) => (near.get(word) ?? 0) * Math.max(...matched.map((field) => worth[field]))));
      }
      const field = ["name", "heading"].find((name) => needed.every(({ word }) => Object.hasOwn(match, word) && match[word].includes(name)));
      if (field) sum += worth[field] * wholeQuery * (this.#titleLength(id) === groups.length ? 2 : 1);
      hits.push({ entry: id, words: new Set(Object.keys(match)), worth: sum * rankWorth[this.ranks[id]] });
    }
    return hits.sort((a, b) => b.worth - a.worth || a.entry - b.entry);
  }

  /** What a result says: {href, title, kind, within, rank, text}; `within` is the page that a section or thing stands on. */
  async told(entry) {
    const part = placeOf(this.data.parts, entry);
    const row = (await this.files.part(part))[entry - this.data.parts[part]];
    return {
      href: row.anchor === "" ? row.href : `${row.href}#${encodeURIComponent(row.anchor)}`,
      title: row.title || row.pageTitle,
      kind: row.kind || row.pageKind,
      within: row.title ? row.pageTitle : "",
      rank: this.ranks[entry],
      text: row.text,
    };
  }
}

/** Words that are written as how much of the word before they begin with, and the rest. */
function unfolded(words) {
  let before = "";
  return [...words.matchAll(/([A-Z])([^A-Z]*)/g)].map(([, shared, rest]) => (before = before.slice(0, shared.charCodeAt(0) - 65) + rest));
}

/** Of sorted beginnings the last that isn't beyond a value. */
function placeOf(beginnings, value) {
  let low = 0;
  let high = beginnings.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isAfter(beginnings[middle], value)) high = middle;
    else low = middle;
  }
  return low;
}

/** The generator sorts by bytes of UTF-8, which is by characters; JavaScript's own order differs beyond U+FFFF. */
function isAfter(a, b) {
  if (typeof a === "number") return a > b;
  const [ofA, ofB] = [[...a], [...b]];
  for (let i = 0; i < ofA.length && i < ofB.length; ++i) {
    if (ofA[i] !== ofB[i]) return ofA[i].codePointAt(0) > ofB[i].codePointAt(0);
  }
  return ofA.length > ofB.length;
}

function unpack(numbers, take) {
  let entry = 0;
  for (let i = 0; i < numbers.length; ++i) {
    const number = numbers[i];
    entry += number >> 3;
    take(entry, (number >> 1) & 3, number & 1 ? numbers[++i] : 1);
  }
}
