#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/item_redline.h"
#include "emit/html/embeds.h"
#include "emit/html/layouts.h"
#include "emit/html/page_frame.h"
#include "emit/html/rows.h"
#include "emit/pdf/handbook_parts.h"
#include "emit/pdf/print.h"
#include "emit/pdf/print_links.h"

namespace kanon {

/// Where a body stands in its PDF.
struct Section {
  int base_level = 1;  ///< of its headings of the second level, the first that a body has
  std::string number;  ///< of its chapter; empty: the headings are not numbered
};

// What a release's PDF says may not change after the release: it comes out byte for byte the same as long as it is
// published. So it tells what the release itself holds, and not what became of it since: nothing of its children, of
// newer versions, of today. (Registers that an author embeds are as they are when the site is built.)

/// What became of a document or catalog since the release that is compared with.
struct ChangedItem {
  enum class Kind { added, changed, same_text, same_version, removed };
  Kind kind = Kind::same_version;
  ItemRef older;  ///< of what was added: the new one
  ItemRef newer;  ///< of what was removed: the old one
  ItemRedline redline;
};

/// Puts a handbook, document or catalog together, part by part.
class Composition {
 public:
  /// `since`: an older release of what is printed, whose changes are marked.
  Composition(const View& view, const Theme& theme, const ReadFile& read, std::optional<ItemRef> since = {})
      : view_(view),
        words_(theme.words(view.language())),
        layouts_(theme),
        site_(site_data(view, words_)),
        embeds_(view, words_, layouts_, site_),
        links_(view, read),
        since_(since) {}

  Result<Print> document(const Document& document);
  Result<Print> catalog(const Catalog& catalog);
  Result<Print> handbook(const Handbook& handbook);
  Result<Print> applicability();

 private:
  RowSource rows() {
    return {view_, words_, [this](ItemRef item) { return links_.to_item(item); }};
  }
  void begin(const Governed& item, const std::string& kind);
  std::string title_of_parent(const Document& document) const;
  Data facts(const Governed& item, const std::string& kind);
  void add_layout(std::string& out, const std::string& layout, const Data& data);
  void add_body(const Document& document, const Chapter& chapter, const Section& section);
  std::vector<SeenPart> seen_parts(const Handbook& handbook);
  void add_chapter(const Governed& item, const Chapter& chapter, Data data, const std::string& number);
  void add_part(const SeenPart& part, std::size_t number);
  std::string requirements_of(const Catalog& catalog);
  std::string of_each(const std::string& name, const Handbook& handbook, const std::vector<SeenPart>& parts);
  std::string requirement_index_of(const std::vector<SeenPart>& parts);
  void add_closing(const Governed& item);
  void add_appendix(const WantedAppendix& wanted, const Handbook& handbook, const std::vector<SeenPart>& parts);
  std::string embed(const std::string& name, std::map<std::string, std::string> options, const Governed* item);
  Result<Print> done();

  std::string redline_line() const;
  void begin_redline();
  void compare_with(ItemRef older, ItemRef newer);
  void compare_parts(const std::vector<SeenPart>& parts);
  const ChangedItem* change_of(const Governed& item) const;
  Data changes_of(const Governed& item, const Chapter& chapter);
  Data change_row(const ChangedItem& change);
  DataList entries_since(const ChangedItem& change);
  DataList change_groups();
  Data own_changes_of(const Handbook& handbook);
  std::string titles_of_unchanged();
  void add_summary(ItemRef item);

  const View& view_;
  const Words& words_;
  Layouts layouts_;
  Data site_;
  Embeds embeds_;
  PrintLinks links_;
  Print print_;
  std::size_t appendices_ = 0;
  std::optional<Error> error_;
  std::optional<ItemRef> since_;
  std::vector<ChangedItem> changes_;  ///< in the order of the chapters, what was removed last
};

}  // namespace kanon
