#include <algorithm>

#include "compare/body_comparison.h"

namespace kanon {
namespace {

bool is_heading(const Passage& passage) { return passage.form.kind == MarkdownKind::heading; }
bool stays(const Passage& passage) { return passage.fate == Fate::same || passage.fate == Fate::changed; }
bool is_new(const Passage& passage) { return passage.fate == Fate::inserted || passage.fate == Fate::moved_here; }
bool is_gone(const Passage& passage) { return passage.fate == Fate::deleted || passage.fate == Fate::moved_away; }

/// Whether text that stays is the next thing (in one direction) that the other side has too. A heading of the other
/// kind in between took or left its place: then nothing was cut or joined.
template <class Iterator, class Skip>
bool text_stays(Iterator from, const Iterator& end, Skip skip) {
  for (; from != end; ++from) {
    if (stays(*from)) return !is_heading(*from);
    if (!skip(*from) && is_heading(*from)) return false;
    if (skip(*from) && is_heading(*from)) return false;
  }
  return false;
}

}  // namespace

void note_sections(std::vector<Passage>& passages) {
  for (std::size_t i = 0; i < passages.size(); ++i) {
    Passage& heading = passages[i];
    if (!is_heading(heading) || (heading.fate != Fate::inserted && heading.fate != Fate::deleted)) continue;
    const bool cuts = heading.fate == Fate::inserted;
    const auto skip = cuts ? is_new : is_gone;
    const auto here = static_cast<std::ptrdiff_t>(i);
    const bool before =
        text_stays(passages.rbegin() + (static_cast<std::ptrdiff_t>(passages.size()) - here), passages.rend(), skip);
    const bool after = text_stays(passages.begin() + here + 1, passages.end(), skip);
    if (before && after) heading.notes |= cuts ? note_cut_section : note_joined_section;
  }
}

}  // namespace kanon
