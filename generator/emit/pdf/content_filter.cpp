#include "emit/pdf/content_filter.h"

#include <algorithm>
#include <array>
#include <string_view>

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

void ContentFilter::handleToken(const QPDFTokenizer::Token& token) {
  using Type = QPDFTokenizer::token_type_e;
  const Type type = token.getType();
  if (type == Type::tt_eof) return;
  next_.bytes += token.getRawValue();
  if (type == Type::tt_space || type == Type::tt_comment) return;
  if (type != Type::tt_word) {
    next_.operands.push_back(token);
    return;
  }
  next_.name = token.getValue();
  take(next_);
  next_ = {};
}

void ContentFilter::handleEOF() {
  end();
  write(next_.bytes);
}

}  // namespace kanon
