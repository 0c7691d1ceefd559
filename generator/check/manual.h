#pragma once

#include <string>
#include <string_view>

#include "base/message.h"

namespace kanon {

/// What a group of rules is called by people: «Hierarki» for `hierarchy`.
Message group_title(std::string_view group);

/// The manual's page on every rule: a free page of a Kanon project, front matter and all, with a section a rule whose
/// anchor is the rule's name.
std::string rules_manual(Language language);

}  // namespace kanon
