#pragma once

#include <vector>

#include "check/rule.h"

namespace kanon {

/// What a finding of the rule is in a project: kanon.yaml's word, else the rule's own.
Severity severity_of(RuleId id, const Config& config);

/// Runs every rule that is not off over the model, joins what the readers found, sets each finding's severity by
/// kanon.yaml (or lower, where the finding itself asks for no more), drops those that are off, and sorts.
std::vector<Diagnostic> check(const CheckInput& input, std::vector<Diagnostic> found_while_reading);

}  // namespace kanon
