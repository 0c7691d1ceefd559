#include "check/archive_faults.h"

namespace kanon {
namespace {

void find_tampered_archives(const CheckInput& input, Reporter& reporter) {
  report_faults(input, Fault::Kind::archive, reporter);
}

}  // namespace

namespace rules {
const Rule tampered_archive{RuleId::tampered_archive,
                            "versions",
                            Severity::error,
                            {"En udgivet version er ændret, fjernet eller lagt ind i hånden",
                             "A released version was altered, removed or put there by hand"},
                            find_tampered_archives};
}  // namespace rules

}  // namespace kanon
