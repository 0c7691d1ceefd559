#include "check/rule.h"

namespace kanon {

// Found while reading.
namespace rules {
const Rule invalid_yaml{
    RuleId::invalid_yaml,
    "reading",
    Severity::error,
    {"En fil eller dens hoved kan ikke læses som YAML", "A file or its front matter can not be read as YAML"},
    nullptr};
}  // namespace rules

}  // namespace kanon
