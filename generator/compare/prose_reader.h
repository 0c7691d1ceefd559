#pragma once

#include <span>

#include "compare/prose.h"

namespace kanon {

/// Reads a body into blocks and tokens, without recursion.
class ProseReader {
 public:
  ProseReader(const ParsedFile& file, Vocabulary& vocabulary, Prose& prose);
  void read();
  /// One paragraph of plain text, whatever the file is.
  void read_plain(std::string_view text);

 private:
  /// A container that is open.
  struct OpenBlock {
    std::uint32_t end = 0;  ///< the first node behind it
    std::uint32_t block = 0;
  };
  /// Words of one format in the running text that is being collected.
  struct Stretch {
    std::size_t begin = 0;
    std::uint32_t format = 0;
    std::uint32_t node = 0;
  };
  /// A format that ends at a node.
  struct OpenFormat {
    std::uint32_t end = 0;
    Format format;
    std::uint32_t node = 0;
  };

  const MarkdownNode& node(std::uint32_t index) const { return nodes_[index]; }
  std::string_view text(std::uint32_t index) const { return file_.string(nodes_[index].text); }
  std::string_view extra(std::uint32_t index) const { return file_.string(nodes_[index].extra); }

  bool is_leaf(std::uint32_t index) const;
  bool is_inline(std::uint32_t index) const;
  Form form_of(std::uint32_t index) const;
  std::uint32_t begin_block(std::uint32_t index, Form form);
  void end_block(std::uint32_t block);
  void close_before(std::uint32_t index);
  void read_leaf(std::uint32_t index);
  std::uint32_t read_loose_words(std::uint32_t index, std::uint32_t end);
  void read_lines(std::string_view text);
  void read_words(std::uint32_t begin, std::uint32_t end);
  std::uint32_t read_inline(std::uint32_t index);
  void push_format(std::uint32_t index);
  void add_text(std::string_view text);
  void flush_text();
  void add_parts(std::size_t begin, std::size_t end, TextPart::Kind kind);
  void add_token(PieceContent content, std::string_view text, std::string_view meaning, const Format& format,
                 std::uint32_t node);

  const ParsedFile& file_;
  Vocabulary& vocabulary_;
  Prose& prose_;
  std::span<const MarkdownNode> nodes_;
  WordBreaks breaks_;
  std::vector<OpenBlock> open_;
  std::vector<OpenFormat> formats_;
  std::string line_;
  std::vector<Stretch> stretches_;
  bool blank_before_ = false;
  bool begun_ = false;  ///< whether the block has a token: no blank stands before its first
};

}  // namespace kanon
