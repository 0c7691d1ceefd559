#pragma once

#include <functional>
#include <string_view>

#include "check/rule.h"
#include "check/vague_words.h"

namespace kanon {

/// What to say of a vague word.
struct VagueRemark {
  Message what;
  Message help;
};

/// Reports each vague word of the requirements' texts, marked where it stands. Of one requirement the first ten: more
/// would tell its writer nothing.
void report_vague_words(const CheckInput& input, Reporter& reporter, RuleId rule, Vagueness vagueness,
                        const std::function<VagueRemark(const Requirement&, std::string_view)>& remark);

}  // namespace kanon
