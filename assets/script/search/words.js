// Words as the index has them (generator/emit/search/words.cpp): what is typed must be folded in the same way.
const word = /[\p{L}\p{Nd}\p{M}]+/gu;
const letters = { æ: "ae", ø: "oe", å: "aa", ς: "σ" };

/** Lower case, æ as ae, ø as oe, å as aa, without other accents. */
export function fold(text) {
  const lower = text.normalize("NFC").toLowerCase().replace(/[æøåς]/g, (letter) => letters[letter]);
  return lower.normalize("NFD").replace(/\p{M}+/gu, "");
}

/** Every word of a text, folded, with its place: {word, begin, end}. */
export function wordsOf(text) {
  return [...text.matchAll(word)].map((match) => ({ word: fold(match[0]), begin: match.index, end: match.index + match[0].length }));
}

/** Whether the index has words of this form: no single letters, none beyond 40 bytes. */
export const isSought = (folded) => (folded.length > 1 || /\d/.test(folded)) && new TextEncoder().encode(folded).length <= 40;
