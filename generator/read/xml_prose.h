#pragma once

#include <string>
#include <string_view>

#include "read/xml_tree.h"

namespace kanon {

/// The words of one or more elements of HTML kind (OSCAL's prose, ReqIF's XHTML) as plain text: a paragraph, a list
/// item
/// (`- `, `1. `) or a table row (cells with ` | ` between) a line; markup within a line is dropped. An `insert` of
/// OSCAL becomes its parameter's id between kInsertBegin and kInsertEnd.
class XmlProse {
 public:
  explicit XmlProse(const XmlTree& tree) : tree_(tree) {}

  /// Adds an element's words as lines of their own.
  void add(std::uint32_t element);
  bool is_empty() const { return text_.empty() && line_.empty(); }
  /// The text so far; then nothing is kept.
  std::string take();

 private:
  void walk(std::uint32_t node);
  void walk_children(std::uint32_t node);
  void add_block(std::uint32_t node);
  void add_list(std::uint32_t list);
  void add_row(std::uint32_t row);
  void add_preformatted(std::uint32_t node);
  void add_words(std::string_view text);
  void end_line();

  const XmlTree& tree_;
  std::string text_;
  std::string line_;
  std::string mark_;  ///< of the list item whose first line comes next
  bool gap_ = false;  ///< whether a blank was read behind the words of the line
};

}  // namespace kanon
