#include "compare/pieces.h"

#include <algorithm>

#include "compare/edit_script.h"

namespace kanon {
namespace {

constexpr std::uint32_t meaning_of_break = 0;  // no word of a Vocabulary has it
constexpr std::size_t size_of_break = 1U << 20U;

/// Puts tokens together to pieces, as few as there can be.
class PieceWriter {
 public:
  void add(Piece piece) {
    const bool joins = !pieces_.empty() && piece.content == PieceContent::words && !piece.text.empty() &&
                       pieces_.back().content == PieceContent::words && !pieces_.back().text.empty() &&
                       pieces_.back().kind == piece.kind && pieces_.back().format == piece.format &&
                       pieces_.back().was_format == piece.was_format && pieces_.back().node == piece.node;
    if (joins)
      pieces_.back().text += piece.text;
    else
      pieces_.push_back(std::move(piece));
  }

  void add(const Prose& prose, const Token* token, PieceKind kind) {
    if (token == nullptr) return add({.kind = kind, .content = PieceContent::block_break, .text = {}});
    if (token->blank_before && token->content != PieceContent::words) blank(*token, kind);
    std::string text = token->blank_before && token->content == PieceContent::words ? " " : "";
    text += prose.text(*token);
    add({.kind = kind,
         .content = token->content,
         .text = std::move(text),
         .format = token->format,
         .node = token->node});
  }

  void add_same(const Prose& before, const Token* was, const Prose& after, const Token* is) {
    if (was == nullptr || is == nullptr) return add(after, is, PieceKind::same);
    const bool differs = was->format != is->format || was->content == PieceContent::footnote;
    if (was->blank_before == is->blank_before && !differs) return add(after, is, PieceKind::same);
    if (was->blank_before == is->blank_before && was->blank_before && was->format == is->format) {
      blank(*is, PieceKind::same);
    } else {
      if (was->blank_before) blank(*was, is->blank_before ? PieceKind::same : PieceKind::deleted, *is);
      if (!was->blank_before && is->blank_before) blank(*is, PieceKind::inserted);
    }
    Piece piece{.content = is->content, .text = std::string(after.text(*is)), .format = is->format, .node = is->node};
    if (was->format != is->format) {
      piece.kind = PieceKind::reformatted;
      piece.was_format = was->format;
    }
    if (was->content == PieceContent::footnote && before.text(*was) != after.text(*is)) {
      piece.kind = PieceKind::reformatted;
      piece.was_format = was->format;
      piece.was_text = std::string(before.text(*was));
    }
    add(std::move(piece));
  }

  std::vector<Piece> take() { return std::move(pieces_); }

 private:
  void blank(const Token& before_token, PieceKind kind) {
    const bool in_link = before_token.content == PieceContent::words;
    add({.kind = kind,
         .text = " ",
         .format = in_link ? before_token.format : 0,
         .node = in_link ? before_token.node : 0});
  }
  /// A blank that both sides have before a token: of which the format may have changed with the token's.
  void blank(const Token& was, PieceKind kind, const Token& is) {
    if (kind != PieceKind::same) return blank(was, kind);
    if (was.format == is.format || was.content != PieceContent::words) return blank(is, kind);
    add({.kind = PieceKind::reformatted, .text = " ", .format = is.format, .was_format = was.format, .node = is.node});
  }

  std::vector<Piece> pieces_;
};

std::vector<std::uint32_t> meanings(const TokenRun& run) {
  std::vector<std::uint32_t> values;
  values.reserve(run.size());
  for (const Token* token : run) values.push_back(token == nullptr ? meaning_of_break : token->meaning);
  return values;
}

std::size_t size_of(const TokenRun& run, std::uint32_t begin, std::uint32_t end) {
  std::size_t size = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    const bool is_break =
        run[i] == nullptr || run[i]->content == PieceContent::line_break || run[i]->content == PieceContent::code_line;
    size += is_break ? size_of_break : run[i]->text.size + (run[i]->blank_before ? 1 : 0);
  }
  return size;
}

}  // namespace

TokenRun tokens_of(const Prose& prose, std::span<const std::uint32_t> blocks) {
  TokenRun run;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i > 0) run.push_back(nullptr);
    const Block& block = prose.block(blocks[i]);
    for (std::uint32_t at = block.first_token; at < block.end_token; ++at) run.push_back(&prose.tokens()[at]);
  }
  return run;
}

bool say_the_same(const TokenRun& before, const TokenRun& after) {
  return std::ranges::equal(before, after, [](const Token* a, const Token* b) {
    return a == nullptr || b == nullptr ? a == b : a->meaning == b->meaning;
  });
}

std::vector<Piece> pieces_of(const Prose& prose, const TokenRun& run, PieceKind kind) {
  PieceWriter writer;
  for (const Token* token : run) writer.add(prose, token, kind);
  return writer.take();
}

std::vector<Piece> pieces_of(const Prose& before, const TokenRun& old_run, const Prose& after,
                             const TokenRun& new_run) {
  PieceWriter writer;
  const auto add_same = [&](std::uint32_t old_at, std::uint32_t new_at) {
    writer.add_same(before, old_run[old_at], after, new_run[new_at]);
  };
  if (say_the_same(old_run, new_run)) {
    for (std::uint32_t i = 0; i < new_run.size(); ++i) add_same(i, i);
    return writer.take();
  }
  std::vector<Edit> script = edit_script(meanings(old_run), meanings(new_run));
  merge_small_islands(
      script, [&](std::uint32_t begin, std::uint32_t end) { return size_of(old_run, begin, end); },
      [&](std::uint32_t begin, std::uint32_t end) { return size_of(new_run, begin, end); });
  for (const Edit& edit : script) {
    if (edit.same) {
      for (std::uint32_t i = 0; i < edit.after_end - edit.after; ++i) add_same(edit.before + i, edit.after + i);
      continue;
    }
    for (std::uint32_t i = edit.before; i < edit.before_end; ++i) writer.add(before, old_run[i], PieceKind::deleted);
    for (std::uint32_t i = edit.after; i < edit.after_end; ++i) writer.add(after, new_run[i], PieceKind::inserted);
  }
  return writer.take();
}

bool is_change(const Piece& piece) {
  if (piece.kind == PieceKind::same) return false;
  return piece.kind != PieceKind::reformatted || piece.format != piece.was_format;
}

}  // namespace kanon
