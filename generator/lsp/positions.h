#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/position.h"
#include "lsp/json_rpc.h"

namespace kanon::lsp {

/// What a position's `character` counts.
enum class Encoding { utf8, utf16 };

struct Position {
  std::uint32_t line = 0;  ///< from 0
  std::uint32_t character = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

/// The lines of a text as the protocol counts them: ended by LF, CRLF or CR. Positions beyond a line or the text mean
/// its end; one within a character means its beginning.
class TextLines {
 public:
  TextLines(std::string_view text, Encoding encoding);

  std::uint32_t offset(Position position) const;
  Position position(std::uint32_t offset) const;
  Json range(Range range) const;

 private:
  std::string_view text_;
  Encoding encoding_;
  std::vector<std::uint32_t> starts_;
};

Json to_json(Position position);
/// The position there; nothing where it is none.
std::optional<Position> position_at(const Json& object, std::initializer_list<std::string_view> path);

}  // namespace kanon::lsp
