#include "read/packed_text.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace kanon {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

enum class Blanks { at_ends, everywhere };

constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";
constexpr std::string_view kParagraphSeparator = "\xE2\x80\xA9";

/// Blanks outside ASCII, as regular expressions of JSON Schema count them.
bool begins_with_wide_blank(std::string_view text) {
  for (const std::string_view blank :
       {"\xC2\xA0", "\xE1\x9A\x80", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80", "\xEF\xBB\xBF"}) {
    if (text.starts_with(blank)) return true;
  }
  if (!text.starts_with("\xE2\x80") || text.size() < 3) return false;
  const auto third = static_cast<unsigned char>(text[2]);
  return third >= 0x80 && third <= 0x8A;
}

std::string_view last_character(std::string_view text) {
  std::size_t last = text.empty() ? 0 : text.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
  return text.substr(last);
}

std::string packed(std::string_view text, Blanks blanks) {
  if (text.empty()) return "\\e";
  std::string out;
  // What is no blank to packed_text() but one to others is kept from the ends by nothing at all.
  if (begins_with_wide_blank(text)) out += "\\e";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_end = i == 0 || i + 1 == text.size();
    switch (text[i]) {
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case ' ':
        out += is_end || blanks == Blanks::everywhere ? "\\s" : " ";
        break;
      default:
        out += text[i];
        break;
    }
  }
  if (begins_with_wide_blank(last_character(text))) out += "\\e";
  out = replace_all(std::move(out), kLineSeparator, "\\l");
  return replace_all(std::move(out), kParagraphSeparator, "\\p");
}

}  // namespace

std::string packed_text(std::string_view text) { return packed(text, Blanks::at_ends); }
std::string packed_field(std::string_view text) { return packed(text, Blanks::everywhere); }

std::string unpacked_text(std::string_view packed) {
  std::string text;
  for (std::size_t i = 0; i < packed.size(); ++i) {
    if (packed[i] != '\\' || i + 1 == packed.size()) {
      text += packed[i];
      continue;
    }
    switch (packed[++i]) {
      case 'n':
        text += '\n';
        break;
      case 't':
        text += '\t';
        break;
      case 's':
        text += ' ';
        break;
      case 'l':
        text += kLineSeparator;
        break;
      case 'p':
        text += kParagraphSeparator;
        break;
      case 'e':
        break;
      default:
        text += packed[i];
        break;
    }
  }
  return text;
}

std::vector<std::string> unpacked_fields(std::string_view packed, std::size_t most) {
  std::vector<std::string> fields;
  while (fields.size() + 1 < most) {
    const std::size_t blank = packed.find(' ');
    if (blank == std::string_view::npos) break;
    fields.push_back(unpacked_text(packed.substr(0, blank)));
    packed.remove_prefix(blank + 1);
  }
  fields.push_back(unpacked_text(packed));
  return fields;
}

bool is_oscal_string(std::string_view text) {
  if (text.empty() || is_blank(text.front()) || is_blank(text.back())) return false;
  if (begins_with_wide_blank(text) || begins_with_wide_blank(last_character(text))) return false;
  return text.find_first_of("\n\r\t") == std::string_view::npos &&
         text.find(kLineSeparator) == std::string_view::npos &&
         text.find(kParagraphSeparator) == std::string_view::npos;
}

bool is_plain_prose(std::string_view text) {
  const auto lines = split(text, '\n');
  return std::ranges::all_of(lines, [](std::string_view line) { return !line.empty() && collapsed(line) == line; });
}

std::string collapsed(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : text) {
    if (is_blank(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += c;
  }
  return out;
}

}  // namespace kanon
