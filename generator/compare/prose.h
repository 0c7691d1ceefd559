#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compare/redline.h"
#include "compare/vocabulary.h"
#include "compare/word_breaks.h"

namespace kanon {

/// A word or mark of running text, or what stands among them.
struct Token {
  PieceContent content = PieceContent::words;
  bool is_word = false;       ///< not a mark of punctuation
  bool blank_before = false;  ///<
  std::uint32_t meaning = 0;  ///< of the Vocabulary: equal tokens say the same, however they look
  std::uint32_t format = 0;   ///< of the Vocabulary
  std::uint32_t node = 0;     ///< as Piece::node
  Slice text{};               ///< of Prose::text
};

/// One block of a body; they stand in preorder, each before its children.
struct Block {
  Form form;
  std::uint32_t node = 0;  ///< in the file's Markdown
  std::uint32_t next = 0;  ///< the first block after this one's children
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;            ///< of its own tokens, where it is a leaf, else of none
  std::uint64_t hash = 0;                 ///< equal for blocks that say the same in the same form, children included
  std::uint32_t words = 0;                ///< how many, those of its children included
  std::uint32_t note = 0;                 ///< of a footnote's definition: equal for the same note of two bodies
  std::vector<std::uint32_t> shingles{};  ///< sorted: of its words and pairs of words; at most `most_shingles` of many
};

inline constexpr std::size_t most_shingles = 256;

/// A Markdown body as what it says: blocks and words, without the Markdown that was used to say it. White space counts
/// as one blank, none at the ends.
class Prose {
 public:
  Prose(const ParsedFile& file, Vocabulary& vocabulary);
  /// One paragraph of plain text.
  Prose(std::string_view text, Vocabulary& vocabulary);

  const std::vector<Block>& blocks() const { return blocks_; }  ///< the root first; none for an empty body
  const Block& block(std::uint32_t index) const { return blocks_[index]; }
  const std::vector<Token>& tokens() const { return tokens_; }
  std::string_view text(const Token& token) const {
    return std::string_view(pool_).substr(token.text.begin, token.text.size);
  }
  std::vector<std::uint32_t> children_of(std::uint32_t block) const;
  /// The definitions of footnotes: the last of the root's children.
  std::vector<std::uint32_t> notes() const;

  /// Says which footnotes of two bodies are the same note, so that references to them are the same token, then
  /// computes what blocks are compared by. Must be called once, before anything is compared.
  static void pair_footnotes(Prose& before, Prose& after, Vocabulary& vocabulary);

 private:
  friend class ProseReader;
  void measure();
  void measure(std::uint32_t block);
  void name_references();

  std::vector<Block> blocks_;
  std::vector<Token> tokens_;
  std::string pool_;
};

}  // namespace kanon
