#include "read/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>

#include "read/markdown_anchors.h"
#include "read/markdown_blocks.h"

namespace kanon {
namespace {

using Tree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

Tree parse_with_cmark(std::string_view body) {
  // UNSAFE keeps raw HTML and destinations as they are: what of them may be published is decided here, by allow-lists.
  constexpr int options = CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8;
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(options),
                                                                           &cmark_parser_free);
  for (const char* const name : {"table", "strikethrough", "autolink"}) {
    if (cmark_syntax_extension* const extension = cmark_find_syntax_extension(name)) {
      cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
  }
  cmark_parser_feed(parser.get(), body.data(), body.size());
  Tree tree(cmark_parser_finish(parser.get()), &cmark_node_free);
  cmark_consolidate_text_nodes(tree.get());
  return tree;
}

}  // namespace

void parse_markdown(ParsedFile::Parts& parts, std::uint32_t start) {
  const std::string text = parts.text;  // the parts grow while it is read
  start = std::min(start, static_cast<std::uint32_t>(text.size()));
  const Tree tree = parse_with_cmark(std::string_view(text).substr(start));
  if (!tree) return;
  const SourceLines source(text, start);
  BlockReader(parts, source, tree.get()).read();
  set_anchors(parts);
}

}  // namespace kanon
