#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "read/markdown.h"

namespace kanon {

/// A Markdown body as it was read, with what tests ask of it.
class MarkdownReading {
 public:
  explicit MarkdownReading(std::string_view text, std::uint32_t start = 0) {
    ParsedFile::Parts parts;
    parts.text = text;
    parse_markdown(parts, start);
    file_ = ParsedFile::pack(parts);
  }

  const ParsedFile& file() const { return file_; }
  std::span<const MarkdownNode> nodes() const { return file_.markdown(); }

  /// The nodes of a kind, in order.
  std::vector<MarkdownNode> all(MarkdownKind kind) const {
    std::vector<MarkdownNode> found;
    std::copy_if(nodes().begin(), nodes().end(), std::back_inserter(found),
                 [&](const MarkdownNode& node) { return node.kind == kind; });
    return found;
  }

  std::string source(Range range) const {
    return std::string(file_.text().substr(range.begin, range.end - range.begin));
  }
  std::string text(const MarkdownNode& node) const { return std::string(file_.string(node.text)); }
  std::string extra(const MarkdownNode& node) const { return std::string(file_.string(node.extra)); }

  /// What the nodes of a kind say in the source.
  std::vector<std::string> sources(MarkdownKind kind) const {
    std::vector<std::string> found;
    for (const MarkdownNode& node : all(kind)) found.push_back(source(node.range));
    return found;
  }
  std::vector<std::string> texts(MarkdownKind kind) const {
    std::vector<std::string> found;
    for (const MarkdownNode& node : all(kind)) found.push_back(text(node));
    return found;
  }
  std::vector<std::string> extras(MarkdownKind kind) const {
    std::vector<std::string> found;
    for (const MarkdownNode& node : all(kind)) found.push_back(extra(node));
    return found;
  }

  /// Each finding as `rule: source`.
  std::vector<std::string> findings() const {
    std::vector<std::string> found;
    for (const Finding& finding : file_.findings()) {
      found.push_back(std::string(name_of(finding.rule)) + ": " + source(finding.range));
    }
    return found;
  }

  /// The tree in one line: tags of elements, `p` for paragraphs, words in quotes.
  std::string outline() const {
    std::string line;
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 1; i < nodes().size(); ++i) {
      for (; !ends.empty() && ends.back() <= i; ends.pop_back()) line += ')';
      if (!line.empty() && line.back() != '(') line += ' ';
      line += name(nodes()[i]);
      if (nodes()[i].next > i + 1) {
        line += '(';
        ends.push_back(nodes()[i].next);
      }
    }
    return line + std::string(ends.size(), ')');
  }

 private:
  std::string name(const MarkdownNode& node) const {
    switch (node.kind) {
      case MarkdownKind::paragraph:
        return "P";
      case MarkdownKind::heading:
        return "H" + std::to_string(node.level);
      case MarkdownKind::list:
        return "LIST";
      case MarkdownKind::item:
        return "ITEM";
      case MarkdownKind::block_quote:
        return "QUOTE";
      case MarkdownKind::admonition:
        return "BOX";
      case MarkdownKind::table:
        return "TABLE";
      case MarkdownKind::table_row:
        return "ROW";
      case MarkdownKind::table_cell:
        return "CELL";
      case MarkdownKind::footnote_definition:
        return "NOTE";
      case MarkdownKind::element:
        return text(node);
      case MarkdownKind::text:
        return "'" + text(node) + "'";
      case MarkdownKind::soft_break:
        return "/";
      case MarkdownKind::emphasis:
        return "EM";
      case MarkdownKind::strong:
        return "STRONG";
      case MarkdownKind::link:
        return "LINK";
      case MarkdownKind::image:
        return "IMAGE";
      case MarkdownKind::footnote_reference:
        return "REF";
      default:
        return "?";
    }
  }

  ParsedFile file_;
};

using Strings = std::vector<std::string>;

}  // namespace kanon
