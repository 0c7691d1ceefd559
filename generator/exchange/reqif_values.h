#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/exchange.h"

namespace kanon {

/// The attributes of a ReqIF object by name. Lists are a text with an element a line, each packed.
using ReqifValues = std::vector<std::pair<std::string_view, std::string>>;

ReqifValues reqif_values(const Requirement& requirement);
ReqifValues reqif_values(const Catalog& catalog, const ExchangeSettings& settings);

/// The attributes that were read, by name.
class ReqifAttributes {
 public:
  std::map<std::string, std::string, std::less<>> values;

  /// Null where there is no such attribute.
  const std::string* find(std::string_view name) const;
  std::string text(std::string_view name) const;
  MaybeLocated<std::string> maybe(std::string_view name) const;
  std::vector<LocatedText> list(std::string_view name) const;
  /// The lines of a list, each as its fields.
  std::vector<std::vector<std::string>> fields(std::string_view name, std::size_t count) const;
};

/// What reqif_values() said; the phase is left alone.
void read_reqif_values(const ReqifAttributes& attributes, Requirement& requirement);
void read_reqif_values(const ReqifAttributes& attributes, Catalog& catalog);

}  // namespace kanon
