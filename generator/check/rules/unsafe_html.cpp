#include "check/rule.h"

namespace kanon {

// Found while reading.
namespace rules {
const Rule unsafe_html{RuleId::unsafe_html,
                       "text",
                       Severity::error,
                       {"En tekst indeholder HTML, som ikke er tilladt", "A text holds HTML that is not allowed"},
                       nullptr};
}  // namespace rules

}  // namespace kanon
