#include "check/rule.h"

namespace kanon {

// Found while reading.
namespace rules {
const Rule unsafe_link{
    RuleId::unsafe_link,
    "text",
    Severity::error,
    {"Et link bruger en slags adresse, som ikke er tilladt", "A link uses a kind of address that is not allowed"},
    nullptr};
}  // namespace rules

}  // namespace kanon
