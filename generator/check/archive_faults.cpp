#include "check/archive_faults.h"

namespace kanon {

void report_faults(const CheckInput& input, Fault::Kind kind, Reporter& reporter) {
  for (const auto& [id, archive] : input.corpus().archive) {
    for (Fault& fault : faults_of(archive, input.corpus())) {
      if (fault.kind != kind) continue;
      if (fault.file)
        reporter.report(*fault.file, fault.range, std::move(fault.message), std::move(fault.help));
      else
        reporter.report_at(fault.path, std::move(fault.message), std::move(fault.help));
    }
  }
}

}  // namespace kanon
