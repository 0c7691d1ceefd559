#include "check/wording.h"

namespace kanon {
namespace {

constexpr std::size_t kLongestQuote = 80;

}  // namespace

std::string quoted(std::string_view text) {
  std::string quote;
  std::size_t characters = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U && ++characters > kLongestQuote) return quote + "…";
    quote += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return quote;
}

Message did_you_mean(std::string_view suggestion, Message otherwise) {
  if (suggestion.empty()) return otherwise;
  const std::string quote = quoted(suggestion);
  return {fmt::format("Mente du «{}»? {}", quote, otherwise.da),
          fmt::format("Did you mean “{}”? {}", quote, otherwise.en)};
}

Message kind_in_words(ItemKind kind) {
  switch (kind) {
    case ItemKind::document:
      return {"et dokument", "a document"};
    case ItemKind::member:
      return {"et medlem", "a member"};
    case ItemKind::project:
      return {"et projekt", "a project"};
    case ItemKind::objective:
      return {"en målsætning", "an objective"};
    case ItemKind::criterion:
      return {"et kriterium", "a criterion"};
    case ItemKind::page:
      return {"en side", "a page"};
    case ItemKind::term:
      return {"et begreb", "a term"};
    case ItemKind::catalog:
      return {"et kravkatalog", "a requirement catalog"};
    case ItemKind::requirement:
      return {"et krav", "a requirement"};
    case ItemKind::handbook:
      return {"en håndbog", "a handbook"};
    case ItemKind::dispensation:
      return {"en dispensation", "a dispensation"};
  }
  return {};
}

std::string level_name(const Config& config, std::size_t level) {
  return level < config.classifications.size() ? config.classifications[level] : std::string();
}

}  // namespace kanon
