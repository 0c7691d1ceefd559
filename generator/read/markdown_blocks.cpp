#include "read/markdown_blocks.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <algorithm>

#include "base/text.h"
#include "read/markdown_extensions.h"
#include "read/markdown_findings.h"
#include "read/markdown_markers.h"
#include "read/markdown_text.h"
#include "read/markdown_walk.h"

namespace kanon {
namespace {

std::string_view view(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

/// The text that cmark parsed for a block's inline nodes. cmark leaves the buffer of a block that never got any
/// uninitialised.
std::string_view content_of(cmark_node* block) {
  return cmark_node_first_child(block) == nullptr ? std::string_view() : view(cmark_node_get_string_content(block));
}

bool is(cmark_node* node, cmark_node_type type) { return node != nullptr && cmark_node_get_type(node) == type; }

/// `#` to `######` and a blank or the line's end.
bool begins_like_a_heading(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && (marks == line.size() || line[marks] == ' ' || line[marks] == '\t');
}

bool is_made_of(std::string_view line, std::string_view characters) {
  return line.find('-') != std::string_view::npos && line.find_first_not_of(characters) == std::string_view::npos;
}

/// The first line of a table. cmark names the one where the paragraph before it begins, if there is one.
int first_line_of_table(cmark_node* table, const SourceLines& source) {
  const int named = cmark_node_get_start_line(table);
  if (is_made_of(source.line_text(named + 1), "|:- \t>")) return named;
  cmark_node* const header = cmark_node_first_child(table);
  cmark_node* const row = header == nullptr ? nullptr : cmark_node_next(header);
  const int found = row == nullptr ? cmark_node_get_end_line(table) - 1 : cmark_node_get_start_line(row) - 2;
  return std::max(named, found);
}

/// The line where a paragraph or a heading made of whole lines begins: cmark counts from its link definitions, if it
/// begins with such, and ends an underlined heading a line too late.
bool follow_whole_lines(BlockText& text, const SourceLines& source, int first, int last) {
  const int count = line_count(text.content());
  for (const int candidate : {last - count + 1, last - count, last - count - 1, first}) {
    if (candidate >= first && text.follow_lines(source, candidate)) return true;
  }
  return false;
}

/// The words of a quotation's first line behind its marker.
std::string title_behind(cmark_node* paragraph, std::size_t marker) {
  std::string title;
  bool in_first_line = true;
  walk_below(
      paragraph,
      [&](cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        const bool is_break = type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
        if (is_break && cmark_node_parent(node) == paragraph) in_first_line = false;
        if (in_first_line && is_break) title += ' ';
        if (in_first_line && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)) {
          title += view(cmark_node_get_literal(node));
        }
        return in_first_line;
      },
      [](cmark_node*) {});
  return publishable_text(trim(std::string_view(title).substr(std::min(marker, title.size()))));
}

bool has_one_line(cmark_node* paragraph) {
  for (cmark_node* node = cmark_node_first_child(paragraph); node != nullptr; node = cmark_node_next(node)) {
    if (is(node, CMARK_NODE_SOFTBREAK) || is(node, CMARK_NODE_LINEBREAK)) return false;
  }
  return true;
}

std::uint8_t alignment_of(cmark_node* table, std::size_t column) {
  const std::uint8_t* const alignments = cmark_gfm_extensions_get_table_alignments(table);
  if (alignments == nullptr || column >= cmark_gfm_extensions_get_table_columns(table)) return 0;
  switch (alignments[column]) {
    case 'l':
      return static_cast<std::uint8_t>(CellAlignment::left);
    case 'c':
      return static_cast<std::uint8_t>(CellAlignment::center);
    case 'r':
      return static_cast<std::uint8_t>(CellAlignment::right);
    default:
      return static_cast<std::uint8_t>(CellAlignment::none);
  }
}

}  // namespace

BlockReader::BlockReader(ParsedFile::Parts& parts, const SourceLines& source, cmark_node* document)
    : parts_(parts),
      source_(source),
      document_(document),
      tree_(parts),
      footnotes_(document, source),
      html_(parts, tree_),
      inlines_(parts, tree_, html_, footnotes_) {}

void BlockReader::read() {
  const Range body{source_.line(1).begin, source_.end()};
  containers_.push_back(body);
  tree_.open({.kind = MarkdownKind::document, .range = body});
  walk_below(
      document_, [this](cmark_node* node) { return !is(node, CMARK_NODE_FOOTNOTE_DEFINITION) && enter(node); },
      [this](cmark_node* node) { leave(node); });
  tree_.close_elements(body.end);
  read_definitions();
  tree_.close(body.end);
  if (const std::optional<Range> place = tree_.too_deep()) {
    parts_.findings.push_back(nested_too_deep(MarkdownTree::deepest, *place));
  }
}

/// Definitions in the order of their first reference, those of the definitions themselves included.
void BlockReader::read_definitions() {
  for (std::uint32_t number = 1;; ++number) {
    const Footnotes::Definition* const definition = footnotes_.numbered(number);
    if (definition == nullptr) return;
    Range range = range_of(definition->node);
    range = trimmed(definition->begin, std::max(definition->begin, range.end));
    tree_.open({.kind = MarkdownKind::footnote_definition,
                .number = number,
                .range = range,
                .text = parts_.store(definition->label)});
    containers_.push_back(range);
    walk_below(
        definition->node, [this](cmark_node* node) { return enter(node); }, [this](cmark_node* node) { leave(node); });
    containers_.pop_back();
    tree_.close(range.end);
  }
}

Range BlockReader::trimmed(std::uint32_t begin, std::uint32_t end) const {
  end = std::min(end, containers_.back().end);
  const std::string_view text = source_.text();
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\n')) --end;
  return {begin, std::max(begin, end)};
}

Range BlockReader::range_of(cmark_node* node) const {
  const std::uint32_t begin = source_.offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  const std::uint32_t end = source_.offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node) + 1);
  return trimmed(begin, std::max(begin, end));
}

BlockText BlockReader::text_of(cmark_node* node, Range range) const {
  BlockText text(content_of(node), range);
  int first = cmark_node_get_start_line(node);
  int last = cmark_node_get_end_line(node);
  const std::uint32_t line_end = std::max(source_.line(first).end, range.begin);
  const std::string_view line = source_.text().substr(range.begin, line_end - range.begin);
  if (is(node, CMARK_NODE_HEADING) && begins_like_a_heading(line)) {
    const std::size_t words = line.find_first_not_of(" \t", std::min(line.find_first_not_of('#'), line.size()));
    if (words != std::string_view::npos && line.substr(words).starts_with(text.content())) {
      const auto begin = range.begin + static_cast<std::uint32_t>(words);
      text.follow_stretch(source_, {begin, begin + static_cast<std::uint32_t>(text.content().size())});
    }
    return text;
  }
  if (first == 0 && cmark_node_next(node) != nullptr) {  // a paragraph that ends where a table begins
    first = cmark_node_get_start_line(cmark_node_next(node));
    last = first_line_of_table(cmark_node_next(node), source_) - 1;
  }
  follow_whole_lines(text, source_, first, last);
  return text;
}

bool BlockReader::enter(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  Range range = range_of(node);
  if (type == CMARK_NODE_TABLE) {
    const int first = first_line_of_table(node, source_);
    if (first != cmark_node_get_start_line(node)) range.begin = std::min(source_.line(first).begin, range.end);
    tree_.open({.kind = MarkdownKind::table, .range = range});
  } else if (type == CMARK_NODE_TABLE_ROW) {
    enter_row(node);
    return false;
  } else {
    switch (type) {
      case CMARK_NODE_PARAGRAPH:
        take_paragraph(node, range);
        return false;
      case CMARK_NODE_HEADING:
        take_heading(node, range);
        return false;
      case CMARK_NODE_CODE_BLOCK:
        take_code(node, range);
        return false;
      case CMARK_NODE_HTML_BLOCK:
        take_html(node, range);
        return false;
      case CMARK_NODE_THEMATIC_BREAK:
        tree_.leaf({.kind = MarkdownKind::thematic_break, .range = range});
        return false;
      case CMARK_NODE_BLOCK_QUOTE:
        enter_quote(node, range);
        break;
      case CMARK_NODE_LIST:
        enter_list(node, range);
        break;
      case CMARK_NODE_ITEM:
        enter_item(node, range);
        break;
      default:
        return false;
    }
  }
  containers_.push_back(range);
  return true;
}

void BlockReader::leave(cmark_node*) {
  tree_.close(containers_.back().end);
  containers_.pop_back();
}

void BlockReader::enter_quote(cmark_node* node, Range range) {
  MarkdownNode quote{.kind = MarkdownKind::block_quote, .range = range};
  cmark_node* const first = cmark_node_first_child(node);
  if (is(first, CMARK_NODE_PARAGRAPH) && is(cmark_node_first_child(first), CMARK_NODE_TEXT)) {
    // The content as written: an escaped bracket reads the same in the text node.
    const std::optional<AdmonitionMarker> marker = admonition_marker(content_of(first));
    const std::string_view words = view(cmark_node_get_literal(cmark_node_first_child(first)));
    if (marker && words.starts_with("[!")) {
      quote.kind = MarkdownKind::admonition;
      quote.level = static_cast<std::uint8_t>(marker->kind);
      quote.text = parts_.store(title_behind(first, marker->size));
      skip_ = InlineReader::Skip::first_line;
    }
  }
  tree_.open(quote);
}

void BlockReader::enter_list(cmark_node* node, Range range) {
  MarkdownNode list{.kind = MarkdownKind::list, .range = range};
  if (cmark_node_get_list_tight(node) != 0) list.flags |= flag_tight;
  if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
    list.flags |= flag_ordered;
    list.number = static_cast<std::uint32_t>(std::max(0, cmark_node_get_list_start(node)));
  }
  tree_.open(list);
}

/// Task marks are read here rather than by cmark's extension, which doesn't see them in quotations and takes a `[x]`
/// anywhere in the line for the mark.
void BlockReader::enter_item(cmark_node* node, Range range) {
  MarkdownNode item{.kind = MarkdownKind::item, .range = range};
  cmark_node* const first = cmark_node_first_child(node);
  if (is(first, CMARK_NODE_PARAGRAPH) && is(cmark_node_first_child(first), CMARK_NODE_TEXT)) {
    const std::string_view words = view(cmark_node_get_literal(cmark_node_first_child(first)));
    const bool as_written = content_of(first).starts_with('[');
    const bool checked = words.starts_with("[x] ") || words.starts_with("[X] ");
    if (as_written && (checked || words.starts_with("[ ] "))) {
      item.flags = static_cast<std::uint16_t>(checked ? flag_task | flag_checked : flag_task);
      skip_ = InlineReader::Skip::task_mark;
    }
  }
  tree_.open(item);
}

void BlockReader::enter_row(cmark_node* row) {
  cmark_node* const table = cmark_node_parent(row);
  const bool is_header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
  const int number = is_header ? first_line_of_table(table, source_) : cmark_node_get_start_line(row);
  const Range line = source_.line(number);
  std::uint32_t begin = line.begin;
  if (is_header && number == cmark_node_get_start_line(table)) {
    begin = source_.offset(number, cmark_node_get_start_column(table));
  } else {
    while (begin < line.end && std::string_view(" \t>").find(source_.text()[begin]) != std::string_view::npos) ++begin;
  }
  const Range range = trimmed(begin, line.end);
  const auto header = static_cast<std::uint16_t>(is_header ? flag_header : 0);
  tree_.open({.kind = MarkdownKind::table_row, .flags = header, .range = range});
  const std::vector<Range> places = cells_of_row(source_, range);
  std::size_t column = 0;
  for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell), ++column) {
    const Range place = column < places.size() ? places[column] : Range{range.end, range.end};
    BlockText text(content_of(cell), place);
    text.follow_stretch(source_, place);
    take_text(cell,
              {.kind = MarkdownKind::table_cell, .level = alignment_of(table, column), .flags = header, .range = place},
              text);
  }
  tree_.close(range.end);
}

void BlockReader::take_heading(cmark_node* node, Range range) {
  const BlockText text = text_of(node, range);
  const auto level = static_cast<std::uint8_t>(std::clamp(cmark_node_get_heading_level(node), 1, 6));
  const std::uint32_t last_word = text.is_known() ? text.range(0, text.content().size()).end : range.end;
  if (last_word < range.end) {
    // Of what follows the words only closing marks or an underline belong to the heading.
    const std::string_view source = source_.text();
    std::size_t end = source.find('\n', last_word);
    const bool is_underlined = text.content().ends_with('\n');
    if (is_underlined && end != std::string_view::npos) end = source.find('\n', end + 1);
    range = trimmed(range.begin, static_cast<std::uint32_t>(std::min<std::size_t>(end, range.end)));
  }
  take_text(node, {.kind = MarkdownKind::heading, .level = level, .range = range}, text);
}

void BlockReader::take_paragraph(cmark_node* node, Range range) {
  const BlockText text = text_of(node, range);
  if (text.is_known() && !text.content().empty()) range = text.range(0, text.content().size());
  range = trimmed(range.begin, range.end);
  if (skip_ == InlineReader::Skip::first_line && has_one_line(node)) {
    skip_ = InlineReader::Skip::nothing;
    return;
  }
  if (skip_ == InlineReader::Skip::first_line && text.is_known()) {
    const std::size_t second = text.content().find('\n') + 1;
    range.begin = std::min(text.range(second, second).begin, range.end);
  }
  take_text(node, {.kind = MarkdownKind::paragraph, .range = range}, text);
}

void BlockReader::take_text(cmark_node* block, MarkdownNode node, const BlockText& text) {
  const InlineReader::Skip skip = std::exchange(skip_, InlineReader::Skip::nothing);
  tree_.open(node);
  if (!tree_.is_hidden()) inlines_.read(block, text, skip);
  tree_.close(node.range.end);
}

void BlockReader::take_code(cmark_node* node, Range range) {
  std::string info = publishable_text(view(cmark_node_get_fence_info(node)));
  std::replace(info.begin(), info.end(), '\n', ' ');
  MarkdownNode code{.kind = MarkdownKind::code_block, .range = range};
  if (const std::optional<EmbedInfo> embed = embed_info(info)) {
    code.kind = MarkdownKind::embed;
    code.text = parts_.store(embed->name);
    code.extra = parts_.store(embed->pairs);
  } else {
    code.text = parts_.store(publishable_text(view(cmark_node_get_literal(node))));
    code.extra = parts_.store(info);
  }
  tree_.leaf(code);
}

void BlockReader::take_html(cmark_node* node, Range range) {
  BlockText text(view(cmark_node_get_literal(node)), range);
  text.follow_lines(source_, cmark_node_get_start_line(node));
  html_.read(node, text.content(), [&](std::size_t begin, std::size_t end) { return text.range(begin, end); });
}

}  // namespace kanon
