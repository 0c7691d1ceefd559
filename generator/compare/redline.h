#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/parsed_file.h"

namespace kanon {

// A redline: one text as it was and as it is, told once. It holds all that a reader is shown, so that whoever has it
// needs neither of the two files: what was inserted, what was deleted, and what stands in both.

/// How words look and where they lead, all of it together: emphasis in a link is one format.
struct Format {
  bool emphasis = false;
  bool strong = false;
  bool strikethrough = false;
  bool code = false;
  std::string link{};        ///< where it leads; empty for no link
  std::string link_title{};  ///<
  std::string elements{};    ///< raw HTML around the words, outermost first: `<sub>`, `<abbr title="…">`
  friend auto operator<=>(const Format&, const Format&) = default;
};

/// What a piece of running text is.
enum class PieceContent : std::uint8_t {
  words,        ///< words, punctuation and the blanks before them
  line_break,   ///< within a paragraph
  block_break,  ///< where one paragraph became two, or two became one
  image,        ///< text: its alternative text; format.link: its address
  footnote,     ///< text: the note's label
  code_line     ///< a line of a code block, with its line feed
};

enum class PieceKind : std::uint8_t {
  same,        ///<
  inserted,    ///<
  deleted,     ///<
  reformatted  ///< the same words in another format, or the same footnote under another label
};

struct Piece {
  PieceKind kind = PieceKind::same;
  PieceContent content = PieceContent::words;
  std::string text{};
  std::uint32_t format = 0;               ///< in Redline::formats: as it is; of deleted words as it was
  std::uint32_t was_format = 0;           ///< of what is reformatted
  std::optional<std::string> was_text{};  ///< of a footnote whose label changed
  std::uint32_t node = 0;  ///< the link, image or reference in its own file's Markdown; 0 for words alone
};

/// What a block is, its words and children apart. Blocks that say the same in other Markdown have equal forms: neither
/// an automatic anchor nor loose lists nor the alignment of cells is part of it.
struct Form {
  MarkdownKind kind = MarkdownKind::paragraph;
  std::uint8_t level = 0;    ///< of headings and admonitions
  std::uint16_t flags = 0;   ///< ordered, task, checked, header
  std::uint32_t number = 0;  ///< where an ordered list starts
  std::string label{};    ///< a heading's own anchor, an admonition's title, code's language, an embed's name, a tag, a
                          ///< footnote's label
  std::string content{};  ///< an embed's parameters in the order of their names; a tag's attributes
  friend bool operator==(const Form&, const Form&) = default;

  bool has(MarkdownFlag flag) const { return (flags & flag) != 0; }
};

/// What became of a block.
enum class Fate : std::uint8_t {
  same,        ///<
  changed,     ///< in both, with other words, form or children
  inserted,    ///<
  deleted,     ///<
  moved_away,  ///< deleted here, because it stands elsewhere now: that of the same `move`
  moved_here   ///< stood elsewhere, and may have changed on the way
};

/// What else is known of a changed block.
enum PassageNote : std::uint8_t {
  note_renumbered = 1,      ///< a heading or list: its number alone changed
  note_split = 2,           ///< was one paragraph: the breaks are inserted ones
  note_merged = 4,          ///< was several paragraphs: the breaks are deleted ones
  note_cut_section = 8,     ///< an inserted heading over text that stood below another before
  note_joined_section = 16  ///< a deleted heading (or one moved away) whose text stands below another now
};

/// One block of a redline, with the blocks in it.
struct Passage {
  Fate fate = Fate::same;
  std::uint8_t notes = 0;
  std::uint32_t move = 0;           ///< of what moved: which move, from 1; blocks that moved together have the same
  std::uint32_t before_node = 0;    ///< in the old file's Markdown; 0 where it wasn't there
  std::uint32_t after_node = 0;     ///< in the new file's Markdown; 0 where it isn't there any more
  Form form{};                      ///< as it is; of what was deleted as it was
  std::optional<Form> was{};        ///< where that is another
  std::vector<Piece> pieces{};      ///< of paragraphs, headings, cells and code
  std::vector<Passage> children{};  ///< of containers

  bool has(PassageNote note) const { return (notes & note) != 0; }
};

struct Redline {
  std::vector<Format> formats;    ///< the first is plain
  std::vector<Passage> passages;  ///< those of the body itself; footnotes last
};

/// Whether nothing changed that a reader could see.
bool is_unchanged(const Redline& redline);

/// The redline of two Markdown bodies. Takes time in proportion to their size, whatever they hold.
Redline compare_bodies(const ParsedFile& before, const ParsedFile& after);

}  // namespace kanon
