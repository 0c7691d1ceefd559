#include "read/worker_protocol.h"

#include <algorithm>

namespace kanon {

JobHeader job_header(std::string_view bytes, SourceForm form, const Limits& limits) {
  JobHeader header;
  header.size = bytes.size();
  header.memory = limits.parse_memory;
  header.output = limits.parse_output;
  header.milliseconds = static_cast<std::uint64_t>(std::clamp(limits.parse_seconds, 0.001, 86'400.0) * 1000);
  header.form = static_cast<std::uint64_t>(form) + 1;
  return header;
}

std::optional<SourceForm> form_of(const JobHeader& header) {
  for (const SourceForm form : {SourceForm::markdown, SourceForm::yaml, SourceForm::oscal}) {
    if (header.form == static_cast<std::uint64_t>(form) + 1) return form;
  }
  return std::nullopt;
}

}  // namespace kanon
