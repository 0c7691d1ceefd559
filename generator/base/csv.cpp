#include "base/csv.h"

#include <algorithm>

#include "base/text.h"

namespace kanon {
namespace {

bool runs_after_apostrophes(std::string_view text) {
  const std::size_t begin = text.find_first_not_of('\'');
  return begin != std::string_view::npos && std::string_view("=+-@\t\r\n").find(text[begin]) != std::string_view::npos;
}

}  // namespace

std::string csv_field(std::string_view text, char separator) {
  const bool is_plain =
      std::ranges::none_of(text, [&](char c) { return c == separator || c == '"' || c == '\r' || c == '\n'; });
  return is_plain ? std::string(text) : "\"" + replace_all(std::string(text), "\"", "\"\"") + "\"";
}

std::string disarmed(std::string_view text) {
  return runs_after_apostrophes(text) ? "'" + std::string(text) : std::string(text);
}

std::string_view rearmed(std::string_view text) {
  return text.starts_with('\'') && runs_after_apostrophes(text) ? text.substr(1) : text;
}

}  // namespace kanon
