#include "check/archive_faults.h"

namespace kanon {
namespace {

void find_broken_ledgers(const CheckInput& input, Reporter& reporter) {
  report_faults(input, Fault::Kind::ledger, reporter);
}

}  // namespace

namespace rules {
const Rule broken_ledger{RuleId::broken_ledger,
                         "versions",
                         Severity::error,
                         {"Protokollen over udgivne versioner er ændret, eller dens kæde er brudt",
                          "The ledger of released versions was altered, or its chain is broken"},
                         find_broken_ledgers};
}  // namespace rules

}  // namespace kanon
