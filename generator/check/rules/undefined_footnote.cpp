#include "check/rule.h"

namespace kanon {

// Found while reading.
namespace rules {
const Rule undefined_footnote{RuleId::undefined_footnote,
                              "text",
                              Severity::error,
                              {"En fodnote er brugt, men ikke skrevet", "A footnote is used but not written"},
                              nullptr};
}  // namespace rules

}  // namespace kanon
