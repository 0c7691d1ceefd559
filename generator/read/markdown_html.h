#pragma once

#include <cmark-gfm.h>

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "model/parsed_file.h"
#include "read/html_fragment.h"
#include "read/markdown_tree.h"

namespace kanon {

/// Takes raw HTML, one node of cmark's after the other, into the tree: allowed tags become elements, everything else is
/// left out and reported.
class RawHtml {
 public:
  RawHtml(ParsedFile::Parts& parts, MarkdownTree& tree) : parts_(parts), tree_(tree) {}

  /// Where a stretch of the HTML stands in the source.
  using Place = std::function<Range(std::size_t begin, std::size_t end)>;
  void read(cmark_node* node, std::string_view html, const Place& place);

 private:
  void take(const HtmlToken& token, Range range);
  void take_start_tag(const HtmlToken& token, Range range);
  void take_while_hidden(const HtmlToken& token);
  bool closes_later(cmark_node* node);

  ParsedFile::Parts& parts_;
  MarkdownTree& tree_;
  std::string hidden_;     ///< the element whose content is being left out
  int hidden_levels_ = 0;  ///< of the same name, one in the other
  std::set<std::pair<cmark_node*, std::string>> never_closed_;
};

}  // namespace kanon
