#include "check/rule.h"

namespace kanon {

// Found while reading.
namespace rules {
const Rule too_large{RuleId::too_large,
                     "reading",
                     Severity::error,
                     {"En fil er for stor eller for indviklet at læse", "A file is too large or too intricate to read"},
                     nullptr};
}  // namespace rules

}  // namespace kanon
