#include "check/rule.h"

namespace kanon {

// Found while reading.
namespace rules {
const Rule unknown_key{
    RuleId::unknown_key, "reading", Severity::error, {"En nøgle kendes ikke", "A key is not known"}, nullptr};
}  // namespace rules

}  // namespace kanon
