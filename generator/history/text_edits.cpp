#include "history/text_edits.h"

#include "base/text.h"

namespace kanon {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// How many bytes one character of the normalised text takes up in the file.
std::size_t width_at(std::string_view bytes, std::size_t at) { return bytes.substr(at, 2) == "\r\n" ? 2 : 1; }

std::string_view first_line_break(std::string_view bytes) {
  const auto at = bytes.find_first_of("\r\n");
  return at == std::string_view::npos ? "\n" : bytes.substr(at, width_at(bytes, at));
}

}  // namespace

std::string edited(std::string_view bytes, const std::vector<TextEdit>& edits) {
  std::string out;
  std::size_t at = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  out += bytes.substr(0, at);
  std::string_view line_break = first_line_break(bytes);
  std::uint32_t place = 0;  // in the normalised text
  const auto pass = [&](std::uint32_t end) {
    const std::size_t begin = at;
    for (; place < end && at < bytes.size(); ++place) {
      const std::string_view next = bytes.substr(at, width_at(bytes, at));
      if (next.front() == '\r' || next.front() == '\n') line_break = next;
      at += next.size();
    }
    return bytes.substr(begin, at - begin);
  };
  for (const TextEdit& edit : edits) {
    out += pass(edit.range.begin);
    out += replace_all(edit.text, "\n", line_break);
    pass(edit.range.end);
  }
  return out += bytes.substr(at);
}

}  // namespace kanon
