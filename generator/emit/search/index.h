#pragma once

#include <vector>

#include "emit/artifact.h"
#include "emit/html/words.h"
#include "plan/site.h"

namespace kanon {

/// What the search page loads when somebody searches, beside it as scripts, which also work from a disk. Empty on a
/// site without that page. Of it all a search needs little:
///
/// `index.js` sets `kanonSearch`: {words, often, common, files, pages, lengths, averages, parts}. `words` are all words
/// of the site, sorted, each as a capital letter (A to Z) for how many of its first letters are those of the word
/// before it (0 to 25), and the others; `common` those that stand in so many texts that they tell nothing: they have no
/// postings of texts. `often` are the positions of words with many postings, each as the distance from the one before.
/// `pages` has (entries * 4 + rank) of each page; `lengths` two characters an entry: how many words its title has, and
/// how many its text, as `shortened_length` has it; `averages` the mean length of each field; `parts` the first entry
/// of each part.
///
/// `often-N.js`, `begin-N.js` and `end-N.js` call `kanonSearchWords(name, N, words, postings)`, words with a blank
/// between them, with a list of numbers for each: for each field of each entry that has it, (entries since the last) *
/// 8 + field * 2, plus 1 if it stands there more than once: then the number of times follows. A word that stands often
/// is in `often`; every other one is in `begin`, where words that begin alike are together, and in `end`, where those
/// that end alike are: a search for «krav» needs one file for «kravspecifikation» and one for «mindstekrav». `files`
/// gives for each name the word that each file begins with, for `end` from its last letter to its first.
///
/// `part-N.js` calls `kanonSearchPart(N, [[href, title, kind, [[anchor, title, kind, text], …]], …])`: what results say
/// of themselves, page by page. A title or kind that is the page's own is empty.
std::vector<Artifact> emit_search_index(const Site& site, const Words& words);

/// How many words a text has as one of 51 steps of growing width: 4 * log2(1 + n), rounded.
int shortened_length(std::uint32_t words);

}  // namespace kanon
