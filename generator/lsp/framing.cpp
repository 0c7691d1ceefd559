#include "lsp/framing.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"

namespace kanon::lsp {
namespace {

/// The number that a Content-Length header gives; nothing for another header. `wrong` where it is one, but no number.
std::optional<std::size_t> content_length(std::string_view line, bool& wrong) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || lower_ascii(trim(line.substr(0, colon))) != "content-length")
    return std::nullopt;
  const std::string_view digits = trim(line.substr(colon + 1));
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  wrong = error != std::errc{} || end != digits.data() + digits.size();
  return length;
}

}  // namespace

MessageStream::Line MessageStream::read_line(std::string& line) {
  line.clear();
  std::string byte;
  while (read_(byte, 1)) {
    if (byte[0] == '\n') {
      if (line.ends_with('\r')) line.pop_back();
      return line.empty() ? Line::empty : Line::text;
    }
    // Of a line that no client would write only the end is kept, so that the next header is still found.
    if (line.size() == longest_line) line.erase(0, longest_line / 2);
    line += byte[0];
  }
  return Line::end;
}

bool MessageStream::pass_over(std::size_t count) {
  std::string dropped;
  while (count > 0) {
    const std::size_t step = std::min<std::size_t>(count, 1U << 20U);
    if (!read_(dropped, step)) return false;
    count -= step;
  }
  return true;
}

Incoming MessageStream::next() {
  std::optional<std::size_t> length;
  bool wrong = false;
  bool said_something = false;
  std::string line;
  while (true) {
    const Line kind = read_line(line);
    if (kind == Line::end) return {};
    if (kind == Line::text) {
      said_something = true;
      if (const auto given = content_length(line, wrong)) length = given;
      continue;
    }
    if (!said_something) continue;  // blank lines between messages
    if (wrong || !length) return {Incoming::Kind::no_length, {}};
    break;
  }
  if (*length > largest_body) return {pass_over(*length) ? Incoming::Kind::too_large : Incoming::Kind::end, {}};
  Incoming incoming{Incoming::Kind::message, {}};
  if (!read_(incoming.body, *length)) return {};
  return incoming;
}

std::string framed(std::string_view body) { return fmt::format("Content-Length: {}\r\n\r\n{}", body.size(), body); }

}  // namespace kanon::lsp
