#pragma once

#include <string>
#include <vector>

#include "compare/item_redline.h"

namespace kanon {

/// How much changed: passages are paragraphs, headings, items, rows and the like, the smallest that changed as a whole.
struct ChangeCount {
  std::size_t inserted = 0;
  std::size_t deleted = 0;
  std::size_t changed = 0;
  std::size_t moved = 0;  ///< moves; blocks that moved together count once
  std::size_t all() const { return inserted + deleted + changed + moved; }
};

ChangeCount count_changes(const Redline& redline);
ChangeCount count_changes(const std::vector<RecordChange>& records);
/// Of the body and the records together; fields aren't passages.
ChangeCount count_changes(const ItemRedline& redline);

/// Passages of the body itself that changed in one stroke: one that changed, several in a row that were inserted or
/// deleted (a heading begins a new one), or those that moved together. A run of what didn't change has the fate `same`.
struct ChangeRun {
  Fate fate = Fate::same;
  std::size_t begin = 0;  ///< in Redline::passages
  std::size_t end = 0;
};
/// All passages, in order; footnotes that changed never stand in one run with the text.
std::vector<ChangeRun> change_runs(const Redline& redline);

/// A section of the body in which something changed.
struct ChangedSection {
  std::string title;              ///< as it is, or as it was where it is gone; empty above the first heading
  std::vector<std::size_t> runs;  ///< of change_runs(), those that are changes
};
std::vector<ChangedSection> changed_sections(const Redline& redline, const std::vector<ChangeRun>& runs);

/// The words of a passage on the side that it is on (both: as it is), without marks of change; of a container those of
/// its first words.
std::string words_of(const Passage& passage);

}  // namespace kanon
