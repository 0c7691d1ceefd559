#include "compare/summary.h"

#include <set>

#include "base/text.h"

namespace kanon {
namespace {

class Counting {
 public:
  void count(const std::vector<Passage>& passages) {
    for (const Passage& passage : passages) count(passage);
  }
  ChangeCount result;

 private:
  void count(const Passage& passage) {
    switch (passage.fate) {
      case Fate::same:
      case Fate::moved_away:
        return;
      case Fate::inserted:
        ++result.inserted;
        return;
      case Fate::deleted:
        ++result.deleted;
        return;
      case Fate::moved_here:
        if (moves_.insert(passage.move).second) ++result.moved;
        return;
      case Fate::changed:
        break;
    }
    const std::size_t before = result.all();
    if (passage.form.kind != MarkdownKind::table_row) count(passage.children);
    if (result.all() == before) ++result.changed;
  }

  std::set<std::uint32_t> moves_;
};

}  // namespace

ChangeCount count_changes(const Redline& redline) {
  Counting counting;
  counting.count(redline.passages);
  return counting.result;
}

ChangeCount count_changes(const std::vector<RecordChange>& records) {
  ChangeCount count;
  for (const RecordChange& record : records) {
    ++(record.fate == Fate::inserted     ? count.inserted
       : record.fate == Fate::deleted    ? count.deleted
       : record.fate == Fate::moved_here ? count.moved
                                         : count.changed);
  }
  return count;
}

std::string words_of(const Passage& passage) {
  std::string words;
  for (const Piece& piece : passage.pieces) {
    const bool is_shown =
        piece.kind != PieceKind::deleted || passage.fate == Fate::deleted || passage.fate == Fate::moved_away;
    if (!is_shown || piece.content == PieceContent::footnote) continue;
    const bool is_break = piece.content == PieceContent::line_break || piece.content == PieceContent::block_break;
    words += is_break ? " " : piece.text;
  }
  for (const Passage& child : passage.children) {
    if (!words.empty()) break;
    words = words_of(child);
  }
  return std::string(trim(words));
}

std::vector<ChangedSection> changed_sections(const Redline& redline) {
  std::vector<ChangedSection> sections;
  ChangedSection section;
  const auto close = [&] {
    if (section.changes > 0) sections.push_back(section);
  };
  for (std::size_t i = 0; i < redline.passages.size(); ++i) {
    const Passage& passage = redline.passages[i];
    if (passage.form.kind == MarkdownKind::heading) {
      close();
      section = {words_of(passage), i, 0, passage.form.level};
    }
    if (passage.fate == Fate::same) continue;
    if (section.changes == 0) section.first = i;
    ++section.changes;
  }
  close();
  return sections;
}

}  // namespace kanon
