#include "read/yaml_simple.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace kanon {
namespace {

constexpr int kDeepest = 12;
constexpr std::uint32_t kLongestKey = 100;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// Part of a character outside ASCII, but for those that YAML has its own opinion of: U+0085, U+00A0, U+2028, U+FEFF
/// and their neighbours.
bool is_foreign_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF;
}
bool is_null_word(std::string_view text) { return text == "null" || text == "Null" || text == "NULL"; }

/// Reads by lines; every function answers whether it understood, and stands behind what it read.
class SimpleYaml {
 public:
  SimpleYaml(ParsedFile::Parts& parts, const YamlSource& source)
      : parts_(parts), source_(source), at_(source.begin()) {}

  std::optional<std::vector<YamlNode>> read() {
    if (!next_line() || ended_ || indent_ != 0 || !block(0, 0) || !ended_) return std::nullopt;
    return std::move(nodes_);
  }

 private:
  char here() const { return source_.at(at_); }
  bool is_line_end() const { return at_ >= source_.end() || here() == '\n'; }
  void skip_spaces() {
    while (here() == ' ') ++at_;
  }

  /// Goes to the first word of the next line that has any.
  bool next_line() {
    while (true) {
      const std::uint32_t begin = at_;
      skip_spaces();
      if (at_ >= source_.end()) {
        ended_ = true;
        return true;
      }
      if (here() != '\n') {
        indent_ = at_ - begin;
        return here() != '\t' && here() != '#';
      }
      ++at_;
    }
  }

  /// From the end of a value to the next line, which may not be its continuation.
  bool end_line(std::uint32_t indent) {
    skip_spaces();
    if (!is_line_end()) return false;
    if (at_ < source_.end()) ++at_;
    return next_line() && (ended_ || indent_ <= indent);
  }

  bool is_entry() const { return here() == '-' && source_.at(at_ + 1) == ' '; }

  /// The end of a key; nothing where there is none.
  std::optional<std::uint32_t> end_of_key() const {
    if (!is_letter(here())) return std::nullopt;
    std::uint32_t end = at_;
    while (is_letter(source_.at(end)) || is_digit(source_.at(end)) || source_.at(end) == '-') ++end;
    const bool is_key = source_.at(end) == ':' && (source_.is_gap(end + 1)) && end - at_ <= kLongestKey;
    return is_key ? std::optional(end) : std::nullopt;
  }

  std::size_t open(YamlKind kind) {
    YamlNode node;
    node.kind = kind;
    node.range = {at_, at_};
    nodes_.push_back(node);
    return nodes_.size() - 1;
  }

  bool close(std::size_t node) {
    nodes_[node].next = static_cast<std::uint32_t>(nodes_.size());
    nodes_[node].range.end = read_to_;
    return true;
  }

  bool add_scalar(Range range, Range text, std::uint8_t quoted) {
    YamlNode node;
    node.kind = YamlKind::scalar;
    node.quoted = quoted;
    node.range = range;
    node.text = parts_.store(source_.part(text));
    node.next = static_cast<std::uint32_t>(nodes_.size()) + 1;
    nodes_.push_back(node);
    read_to_ = range.end;
    at_ = range.end;
    return true;
  }

  bool add_key(std::uint32_t end) {
    const std::string_view key = source_.part({at_, end});
    if (is_null_word(key)) return false;
    add_scalar({at_, end}, {at_, end}, 0);
    ++at_;
    return true;
  }

  bool block(std::uint32_t indent, int depth) {
    if (depth > kDeepest) return false;
    return is_entry() ? sequence(indent, depth) : mapping(indent, depth);
  }

  bool mapping(std::uint32_t indent, int depth) {
    const std::size_t node = open(YamlKind::mapping);
    while (!ended_ && indent_ == indent) {
      const auto end = end_of_key();
      if (!end || !add_key(*end)) return false;
      skip_spaces();
      if (!is_line_end()) {
        if (!value(depth) || !end_line(indent)) return false;
        continue;
      }
      if (at_ < source_.end()) ++at_;
      if (!next_line() || ended_) return false;
      const bool is_nested = indent_ > indent || (indent_ == indent && is_entry());
      if (!is_nested || !block(indent_, depth + 1)) return false;
      if (!ended_ && indent_ > indent) return false;
    }
    return close(node);
  }

  bool sequence(std::uint32_t indent, int depth) {
    const std::size_t node = open(YamlKind::sequence);
    while (!ended_ && indent_ == indent && is_entry()) {
      const std::uint32_t dash = at_++;
      skip_spaces();
      if (is_line_end() || is_entry()) return false;
      if (end_of_key()) {
        indent_ += at_ - dash;
        if (depth == kDeepest || !mapping(indent_, depth + 1)) return false;
        if (!ended_ && indent_ > indent) return false;
      } else if (!value(depth) || !end_line(indent)) {
        return false;
      }
    }
    return close(node);
  }

  bool value(int depth) {
    switch (here()) {
      case '"':
      case '\'':
        return quoted();
      case '[':
      case '{':
        return flow(depth + 1);
      default:
        return plain();
    }
  }

  bool quoted() {
    const char quote = here();
    std::uint32_t end = at_ + 1;
    for (; source_.at(end) != quote; ++end) {
      const char c = source_.at(end);
      if (end >= source_.end() || c == '\n' || c == '\\') return false;
    }
    if (source_.at(end + 1) == quote) return false;  // '' is a quote within
    return add_scalar({at_, end + 1}, {at_ + 1, end}, 1);
  }

  bool begins_plain() const {
    return is_letter(here()) || is_digit(here()) || here() == '(' || here() == '/' || is_foreign_letter(here());
  }

  /// An unquoted value to the end of its line.
  bool plain() {
    if (!begins_plain()) return false;
    std::uint32_t end = at_;
    for (std::uint32_t i = at_; i < source_.end() && source_.at(i) != '\n'; ++i) {
      const char c = source_.at(i);
      if (c == '\t' || (c == ':' && source_.is_gap(i + 1)) || (c == '#' && source_.at(i - 1) == ' ')) return false;
      if (static_cast<unsigned char>(c) >= 0x80 && !is_foreign_letter(c)) return false;
      if (c != ' ') end = i + 1;
    }
    return add_plain(end);
  }

  bool add_plain(std::uint32_t end) {
    if (is_null_word(source_.part({at_, end}))) return false;
    return add_scalar({at_, end}, {at_, end}, 0);
  }

  bool flow(int depth) {
    if (depth > kDeepest) return false;
    const bool is_mapping = here() == '{';
    const char closing = is_mapping ? '}' : ']';
    const std::size_t node = open(is_mapping ? YamlKind::mapping : YamlKind::sequence);
    ++at_;
    skip_spaces();
    for (bool first = true; here() != closing; first = false) {
      if (!first) {
        if (here() != ',') return false;
        ++at_;
        skip_spaces();
      }
      if (is_mapping) {
        const auto end = end_of_key();
        if (!end || !add_key(*end)) return false;
        skip_spaces();
      }
      if (!flow_value(depth)) return false;
      skip_spaces();
    }
    read_to_ = ++at_;
    return close(node);
  }

  bool flow_value(int depth) {
    if (here() == '"' || here() == '\'') return quoted();
    if (here() == '[' || here() == '{') return flow(depth + 1);
    if (!begins_plain()) return false;
    std::uint32_t end = at_;
    for (std::uint32_t i = at_;; ++i) {
      const char c = source_.at(i);
      if (c == ',' || c == ']' || c == '}') break;
      const bool usual = is_letter(c) || is_digit(c) || is_foreign_letter(c) ||
                         std::string_view(" -./()+%=").find(c) != std::string_view::npos;
      if (i >= source_.end() || !usual) return false;
      if (c != ' ') end = i + 1;
    }
    return add_plain(end);
  }

  ParsedFile::Parts& parts_;
  const YamlSource& source_;
  std::uint32_t at_;
  std::uint32_t indent_ = 0;   ///< of the line at hand; of a mapping in a list, where its first key stands
  std::uint32_t read_to_ = 0;  ///< the end of the last value
  bool ended_ = false;
  std::vector<YamlNode> nodes_;
};

}  // namespace

std::optional<std::vector<YamlNode>> read_simple_yaml(ParsedFile::Parts& parts, const YamlSource& source) {
  const std::size_t strings = parts.strings.size();
  auto nodes = SimpleYaml(parts, source).read();
  if (!nodes) parts.strings.resize(strings);
  return nodes;
}

}  // namespace kanon
