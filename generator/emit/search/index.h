#pragma once

#include <vector>

#include "emit/artifact.h"
#include "emit/html/words.h"
#include "plan/site.h"

namespace kanon {

/// What the search page loads when somebody searches, beside it as scripts, which also work from a disk: `index.js`
/// with every entry and word, and `text-0.js` and so on with the texts that excerpts are cut from. Empty on a site
/// without that page.
///
/// index.js sets `kanonSearch` to {kinds, pages: [[href, title, kind, rank]], entries: [[page, anchor, title, kind,
/// section]], parts: [the first entry of each text file], common, words, postings}. Words are sorted, one blank between
/// them; `postings` has for each word a list of numbers: for each field of each entry that has it, (entries since the
/// last) * 8 + field * 2, plus 1 if it stands there more than once: then the number of times follows. The fields:
/// 0 the name of a page or thing, 1 a section's heading, 2 the name of a section's page, 3 text. `common` are words
/// that stand in so many texts that they tell nothing: they have no postings of field 3.
std::vector<Artifact> emit_search_index(const Site& site, const Words& words);

}  // namespace kanon
