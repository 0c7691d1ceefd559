#include "exchange/oscal_markdown.h"

#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "read/oscal.h"
#include "read/packed_text.h"

namespace kanon {
namespace {

constexpr std::string_view kMarkup = "\\`*_[]{}<>&#|~";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_punctuation(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F && !is_digit(c) && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/// How many characters at the front are the digits of `12.` or `12)`; 0 where there is no such number.
std::size_t digits_of_number(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  const bool is_number = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  return is_number ? digits : 0;
}

void append_escaped(std::string_view line, std::string& out) {
  const std::size_t number = digits_of_number(line);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool begins_block = (i == 0 && (line[i] == '-' || line[i] == '+')) || (number > 0 && i == number);
    if (begins_block || kMarkup.find(line[i]) != std::string_view::npos) out += '\\';
    out += line[i];
  }
}

bool begins_block(std::string_view line) {
  const bool is_item = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
  return is_item || line.starts_with('#') || line.starts_with('|') || line.starts_with('>') ||
         digits_of_number(line) > 0;
}

bool is_table_rule(std::string_view line) {
  return line.starts_with('|') && line.find_first_not_of("|-: ") == std::string_view::npos;
}

/// The numbers of a list, which Markdown counts by itself: `1.` before every item means 1, 2, 3.
class ListNumbers {
 public:
  /// The line with the number that it has in its list; what is no item ends the list.
  std::string counted(std::string_view line) {
    const std::size_t digits = digits_of_number(line);
    if (digits == 0 || digits > 6) {
      last_ = 0;
      return std::string(line);
    }
    const unsigned long written = std::stoul(std::string(line.substr(0, digits)));
    last_ = last_ > 0 ? last_ + 1 : written;
    return std::to_string(last_) + std::string(line.substr(digits));
  }

 private:
  unsigned long last_ = 0;
};

/// What stands before the words of a line is dropped, but for the mark of a list item.
std::string_view without_block_marks(std::string_view line) {
  while (line.starts_with('#') || line.starts_with('>')) line.remove_prefix(1);
  if (line.starts_with('|')) {
    line.remove_prefix(1);
    if (line.ends_with('|')) line.remove_suffix(1);
  }
  return trim(line);
}

/// Drops the markup within a line, in one pass.
class Inlines {
 public:
  explicit Inlines(std::string_view text) : text_(text) {}

  std::string words() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    const std::string_view rest = text_.substr(at_);
    const char c = rest.front();
    if (c == '\\' && rest.size() > 1 && is_punctuation(rest[1])) {
      out_ += rest[1];
      at_ += 2;
    } else if (rest.starts_with("{{") && insert(rest)) {
      return;
    } else if (c == '&' && reference(rest)) {
      return;
    } else if (c == '[' || rest.starts_with("![")) {
      if (open_.size() == kMostOpen) open_.erase(open_.begin());
      open_.push_back({out_.size(), c == '[' ? 1U : 2U});
      out_ += rest.substr(0, open_.back().size);
      at_ += open_.back().size;
    } else if (c == ']' && !open_.empty()) {
      close_bracket(rest);
    } else if (c == '*' || c == '`') {
      ++at_;
    } else {
      out_ += c;
      ++at_;
    }
  }

  bool insert(std::string_view rest) {
    constexpr std::size_t longest = 200;
    const std::size_t end = rest.substr(0, longest).find("}}");
    if (end == std::string_view::npos) return false;
    std::string_view id = trim(rest.substr(2, end - 2));
    const std::size_t comma = id.find(',');
    if (id.starts_with("insert:") && comma != std::string_view::npos) id = trim(id.substr(comma + 1));
    out_ += kInsertBegin;
    out_ += id;
    out_ += kInsertEnd;
    at_ += end + 2;
    return true;
  }

  bool reference(std::string_view rest) {
    constexpr std::array<std::pair<std::string_view, char>, 5> known{
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}}};
    for (const auto& [name, character] : known) {
      if (!rest.starts_with(name)) continue;
      out_ += character;
      at_ += name.size();
      return true;
    }
    return false;
  }

  /// Brackets are those of a link where its destination follows; else they are the writer's own.
  void close_bracket(std::string_view rest) {
    constexpr std::size_t longest = 2'000;
    const Bracket bracket = open_.back();
    open_.pop_back();
    const std::string_view after = rest.substr(1, longest);
    const std::size_t end = after.starts_with('(') ? after.find(')') : std::string_view::npos;
    if (end == std::string_view::npos) {
      out_ += ']';
      ++at_;
      return;
    }
    out_.erase(bracket.at, bracket.size);
    at_ += end + 2;
  }

  struct Bracket {
    std::size_t at;  ///< in what was written so far
    std::size_t size;
  };
  /// Links stand in each other as pictures in links do, never deeper.
  static constexpr std::size_t kMostOpen = 8;

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Bracket> open_;
  std::string out_;
};

}  // namespace

std::string oscal_markdown(std::string_view prose) {
  std::string markdown;
  if (prose.empty()) return markdown;
  for (const std::string_view line : split(prose, '\n')) {
    if (!markdown.empty()) markdown += "\n\n";
    append_escaped(line, markdown);
  }
  return markdown;
}

std::string words_of_oscal_markdown(std::string_view markdown) {
  std::string words;
  std::string line;
  ListNumbers numbers;
  const auto end_line = [&] {
    std::string read = collapsed(Inlines(line).words());
    line.clear();
    if (read.empty()) return;
    if (!words.empty()) words += '\n';
    words += read;
  };
  for (const std::string_view written : split(markdown, '\n')) {
    const std::string_view text = trim(written);
    if (text.empty() || begins_block(text)) end_line();
    if (text.empty() || is_table_rule(text)) continue;
    if (line.empty()) {
      line = numbers.counted(begins_block(text) ? without_block_marks(text) : text);
    } else {
      line.append(" ").append(text);
    }
  }
  end_line();
  return words;
}

}  // namespace kanon
