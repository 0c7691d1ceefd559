#include "diagnostic/rule_id.h"

#include <algorithm>
#include <string>

namespace kanon {
namespace {

std::vector<std::string> kebab_names() {
  std::vector<std::string> names{
#define RULE(name) #name,
#include "diagnostic/rules.def"
  };
  for (auto& name : names) std::ranges::replace(name, '_', '-');
  return names;
}

const std::vector<std::string>& names() {
  static const std::vector<std::string> all = kebab_names();
  return all;
}

}  // namespace

std::string_view name_of(RuleId rule) { return names()[static_cast<std::size_t>(rule)]; }

std::optional<RuleId> rule_named(std::string_view name) {
  const auto found = std::ranges::find(names(), name);
  if (found == names().end()) return std::nullopt;
  return static_cast<RuleId>(found - names().begin());
}

const std::vector<RuleId>& all_rules() {
  static const std::vector<RuleId> all{
#define RULE(name) RuleId::name,
#include "diagnostic/rules.def"
  };
  return all;
}

}  // namespace kanon
