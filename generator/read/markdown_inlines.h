#pragma once

#include <cmark-gfm.h>

#include <string>
#include <vector>

#include "model/parsed_file.h"
#include "read/markdown_alignment.h"
#include "read/markdown_destination.h"
#include "read/markdown_footnotes.h"
#include "read/markdown_html.h"
#include "read/markdown_source.h"
#include "read/markdown_tree.h"

namespace kanon {

/// Takes the running text of one block into the tree.
class InlineReader {
 public:
  InlineReader(ParsedFile::Parts& parts, MarkdownTree& tree, RawHtml& html, Footnotes& footnotes)
      : parts_(parts), tree_(tree), html_(html), footnotes_(footnotes) {}

  /// What at the beginning of the text is no part of it.
  enum class Skip { nothing, first_line, task_mark };
  void read(cmark_node* block, const BlockText& text, Skip skip);

 private:
  /// A link, image or emphasis that is open.
  struct Open {
    std::size_t begin = 0;
    InlineAlignment::LinkForm form = InlineAlignment::LinkForm::bracket;
    std::string unsafe{};  ///< the destination that isn't allowed
  };

  bool enter(cmark_node* node);
  void leave(cmark_node* node);
  void take_text(cmark_node* node);
  void take_break(cmark_node* node);
  void take_code(cmark_node* node);
  void take_html(cmark_node* node);
  void take_reference(cmark_node* node);
  void open_link(cmark_node* node);
  void open_image(cmark_node* node);
  void open_emphasis(MarkdownKind kind, std::size_t begin);
  void open(MarkdownNode node, cmark_node* source, Open opened, DestinationUse use);
  void add(MarkdownKind kind, Range range, std::string_view text);

  ParsedFile::Parts& parts_;
  MarkdownTree& tree_;
  RawHtml& html_;
  Footnotes& footnotes_;
  InlineAlignment* alignment_ = nullptr;
  cmark_node* block_ = nullptr;
  Skip skip_ = Skip::nothing;
  std::vector<Open> open_;
};

}  // namespace kanon
