#include "emit/pdf/content_filter.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace kanon {
namespace {

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

bool Instruction::paints_path() const {
  constexpr std::array<std::string_view, 9> names = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"};
  return is_one_of(names, name);
}

bool Instruction::builds_path() const {
  constexpr std::array<std::string_view, 9> names = {"m", "l", "c", "v", "y", "h", "re", "W", "W*"};
  return is_one_of(names, name);
}

bool Instruction::shows_text() const {
  constexpr std::array<std::string_view, 4> names = {"Tj", "TJ", "'", "\""};
  return is_one_of(names, name);
}

namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }
bool is_regular(char c) { return !is_blank(c) && !is_delimiter(c); }

/// Cuts a content stream into tokens (ISO 32000-2, 7.2). Whatever the stream is, each step goes on by a byte or more.
class Tokens {
 public:
  explicit Tokens(std::string_view content) : content_(content) {}

  /// The next token; empty at the end.
  std::string_view next() {
    pass_blanks();
    const std::size_t begin = at_;
    if (begin == content_.size()) return {};
    const char first = content_[at_++];
    if (first == '(') {
      pass_string();
    } else if (first == '<' || first == '>') {
      if (at_ < content_.size() && content_[at_] == first) {
        ++at_;
      } else if (first == '<') {
        at_ = std::min(content_.find('>', at_), content_.size() - 1) + 1;
      }
    } else if (first == '/' || is_regular(first)) {
      while (at_ < content_.size() && is_regular(content_[at_])) ++at_;
    }
    return content_.substr(begin, at_ - begin);
  }

  /// The data of an inline picture, behind ID: up to the EI that stands by itself.
  void pass_picture() {
    for (std::size_t end = content_.find("EI", at_); end != std::string_view::npos;
         end = content_.find("EI", end + 1)) {
      const bool begins = end > 0 && is_blank(content_[end - 1]);
      const bool ends = end + 2 == content_.size() || !is_regular(content_[end + 2]);
      if (!begins || !ends) continue;
      at_ = end;
      return;
    }
    at_ = content_.size();
  }

  std::size_t position() const { return at_; }

 private:
  void pass_blanks() {
    while (at_ < content_.size()) {
      if (content_[at_] == '%') {
        at_ = std::min(content_.find_first_of("\r\n", at_), content_.size());
      } else if (is_blank(content_[at_])) {
        ++at_;
      } else {
        return;
      }
    }
  }

  void pass_string() {
    for (int depth = 1; at_ < content_.size() && depth > 0; ++at_) {
      const char c = content_[at_];
      if (c == '\\' && at_ + 1 < content_.size()) {
        ++at_;
      } else if (c == '(') {
        ++depth;
      } else if (c == ')') {
        --depth;
      }
    }
  }

  std::string_view content_;
  std::size_t at_ = 0;
};

/// Whether a token is an operand: everything but operators, which are words, `'` and `"`.
bool is_operand(std::string_view token) {
  const char first = token.front();
  if (is_delimiter(first) || (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.')
    return true;
  return token == "true" || token == "false" || token == "null";
}

/// The number that digits of a base say, from a place on; the place is behind them then.
unsigned digits(std::string_view text, std::size_t& at, unsigned base, std::size_t most) {
  unsigned number = 0;
  for (std::size_t count = 0; at < text.size() && count < most; ++at, ++count) {
    const char c = text[at];
    const unsigned digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                           : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a') + 10
                           : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A') + 10
                                                  : base;
    if (digit >= base) break;
    number = number * base + digit;
  }
  return number;
}

std::string of_hexadecimals(std::string_view inside) {
  std::string packed;
  std::ranges::copy_if(inside, std::back_inserter(packed), [](char c) { return !is_blank(c); });
  if (packed.size() % 2 == 1) packed += '0';
  std::string bytes;
  for (std::size_t at = 0; at < packed.size();) {
    const std::size_t begin = at;
    bytes += static_cast<char>(digits(packed, at, 16, 2));
    if (at == begin) ++at;
  }
  return bytes;
}

std::string of_literal(std::string_view inside) {
  constexpr std::string_view letters = "nrtbf";
  constexpr std::string_view meant = "\n\r\t\b\f";
  std::string bytes;
  for (std::size_t at = 0; at < inside.size();) {
    const char c = inside[at++];
    if (c != '\\' || at == inside.size()) {
      bytes += c;
      continue;
    }
    const char escaped = inside[at];
    if (escaped >= '0' && escaped <= '7') {
      bytes += static_cast<char>(digits(inside, at, 8, 3));
      continue;
    }
    ++at;
    const std::size_t letter = letters.find(escaped);
    if (escaped == '\r' && at < inside.size() && inside[at] == '\n') ++at;
    if (escaped != '\r' && escaped != '\n') bytes += letter == std::string_view::npos ? escaped : meant[letter];
  }
  return bytes;
}

}  // namespace

std::string Operand::string() const {
  if (raw.size() < 2) return {};
  const std::string_view inside = raw.substr(1, raw.size() - 2);
  if (raw.front() == '(') return of_literal(inside);
  return raw.front() == '<' && raw != "<<" ? of_hexadecimals(inside) : std::string();
}

std::string ContentFilter::filtered(std::string_view content) {
  out_.clear();
  out_.reserve(content.size());
  Tokens tokens(content);
  Instruction next;
  std::size_t begin = 0;
  for (std::string_view token = tokens.next(); !token.empty(); token = tokens.next()) {
    if (is_operand(token)) {
      next.operands.push_back({token});
      continue;
    }
    if (token == "ID") tokens.pass_picture();
    next.name = token;
    next.bytes = content.substr(begin, tokens.position() - begin);
    take(next);
    next.operands.clear();
    begin = tokens.position();
  }
  end();
  write(content.substr(begin));
  return std::move(out_);
}

std::string content_of(QPDFPageObjectHelper page) {
  page.coalesceContentStreams();
  QPDFObjectHandle content = page.getObjectHandle().getKey("/Contents");
  if (!content.isStream()) return {};
  const auto buffer = content.getStreamData(qpdf_dl_all);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

void filter_content(QPDF& pdf, const QPDFPageObjectHelper& page, ContentFilter& filter) {
  const std::string content = content_of(page);
  QPDFObjectHandle object = page.getObjectHandle();
  object.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, filter.filtered(content)));
}

}  // namespace kanon
