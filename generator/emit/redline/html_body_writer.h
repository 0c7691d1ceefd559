#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/summary.h"
#include "emit/redline/html_pieces.h"
#include "emit/redline/report.h"

namespace kanon {

/// Writes the body of a redline, run by run. Where it stands for the text itself (RedlineSurroundings::whole) nothing
/// is folded, and items and rows have their own bars in the margin.
class BodyHtml {
 public:
  BodyHtml(const Redline& redline, Language language, const RedlineSurroundings& surroundings);
  std::vector<std::string> write();
  /// The changed run of that number alone, in the text itself.
  std::string write(std::size_t run);
  /// A changed footnote, in the text itself.
  std::string write_note(const Passage& note);

 private:
  std::string word(const Message& message) const;
  const Passage& passage(std::size_t at) const { return redline_.passages[at]; }
  bool is_note(std::size_t at) const { return passage(at).form.kind == MarkdownKind::footnote_definition; }
  bool is_whole_text() const { return surroundings_.whole != nullptr; }
  /// Whether a passage stands as the new body has it.
  bool stands_as_it_is(const Passage& passage) const;
  std::string as_it_is(const Passage& passage) const;

  void unchanged(std::size_t run);
  void fold(std::size_t begin, std::size_t end);
  void changed(std::size_t at);
  void in_whole_text(std::size_t at);
  void label(const ChangeRun& run, const Passage& first);
  bool has_run(std::uint32_t move, Fate fate) const;
  bool has_own_bars(const ChangeRun& run) const;

  void block(const Passage& passage);
  void container(const Passage& passage, const std::string& opening, const std::string& closing,
                 std::string_view between = {});
  void children(const Passage& passage);
  void heading(const Passage& passage);
  void heading_of_text(const Passage& passage);
  void list(const Passage& passage);
  template <class Gap>
  void folded(const Passage& passage, Gap gap);
  std::string own_label(const Passage& passage) const;
  std::string class_of(const Passage& passage) const;
  bool has_own_bar(const Passage& passage) const;
  std::string alignment_of(const Passage& cell) const;
  void item(const Passage& passage);
  void admonition(const Passage& passage);
  void embed(const Passage& passage);
  void footnote(const Passage& passage);
  void table(const Passage& passage);
  void row(const Passage& passage);
  void cell(const Passage& passage);

  const Redline& redline_;
  Language language_;
  const RedlineSurroundings& surroundings_;
  PieceHtml pieces_;
  std::vector<ChangeRun> runs_;
  std::string out_;
  std::string label_of_row_;                        // goes into its first cell
  std::set<std::pair<std::uint32_t, bool>> named_;  // moves whose place has its id
  std::size_t tables_ = 0;
  int level_ = 2;  // of the heading seen last
  bool notes_begun_ = false;
};

/// Whether a passage was inserted, deleted or moved as a whole.
inline bool is_whole(Fate fate) { return fate != Fate::same && fate != Fate::changed; }

}  // namespace kanon
