#include "check/rule.h"

namespace kanon {

// Found while reading.
namespace rules {
const Rule invalid_id{RuleId::invalid_id,
                      "reading",
                      Severity::error,
                      {"Et id har forbudte tegn eller passer ikke til filens navn",
                       "An id holds characters it may not hold, or does not match the name of its file"},
                      nullptr};
}  // namespace rules

}  // namespace kanon
