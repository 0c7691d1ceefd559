import { wordsOf } from "./words.js";

const length = 220;
const before = 60;

/** A text in pieces, those that are one of `words` marked: [{text, marked}]. */
export function marked(text, words) {
  const pieces = [];
  let at = 0;
  for (const { word, begin, end } of wordsOf(text)) {
    if (!words.has(word)) continue;
    if (begin > at) pieces.push({ text: text.slice(at, begin), marked: false });
    pieces.push({ text: text.slice(begin, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** The part of a text that has most of the words, about 220 characters, cut between words. */
export function excerptOf(text, words) {
  const found = wordsOf(text).filter(({ word }) => words.has(word));
  let best = { count: 0, begin: 0 };
  found.forEach(({ begin }, index) => {
    const within = new Set(found.slice(index).filter((one) => one.end <= begin + length - before).map((one) => one.word));
    if (within.size > best.count) best = { count: within.size, begin };
  });
  let begin = best.begin <= before ? 0 : text.lastIndexOf(" ", best.begin - before / 2) + 1;
  if (text.length - begin < length) begin = Math.min(begin, Math.max(0, text.indexOf(" ", text.length - length) + 1));
  let end = begin + length >= text.length ? text.length : text.lastIndexOf(" ", begin + length);
  if (end <= begin) end = Math.min(begin + length, text.length);
  const pieces = marked(text.slice(begin, end), words);
  if (begin > 0) pieces.unshift({ text: "… ", marked: false });
  if (end < text.length) pieces.push({ text: " …", marked: false });
  return pieces;
}
