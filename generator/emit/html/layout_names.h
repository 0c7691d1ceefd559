#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "emit/html/layout_source.h"

namespace kanon {

/// What a layout finds under a name.
enum class LayoutValue {
  text,     ///< escaped where it is written
  html,     ///< made by the program, and safe
  flag,     ///< yes or no
  section,  ///< further names; or nothing
  list      ///< the same for each; without names of its own a list of texts
};

/// A name that a layout gets.
struct LayoutName {
  std::string name;
  LayoutValue value = LayoutValue::text;
  std::string about;  ///< in Danish: the manual is
  std::vector<LayoutName> names;
};

/// The names of one layout, those of every page aside.
struct DeclaredLayout {
  std::string about;
  std::vector<LayoutName> names;
};

/// What every page's layout gets, as generator/emit/html/names/layout_names.txt declares it: what the layouts of a
/// project are checked against, what is offered where a name is unknown, and what the manual's page is made of. Tests
/// hold it to the data that pages are really filled with.
class LayoutNames {
 public:
  static const LayoutNames& declared();
  /// Reads a declaration; nothing where it isn't one.
  static std::optional<LayoutNames> parse(std::string_view text);

  const std::vector<LayoutName>& of_every_page() const { return every_.names; }
  const std::map<std::string, DeclaredLayout, std::less<>>& layouts() const { return layouts_; }

  /// The first tag that names what its place in the layout can't have, as a position in `tags`. A name is looked for as
  /// when the layout is filled: in the sections around it, the innermost first, then in the page. `looks_at` says which
  /// tags are asked about, `t.…` and layouts that aren't declared never are.
  struct Undeclared {
    std::size_t tag = 0;
    std::vector<std::string> visible;  ///< what there is at that place
  };
  template <class LooksAt>
  std::optional<Undeclared> first_undeclared(std::string_view layout, const NumberedLayout& numbered,
                                             LooksAt looks_at) const {
    for (Undeclared& one : undeclared(layout, numbered)) {
      if (looks_at(numbered.tags[one.tag])) return std::move(one);
    }
    return std::nullopt;
  }
  std::vector<Undeclared> undeclared(std::string_view layout, const NumberedLayout& numbered) const;

 private:
  DeclaredLayout every_;
  std::map<std::string, DeclaredLayout, std::less<>> layouts_;
};

/// The manual's page on layouts, in Danish Markdown.
std::string layouts_manual();
/// Every layout with its names, or one layout's alone, for a terminal; nothing where there is no such layout.
std::optional<std::string> layout_names_as_text(const std::string& layout);

}  // namespace kanon
