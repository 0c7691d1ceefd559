#include "check/scalar_place.h"

#include <charconv>
#include <optional>
#include <string>

#include "base/text.h"

namespace kanon {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Walks through a scalar's source and its value together. Line ends fold and indentation goes, so blanks of either
/// count for nothing; all else stands in the source as it is, or escaped in quotes.
class ScalarWalk {
 public:
  ScalarWalk(std::string_view source, std::string_view value) : source_(source), value_(value) {
    const char first = source.empty() ? '\0' : source.front();
    if (first == '"' || first == '\'') {
      quote_ = first;
      source_.remove_suffix(source_.size() > 1 && source_.back() == first ? 1 : 0);
      at_ = 1;
    } else if (first == '|' || first == '>') {
      const std::size_t line_end = source.find('\n');
      at_ = line_end == std::string_view::npos ? source.size() : line_end;
    }
  }

  /// Where the part stands in the source.
  std::optional<Range> place(Range part) {
    Range placed;
    for (std::size_t done = 0; done < part.end;) {
      if (is_space(value_[done])) {
        ++done;
        continue;
      }
      if (!skip_to_next()) return std::nullopt;
      const std::size_t begin = at_;
      const std::string written = next();
      if (written.empty() || !value_.substr(done).starts_with(written)) return std::nullopt;
      if (done <= part.begin) placed.begin = static_cast<std::uint32_t>(begin);
      done += written.size();
      placed.end = static_cast<std::uint32_t>(at_);
    }
    return placed;
  }

 private:
  /// Past blanks, and past line ends that are escaped.
  bool skip_to_next() {
    while (at_ < source_.size()) {
      if (is_space(source_[at_])) {
        ++at_;
      } else if (quote_ == '"' && source_[at_] == '\\' && at_ + 1 < source_.size() && skips(source_[at_ + 1])) {
        at_ += 2;
      } else {
        return true;
      }
    }
    return false;
  }

  /// Escapes that mean a blank or nothing.
  static bool skips(char escaped) {
    return is_space(escaped) || escaped == 'n' || escaped == 't' || escaped == '_' || escaped == 'r';
  }

  /// What the next character of the source says.
  std::string next() {
    const char c = source_[at_++];
    if (quote_ == '\'' && c == '\'') ++at_;
    if (quote_ != '"' || c != '\\') return {c};
    if (at_ == source_.size()) return {};
    const char escaped = source_[at_++];
    const std::size_t digits = escaped == 'x' ? 2 : escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
    if (digits == 0) return {escaped};
    std::uint32_t code_point = 0;
    const std::string_view hex = source_.substr(at_, digits);
    const auto [stopped, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code_point, 16);
    if (error != std::errc{} || hex.size() != digits || code_point > 0x10FFFF) return {};
    at_ += digits;
    std::string written;
    append_utf8(written, static_cast<char32_t>(code_point));
    return written;
  }

  std::string_view source_;
  std::string_view value_;
  char quote_ = '\0';
  std::size_t at_ = 0;
};

}  // namespace

Range place_in_scalar(std::string_view file_text, const LocatedText& scalar, Range part) {
  const Range whole = scalar.range;
  if (whole.end > file_text.size() || whole.begin >= whole.end || part.end > scalar.value.size()) return whole;
  const auto placed = ScalarWalk(file_text.substr(whole.begin, whole.end - whole.begin), scalar.value).place(part);
  if (!placed || placed->begin >= placed->end) return whole;
  return {whole.begin + placed->begin, whole.begin + placed->end};
}

}  // namespace kanon
