#include "exchange/markdown_text.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace kanon {
namespace {

/// The place of what is written: where a block could begin, more characters mean something.
enum class Place { within, block_start };

/// A line as Markdown shows it, character by character (CommonMark 0.31, 2.4).
std::string escaped_line(std::string_view line, Place place) {
  const std::string_view text = trim(line);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool begins_block =
        place == Place::block_start && at == 0 && std::string_view("+-=:").find(c) != std::string_view::npos;
    const bool numbers_item = place == Place::block_start && digits > 0 && at == digits && (c == '.' || c == ')');
    const bool marks_heading =
        c == '#' && (at == 0 || std::string_view(" #{").find(text[at - 1]) != std::string_view::npos);
    const bool sets_anchor = c == '{' && text.substr(at).starts_with("{#");
    const bool special = std::string_view("\\`*_[]<>&|~!$").find(c) != std::string_view::npos;
    if (begins_block || numbers_item || marks_heading || sets_anchor || special) out += '\\';
    out += c == '\t' ? ' ' : c;
  }
  return out;
}

}  // namespace

std::string markdown_line(std::string_view text, std::string_view between) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) {
    if (!trim(line).empty()) lines.push_back(escaped_line(line, Place::within));
  }
  return join(lines, between);
}

std::string markdown_paragraphs(std::string_view text) {
  std::string out;
  bool after_line = false;
  for (const std::string_view line : split(text, '\n')) {
    if (trim(line).empty()) {
      if (after_line) out += "\n";
      after_line = false;
      continue;
    }
    if (after_line) out.insert(out.size() - 1, "\\");
    out += escaped_line(line, Place::block_start) + "\n";
    after_line = true;
  }
  return out;
}

}  // namespace kanon
