import { stemmer as danish } from "@orama/stemmers/danish";
import { stemmer as english } from "@orama/stemmers/english";

/** How near a word of the index is to a word that is looked for. */
export const nearness = { exact: 1, stem: 0.8, beginning: 0.5, compound: 0.4, inside: 0.2 };

const shortestPart = 4;  // of a compound: «krav»
const shortestInside = 6;
const mostWords = 80;

/**
 * Finds the words of an index that stand for a word: the word itself, its other forms by the Snowball stemmer, those that
 * begin with it while it is being typed, and compounds: «krav» finds «sikkerhedskrav», «politikker» finds «emnepolitik».
 */
export class Vocabulary {
  constructor(words, language) {
    this.words = words;
    this.stem = language === "da" ? danish : english;
    this.stems = undefined;
  }

  /** A map from words to their nearness, the nearest first; at most 80. */
  near(word, isBeingTyped) {
    this.stems ??= this.words.map((one) => this.stem(one));
    const stem = this.stem(word);
    const found = [];
    this.words.forEach((one, index) => {
      const near = this.#nearness(one, this.stems[index], word, stem, isBeingTyped);
      if (near > 0) found.push([one, near]);
    });
    found.sort(([a, nearA], [b, nearB]) => nearB - nearA || a.length - b.length || (a < b ? -1 : 1));
    return new Map(found.slice(0, mostWords));
  }

  #nearness(one, oneStem, word, stem, isBeingTyped) {
    if (one === word) return nearness.exact;
    if (oneStem === stem) return nearness.stem;
    if (isBeingTyped && one.startsWith(word)) return nearness.beginning;
    if (stem.length < shortestPart || one.length < stem.length + 2) return 0;
    if (oneStem.endsWith(stem) || one.startsWith(stem)) return nearness.compound;
    return stem.length >= shortestInside && one.includes(stem) ? nearness.inside : 0;
  }
}
