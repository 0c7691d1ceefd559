#pragma once

#include <cmark-gfm.h>

#include <string>
#include <vector>

#include "model/parsed_file.h"
#include "read/markdown_inlines.h"

namespace kanon {

/// Takes cmark's tree of a body, block by block, into ours.
class BlockReader {
 public:
  BlockReader(ParsedFile::Parts& parts, const SourceLines& source, cmark_node* document);
  void read();

 private:
  void read_definitions();
  bool enter(cmark_node* node);
  void leave(cmark_node* node);
  void enter_quote(cmark_node* node, Range range);
  void enter_list(cmark_node* node, Range range);
  void enter_item(cmark_node* node, Range range);
  void enter_row(cmark_node* row);
  void take_heading(cmark_node* node, Range range);
  void take_paragraph(cmark_node* node, Range range);
  void take_code(cmark_node* node, Range range);
  void take_html(cmark_node* node, Range range);
  void take_text(cmark_node* block, MarkdownNode node, const BlockText& text);

  Range range_of(cmark_node* node) const;
  Range trimmed(std::uint32_t begin, std::uint32_t end) const;
  BlockText text_of(cmark_node* node, Range range) const;

  ParsedFile::Parts& parts_;
  const SourceLines& source_;
  cmark_node* document_;
  MarkdownTree tree_;
  Footnotes footnotes_;
  RawHtml html_;
  InlineReader inlines_;
  std::vector<Range> containers_;                          ///< of the blocks that are open
  InlineReader::Skip skip_ = InlineReader::Skip::nothing;  ///< for the next paragraph
};

}  // namespace kanon
