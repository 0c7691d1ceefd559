#include "check/rule.h"

namespace kanon {

// Found while reading.
namespace rules {
const Rule invalid_utf8{RuleId::invalid_utf8,
                        "reading",
                        Severity::error,
                        {"En fil er ikke gemt som UTF-8-tekst", "A file is not saved as UTF-8 text"},
                        nullptr};
}  // namespace rules

}  // namespace kanon
