#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "diagnostic/position.h"

namespace kanon {

/// A stretch of a parsed file's string pool.
struct Slice {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

enum class MarkdownKind : std::uint8_t {
  document,             ///< the root, index 0
  paragraph,            ///
  heading,              ///< level 1–6; text: anchor
  list,                 ///< flags ordered, tight; number: start of an ordered list
  item,                 ///< flags task, checked
  block_quote,          ///
  admonition,           ///< level: AdmonitionKind; text: its own title (the defined term, the recommendation's number)
  code_block,           ///< text: content; extra: info string
  embed,                ///< ```kanon NAME key=value```; text: name; extra: `key=value` pairs, one a line
  thematic_break,       ///
  table,                ///< its first row is the header
  table_row,            ///< flag header
  table_cell,           ///< level: CellAlignment; flag header
  footnote_definition,  ///< text: label; number: from 1 in order of first reference; all stand last under the root
  element,     ///< raw HTML of the allow-list; text: lower-case tag; extra: safe, serialised attributes (` class="a"`)
  text,        ///< text
  soft_break,  ///
  line_break,  ///
  code,        ///< text
  emphasis,    ///
  strong,      ///
  strikethrough,       ///
  link,                ///< text: destination, empty where the scheme was unsafe; extra: title; flag autolink
  image,               ///< text: destination; extra: title; its children are the alternative text
  footnote_reference,  ///< text: label; number: that of the definition; level: which reference to it this is, from 1
                       ///< (at most 255)
};

enum class AdmonitionKind : std::uint8_t { note, tip, important, warning, caution, definition, recommendation };
enum class CellAlignment : std::uint8_t { none, left, center, right };

enum MarkdownFlag : std::uint16_t {
  flag_ordered = 1,
  flag_tight = 2,
  flag_task = 4,
  flag_checked = 8,
  flag_header = 16,
  flag_autolink = 32,
  flag_own_anchor = 64,  ///< a heading whose anchor was set by `{#id}`
  flag_block = 128,      ///< an element of block kind (ul, div, details …), also inside running text
};

/// One node of a Markdown body. The nodes of a body stand in one array, each before its children (preorder).
struct MarkdownNode {
  MarkdownKind kind{};
  std::uint8_t level = 0;
  std::uint16_t flags = 0;
  std::uint32_t next = 0;  ///< index of the first node after this one's subtree
  std::uint32_t number = 0;
  Range range{};  ///< in the file's normalised text
  Slice text{};
  Slice extra{};

  bool has(MarkdownFlag flag) const { return (flags & flag) != 0; }
};

enum class YamlKind : std::uint8_t {
  null,
  scalar,
  sequence,
  mapping  ///< children are key, value, key, value …; keys are scalars, each once
};

/// One node of a YAML tree, in preorder like Markdown's. Aliases are expanded within a bound; tags are ignored.
struct YamlNode {
  YamlKind kind{};
  std::uint8_t quoted = 0;  ///< 1 for a scalar in quotes or a block scalar
  std::uint32_t next = 0;
  Range
      range;   ///< a scalar's own text with its quotes; a collection's from its first character (`{`, or its first key)
  Slice text;  ///< a scalar's value
};

/// One source file as the parser saw it: its text, the YAML of its front matter (or of the whole file), its Markdown
/// body, and what was wrong with it. It is one block of bytes without pointers: what a worker sends back, what a cache
/// keeps and what the program works on are the same. Copies share it.
class ParsedFile {
 public:
  /// What a parser collects before it is packed.
  struct Parts {
    std::string text;  ///< normalised
    std::vector<YamlNode> yaml;
    std::vector<MarkdownNode> markdown;
    std::string strings;
    std::vector<Finding> findings;

    Slice store(std::string_view value);
  };

  ParsedFile() = default;
  static ParsedFile pack(const Parts& parts);
  /// Takes bytes from outside (a worker, a cache); nothing if any index or stretch points outside, so that every later
  /// access is safe whatever the bytes were.
  static std::optional<ParsedFile> adopt(std::string bytes);

  const std::string& bytes() const;
  std::span<const YamlNode> yaml() const;          ///< empty, or the root at index 0
  std::span<const MarkdownNode> markdown() const;  ///< empty, or the root at index 0
  std::string_view string(Slice slice) const;
  std::string_view strings() const;  ///< the pool that every Slice points into
  std::string_view text() const;
  std::vector<Finding> findings() const;

 private:
  std::shared_ptr<const std::string> bytes_;  ///< null where nothing was parsed
};

/// The text of a node's subtree as a reader would speak it: no markup, breaks as spaces, footnote references left out.
std::string plain_text(const ParsedFile& file, std::uint32_t node);
/// The same for nodes that aren't packed yet.
std::string plain_text(std::span<const MarkdownNode> nodes, std::string_view strings, std::uint32_t node);

}  // namespace kanon
