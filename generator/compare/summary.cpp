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

ChangeCount count_changes(const ItemRedline& redline) {
  const ChangeCount body = count_changes(redline.body);
  const ChangeCount records = count_changes(redline.records);
  return {body.inserted + records.inserted, body.deleted + records.deleted, body.changed + records.changed,
          body.moved + records.moved};
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

std::vector<ChangeRun> change_runs(const Redline& redline) {
  std::vector<ChangeRun> runs;
  const auto& passages = redline.passages;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const Passage& passage = passages[i];
    const bool is_heading = passage.form.kind == MarkdownKind::heading;
    const bool is_note = passage.form.kind == MarkdownKind::footnote_definition;
    const bool begins_anew = passage.fate == Fate::inserted || passage.fate == Fate::deleted;
    const bool goes_on =
        !runs.empty() && runs.back().fate == passage.fate && passage.fate != Fate::changed &&
        passages[i - 1].move == passage.move && !(begins_anew && is_heading) &&
        (passage.fate == Fate::same || (passages[i - 1].form.kind == MarkdownKind::footnote_definition) == is_note);
    if (goes_on)
      runs.back().end = i + 1;
    else
      runs.push_back({passage.fate, i, i + 1});
  }
  return runs;
}

std::vector<ChangedSection> changed_sections(const Redline& redline, const std::vector<ChangeRun>& runs) {
  std::vector<ChangedSection> sections;
  ChangedSection section;
  const auto begin = [&](std::string title) {
    if (!section.runs.empty()) sections.push_back(std::move(section));
    section = {std::move(title), {}};
  };
  bool in_notes = false;
  for (std::size_t run = 0; run < runs.size(); ++run) {
    for (std::size_t i = runs[run].begin; i < runs[run].end; ++i) {
      const Passage& passage = redline.passages[i];
      const bool is_note = passage.form.kind == MarkdownKind::footnote_definition;
      if (is_note && !in_notes) begin({});
      in_notes = is_note;
      const bool is_deleted = passage.fate == Fate::deleted || passage.fate == Fate::moved_away;
      const bool begins = passage.form.kind == MarkdownKind::heading && (!is_deleted || i == runs[run].begin);
      if (begins) begin(words_of(passage));
    }
    if (runs[run].fate != Fate::same) section.runs.push_back(run);
  }
  begin({});
  return sections;
}

}  // namespace kanon
