#pragma once

#include <string>

#include "base/message.h"
#include "diagnostic/rule_id.h"

namespace kanon {

/// A rule's page in one language, as Markdown without its headings.
struct RulePage {
  std::string what;  ///< what the rule finds
  std::string why;   ///< why it matters
  std::string bad;   ///< fenced examples that break it; the same in every language
  std::string good;  ///< fenced examples that keep it
  std::string fix;   ///< what to do
};

RulePage page_of(RuleId rule, Language language);

/// The page as one Markdown text with headings in the language: what `kanon explain` prints, and what SARIF's help
/// holds.
std::string explain(RuleId rule, Language language);

}  // namespace kanon
