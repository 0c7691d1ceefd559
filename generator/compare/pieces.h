#pragma once

#include <span>
#include <vector>

#include "compare/prose.h"

namespace kanon {

/// The tokens of one or several blocks; a null one is where one block ends and the next begins.
using TokenRun = std::vector<const Token*>;

TokenRun tokens_of(const Prose& prose, std::span<const std::uint32_t> blocks);

/// Whether two runs say the same, however it looks.
bool say_the_same(const TokenRun& before, const TokenRun& after);

/// A run that is on one side alone.
std::vector<Piece> pieces_of(const Prose& prose, const TokenRun& run, PieceKind kind);
/// Two runs as one.
std::vector<Piece> pieces_of(const Prose& before, const TokenRun& old_run, const Prose& after, const TokenRun& new_run);

/// Whether a piece is something that a reader would call a change. A footnote with another label is none.
bool is_change(const Piece& piece);

}  // namespace kanon
