#include "exchange/format_names.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/text_encoding.h"

namespace kanon {
namespace {

/// How much of a file is looked at.
constexpr std::size_t kStart = 8192;

bool has_element(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    if (at > 0 && (text[at - 1] == '<' || text[at - 1] == ':')) return true;
  }
  return false;
}

}  // namespace

const std::vector<std::string>& format_names() {
  static const std::vector<std::string> names{"csv", "xlsx", "oscal-xml", "oscal-json", "reqif", "markdown"};
  return names;
}

const std::string& name_of(ExchangeFormat format) { return format_names().at(static_cast<std::size_t>(format)); }

std::optional<ExchangeFormat> format_of(std::string_view name) {
  const auto found = std::ranges::find(format_names(), name);
  if (found == format_names().end()) return std::nullopt;
  return static_cast<ExchangeFormat>(found - format_names().begin());
}

std::optional<ExchangeFormat> detected_format(std::string_view bytes, std::string_view name) {
  const std::string ending = lower_ascii(name.substr(std::min(name.rfind('.'), name.size())));
  if (bytes.starts_with("PK\x03\x04")) return ending == ".reqifz" ? ExchangeFormat::reqif : ExchangeFormat::xlsx;
  const std::string text = decoded(bytes.substr(0, kStart)).text;
  const std::string_view written = trim(text);
  if (written.starts_with('<')) {
    return has_element(written, "REQ-IF") || ending == ".reqif" ? ExchangeFormat::reqif : ExchangeFormat::oscal_xml;
  }
  if (written.starts_with('{')) return ExchangeFormat::oscal_json;
  if (ending == ".csv" || ending == ".tsv" || ending == ".txt") return ExchangeFormat::csv;
  const std::string_view first = written.substr(0, written.find('\n'));
  if (first.find_first_of(";,\t") != std::string_view::npos && ending != ".md") return ExchangeFormat::csv;
  return std::nullopt;
}

}  // namespace kanon
