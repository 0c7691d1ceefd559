#include "check/rule.h"

namespace kanon {

// Found while reading.
namespace rules {
const Rule missing_key{
    RuleId::missing_key, "reading", Severity::error, {"En nøgle mangler", "A key is missing"}, nullptr};
}  // namespace rules

}  // namespace kanon
