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

/// A section of the body in which something changed.
struct ChangedSection {
  std::string title;        ///< as it is, or as it was where the heading is gone; empty above the first heading
  std::size_t first = 0;    ///< the position in Redline::passages of its first change
  std::size_t changes = 0;  ///< how many of the passages of the body itself changed
  std::uint8_t level = 0;   ///< of its heading
};
std::vector<ChangedSection> changed_sections(const Redline& redline);

/// The words of a passage on the side that it is on (both: as it is), without marks of change; of a container those of
/// its first words.
std::string words_of(const Passage& passage);

}  // namespace kanon
