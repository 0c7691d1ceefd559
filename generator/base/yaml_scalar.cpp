#include "base/yaml_scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/text.h"

namespace kanon {
namespace {

/// Beyond this a line is folded: as wide as sources commonly are.
constexpr std::size_t kWidest = 110;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether what begins here is a letter of Latin-1 or Latin Extended-A or -B (U+00C0–U+024F), which all have two bytes.
bool is_latin_letter(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto last = static_cast<unsigned char>(text[at + 1]);
  if (last < 0x80 || last > 0xBF) return false;
  const bool times_or_divided = lead == 0xC3 && (last == 0x97 || last == 0xB7);
  return !times_or_divided && (lead == 0xC3 || (lead >= 0xC4 && lead <= 0xC8) || (lead == 0xC9 && last <= 0x8F));
}

/// Words that some YAML reader takes for something else than text.
bool is_special_word(std::string_view text) {
  constexpr std::array<std::string_view, 9> words{"true", "false", "yes", "no", "on", "off", "null", "y", "n"};
  return std::ranges::find(words, lower_ascii(text)) != words.end();
}

bool is_plain(std::string_view text) {
  if (text.empty() || text.ends_with(' ') || is_special_word(text)) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_ascii_letter(c)) continue;
    if (is_latin_letter(text, at)) {
      ++at;
      continue;
    }
    const bool inside = (c >= '0' && c <= '9') || std::string_view(" -_./()+;").find(c) != std::string_view::npos;
    if (at == 0 || !inside) return false;
  }
  return true;
}

/// A character (U+0080 or above, as UTF-8) that an editor may not show: C1, no-break space, separators, directions,
/// BOM.
std::optional<char32_t> invisible_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0); };
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0xA0) return byte(1);
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81) && byte(2) >= 0x80) {
    const char32_t point = 0x2000U + (byte(1) - 0x80U) * 0x40U + (byte(2) - 0x80U);
    if (point <= 0x200F || (point >= 0x2028 && point <= 0x202F) || (point >= 0x2060 && point <= 0x206F)) return point;
  }
  if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return char32_t{0xFEFF};
  return std::nullopt;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n' || c == '\t') {
      out += c == '\n' ? "\\n" : "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else if (const auto invisible = invisible_at(text, at)) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(*invisible));
      at += *invisible < 0x800 ? 1 : 2;
    } else {
      out += c;
    }
  }
  return out + '"';
}

/// Whether it holds a character that an editor may not show, or that only double quotes can say.
bool needs_escapes(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F || invisible_at(text, at)) return true;
  }
  return false;
}

/// Whether a text without line ends can stand unquoted after `key: `. Begins with a letter: so it is no number, no
/// date, no list, no quotation and no indicator.
bool is_plain_value(std::string_view text) {
  if (text.empty() || text.ends_with(' ') || text.ends_with(':') || is_special_word(text)) return false;
  if (!is_ascii_letter(text.front()) && !is_latin_letter(text, 0)) return false;
  return text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos;
}

/// The words of a text in lines of at most `width` code points. Breaks stand at single blanks alone, so that folding
/// the lines gives the text.
std::vector<std::string_view> folded(std::string_view text, std::size_t width) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0, last_break = 0, letters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) ++letters;
    const bool single =
        text[at] == ' ' && at > begin && text[at - 1] != ' ' && at + 1 < text.size() && text[at + 1] != ' ';
    if (letters > width && last_break > begin) {
      lines.push_back(text.substr(begin, last_break - begin));
      begin = last_break + 1;
      letters = code_points(text.substr(begin, at + 1 - begin));
    }
    if (single) last_break = at;
  }
  lines.push_back(text.substr(begin));
  return lines;
}

std::string block(std::string_view style, const std::vector<std::string_view>& lines, std::size_t indent) {
  std::string out(style);
  for (const std::string_view line : lines) {
    out += '\n';
    if (!line.empty()) out.append(indent, ' ').append(line);
  }
  return out;
}

/// Whether lines can stand as they are below a `|`: no blanks that editors strip, and the first one shows the indent.
bool stand_as_they_are(const std::vector<std::string_view>& lines) {
  return !lines.front().empty() && lines.front().front() != ' ' && !lines.back().empty() &&
         std::ranges::none_of(lines, [](std::string_view line) { return line.ends_with(' '); });
}

}  // namespace

std::string yaml_scalar(std::string_view text) { return is_plain(text) ? std::string(text) : quoted(text); }

std::string yaml_value(std::string_view text, std::size_t indent) {
  if (text.empty() || needs_escapes(text)) return quoted(text);
  if (text.find('\n') != std::string_view::npos) {
    const bool ends_line = text.ends_with('\n');
    const auto lines = split(text.substr(0, text.size() - (ends_line ? 1 : 0)), '\n');
    return stand_as_they_are(lines) ? block(ends_line ? "|" : "|-", lines, indent) : quoted(text);
  }
  if (code_points(text) + indent <= kWidest) return is_plain_value(text) ? std::string(text) : quoted(text);
  if (text.front() == ' ' || text.back() == ' ') return quoted(text);
  return block(">-", folded(text, kWidest - indent), indent);
}

}  // namespace kanon
