#include "emit/pdf/to_unicode.h"

#include <fmt/format.h>

#include <optional>

namespace kanon {
namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string from_hex(std::string_view digits) {
  std::string bytes;
  int high = -1;
  for (const char c : digits) {
    const int value = digit(c);
    if (value < 0) continue;
    if (high < 0) {
      high = value;
      continue;
    }
    bytes += static_cast<char>(high * 16 + value);
    high = -1;
  }
  if (high >= 0) bytes += static_cast<char>(high * 16);
  return bytes;
}

std::string to_hex(std::string_view bytes) {
  std::string digits;
  for (const unsigned char byte : bytes) digits += fmt::format("{:02X}", byte);
  return digits;
}

/// The code after this one.
std::string following(std::string code) {
  for (std::size_t i = code.size(); i > 0; --i) {
    code[i - 1] = static_cast<char>(static_cast<unsigned char>(code[i - 1]) + 1);
    if (code[i - 1] != 0) break;
  }
  return code;
}

/// Walks through a map: `<code> <text>` between beginbfchar and endbfchar, `<low> <high> <text>` or
/// `<low> <high> [<text> …]` between beginbfrange and endbfrange.
class Walk {
 public:
  explicit Walk(std::string_view map) : map_(map) {}

  /// Calls `text(code, bytes)` for each text and puts what it gives in its place.
  template <class Text>
  std::string through(Text text) {
    std::string out;
    for (std::size_t at = 0; at < map_.size();) {
      const char c = map_[at];
      if (c == 'b' || c == 'e') notice_section(map_.substr(at));
      if (c == '[') in_list_ = true;
      if (c == ']') end_list();
      const bool is_string = c == '<' && section_ != Section::none && map_.substr(at, 2) != "<<";
      const std::size_t close = is_string ? map_.find('>', at) : std::string_view::npos;
      if (close == std::string_view::npos) {
        out += c;
        ++at;
        continue;
      }
      const std::string bytes = from_hex(map_.substr(at + 1, close - at - 1));
      const auto code = code_of(bytes);
      out += '<' + to_hex(code ? text(*code, bytes) : bytes) + '>';
      at = close + 1;
    }
    return out;
  }

 private:
  enum class Section { none, characters, ranges };

  void notice_section(std::string_view rest) {
    if (rest.starts_with("beginbfchar")) section_ = Section::characters;
    if (rest.starts_with("beginbfrange")) section_ = Section::ranges;
    if (rest.starts_with("endbf")) section_ = Section::none;
    if (rest.starts_with("beginbf") || rest.starts_with("endbf")) position_ = 0;
  }
  void end_list() {
    in_list_ = false;
    position_ = 0;
  }
  /// The code that a string is the text of; nothing where it is a code itself.
  std::optional<std::string> code_of(const std::string& bytes) {
    if (position_ == 0) code_ = bytes;
    const std::size_t text_position = section_ == Section::characters ? 1 : 2;
    if (position_ < text_position) {
      ++position_;
      return std::nullopt;
    }
    std::string code = code_;
    code_ = following(code_);
    if (!in_list_) position_ = 0;
    return code;
  }

  std::string_view map_;
  Section section_ = Section::none;
  bool in_list_ = false;
  std::size_t position_ = 0;
  std::string code_;
};

}  // namespace

Letters read_to_unicode(std::string_view map) {
  Letters letters;
  Walk(map).through([&](const std::string& code, const std::string& text) {
    letters.emplace(code, text);
    return text;
  });
  return letters;
}

std::string changed_to_unicode(std::string_view map, const std::function<std::string(const std::string&)>& change) {
  return Walk(map).through([&](const std::string&, const std::string& text) { return change(text); });
}

}  // namespace kanon
