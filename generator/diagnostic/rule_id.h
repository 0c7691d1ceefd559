#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kanon {

enum class RuleId : std::uint8_t {
#define RULE(name) name,
#include "diagnostic/rules.def"
};

/// The public name, in kebab-case: `missing-parent`.
std::string_view name_of(RuleId rule);
std::optional<RuleId> rule_named(std::string_view name);
/// In the order of rules.def.
const std::vector<RuleId>& all_rules();

}  // namespace kanon
