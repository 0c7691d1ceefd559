#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "emit/html/layout_source.h"
#include "emit/html/layouts.h"

namespace kanon {

/// A layout cut into steps once, to be filled many times, from any thread. Lines are as mustache has them: one on which
/// a section is shown and that has nothing but blanks besides leaves no line.
class LayoutSteps {
 public:
  explicit LayoutSteps(NumberedLayout layout);
  LayoutSteps(const LayoutSteps&) = delete;
  LayoutSteps& operator=(const LayoutSteps&) = delete;

  struct Filled {
    std::string text;
    const LayoutTag* unknown = nullptr;  ///< the first tag that names what is nowhere defined
  };
  /// A name is looked for in the sections around it, then in `page`, then in `site`.
  Filled fill(const Data& page, const Data& site) const;

  enum class Kind { text, line_end, value, raw_value, section, inverted };
  struct Step {
    Kind kind{};
    std::string_view text{};  ///< of text and line ends
    std::size_t tag = 0;      ///< of the others
    std::size_t next = 0;     ///< of a section: the step behind it
  };

 private:
  void add_text(std::string_view text);
  void add_tag(std::string_view content);

  NumberedLayout layout_;
  std::vector<Step> steps_;
  std::vector<std::size_t> open_;  ///< sections, while the layout is cut up
};

}  // namespace kanon
