import MiniSearch from "minisearch";

import { Vocabulary } from "./expand.js";
import { isSought, wordsOf } from "./words.js";

const fields = ["name", "heading", "context", "text"];
/** What a word in a field is worth: the name of a thing above a heading above the text. */
const worth = { name: 100, heading: 40, context: 4, text: 10 };
/** Of what is valid, what is to come, and what was valid once. */
const rankWorth = [1, 0.5, 0.04];
const mostRelevance = 3;
/** Where a title has the whole query as it is written, a part of its field's worth more; twice that where it is all of it. */
const wholeQuery = 0.3;

/**
 * The index that the generator wrote (generator/emit/search/index.h). Only the words that a query needs become a
 * MiniSearch index: so nothing is built when the page loads, however large the site is.
 */
export class SearchIndex {
  constructor(data, language) {
    this.data = data;
    this.words = data.words === "" ? [] : data.words.split(" ");
    this.places = new Map(this.words.map((word, index) => [word, index]));
    this.common = new Set(data.common);
    this.vocabulary = new Vocabulary(this.words, language);
    this.#measure();
  }

  /** How long each field of each entry is: MiniSearch weighs a word by it. */
  #measure() {
    const count = this.data.entries.length;
    const lengths = Array.from({ length: count }, () => [0, 0, 0, 0]);
    for (const postings of this.data.postings) {
      unpack(postings, (entry, field, times) => {
        lengths[entry][field] += times;
      });
    }
    this.count = count;
    this.averages = fields.map((_, field) => lengths.reduce((sum, one) => sum + one[field], 0) / Math.max(count, 1));
    this.ids = Object.assign({}, lengths.map((_, entry) => entry));
    this.lengths = Object.assign({}, lengths);
  }

  /** A MiniSearch index of some of the words. */
  #indexOf(words) {
    const index = [...words].map((word) => {
      const byField = {};
      unpack(this.data.postings[this.places.get(word)], (entry, field, times) => {
        (byField[field] ??= {})[entry] = times;
      });
      return [word, byField];
    });
    const serialised = {
      documentCount: this.count,
      nextId: this.count,
      documentIds: this.ids,
      fieldIds: Object.fromEntries(fields.map((name, field) => [name, field])),
      fieldLength: this.lengths,
      averageFieldLength: this.averages,
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
  search(query) {
    const sought = wordsOf(query).map(({ word, end }) => ({ word, isBeingTyped: end === query.length })).filter(({ word }) => isSought(word));
    const groups = sought.map(({ word, isBeingTyped }) => ({ word, near: this.vocabulary.near(word, isBeingTyped) }));
    const telling = groups.filter(({ word }) => !this.common.has(word));
    const needed = telling.length > 0 ? telling : groups;
    if (needed.length === 0) return { hits: [], all: true };
    const index = this.#indexOf(new Set(groups.flatMap(({ near }) => [...near.keys()])));
    const queryOf = ({ near }) => ({ queries: [[...near.keys()].join(" ")], combineWith: "OR", boostTerm: (word) => near.get(word) ?? 1 });
    const run = (combineWith) => index.search({ combineWith, queries: needed.map(queryOf) });
    const whole = needed.every(({ near }) => near.size > 0) ? run("AND") : [];
    const all = whole.length > 0 || needed.length === 1;
    const found = all ? whole : run("OR");
    return { hits: this.#ranked(found, groups, query), all };
  }

  #ranked(found, groups, query) {
    const best = Math.max(...found.map(({ score }) => score), 1e-9);
    const phrase = folded(query);
    const hits = [];
    for (const { id, score, match } of found) {
      const matches = Object.entries(match);
      // Every section of a page has the page's name: that alone makes none of them a result.
      if (!matches.some(([, matched]) => matched.some((field) => field !== "context"))) continue;
      let sum = (mostRelevance * score) / best;
      for (const { near } of groups) {
        sum += Math.max(0, ...matches.map(([word, matched]) => (near.get(word) ?? 0) * Math.max(...matched.map((field) => worth[field]))));
      }
      const field = ["name", "heading"].find((name) => matches.some(([, matched]) => matched.includes(name)));
      if (field) {
        const title = folded(this.titleOf(id));
        if (` ${title} `.includes(` ${phrase} `)) sum += worth[field] * wholeQuery * (title === phrase ? 2 : 1);
      }
      hits.push({ entry: id, words: new Set(Object.keys(match)), worth: sum * rankWorth[this.pageOf(id)[3]] });
    }
    return hits.sort((a, b) => b.worth - a.worth || a.entry - b.entry);
  }

  pageOf(entry) {
    return this.data.pages[this.data.entries[entry][0]];
  }

  /** The title of a thing or section; of a page its own. */
  titleOf(entry) {
    return this.data.entries[entry][2] || this.pageOf(entry)[1];
  }

  /** What a result says: {href, title, kind, within, rank}; `within` is the page that a section or thing stands on. */
  told(entry) {
    const [, anchor, title, kind] = this.data.entries[entry];
    const [href, pageTitle, , rank] = this.pageOf(entry);
    const at = anchor === "" ? href : `${href}#${encodeURIComponent(anchor)}`;
    return { href: at, title: title || pageTitle, kind: this.data.kinds[kind], within: title ? pageTitle : "", rank };
  }

  /** Which of the text files holds an entry's text, and which of its texts that is. */
  textOf(entry) {
    let part = this.data.parts.length - 1;
    while (this.data.parts[part] > entry) --part;
    return { part, place: entry - this.data.parts[part] };
  }
}

function unpack(numbers, take) {
  let entry = 0;
  for (let i = 0; i < numbers.length; ++i) {
    const number = numbers[i];
    entry += number >> 3;
    take(entry, (number >> 1) & 3, number & 1 ? numbers[++i] : 1);
  }
}

const folded = (text) => wordsOf(text).map(({ word }) => word).join(" ");
