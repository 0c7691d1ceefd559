#include "build/build.h"
#include "check/check.h"
#include "resolve/resolve.h"

namespace kanon {

Result<CheckedProject> check_project(const Files& files, Parsers& parsers, const std::string& folder, Date today) {
  auto read = read_project(files, parsers, folder);
  if (!read) return std::unexpected(read.error());
  CheckedProject checked;
  checked.project = std::make_unique<ReadProject>(std::move(*read));
  if (checked.configuration_is_wrong()) {
    checked.diagnostics = std::move(checked.project->diagnostics);
    sort_diagnostics(checked.diagnostics);
    return checked;
  }
  checked.model = resolve(checked.corpus());
  checked.diagnostics = check({checked.model, today}, std::move(checked.project->diagnostics));
  return checked;
}

}  // namespace kanon
