#include "check/handbook_reach.h"

#include <algorithm>

namespace kanon {

std::size_t reach_of(const Handbook& handbook, const CheckInput& input) {
  const Config& config = input.config();
  std::size_t reach = config.most_restricted();
  if (handbook.classification) reach = config.level_of(handbook.classification->value).value_or(reach);
  if (!handbook.audience) return reach;
  const Audience* audience = config.audience(handbook.audience->value);
  if (audience == nullptr) return reach;
  return std::min(reach, config.level_of(audience->up_to).value_or(reach));
}

}  // namespace kanon
