#pragma once

#include <map>
#include <string>
#include <vector>

#include "build/build.h"
#include "fix/fix.h"

namespace kanon {

/// A finding that was corrected: where it was, and what was done about it.
struct FixedFinding {
  RuleId rule{};
  std::string path;
  Place place;  ///< as the file stood before that round
  Message what;
};

/// A file before and after.
struct FixedFile {
  std::string path;
  std::string before;
  std::string after;
};

/// What correcting a project would do.
struct FixPlan {
  CheckedProject left;  ///< the project as it would be
  std::vector<FixedFinding> fixed;
  std::vector<FixedFile> files;       ///< by path
  std::vector<std::string> released;  ///< files with sure fixes that were let be: released versions
};

/// Corrects what has one right answer, in memory and in rounds until nothing is left to do: corrections that meet wait
/// for the next round, and one correction can bring another to light. `path_is_wanted` limits which files are touched.
Result<FixPlan> plan_fixes(const Files& files, Parsers& parsers, const std::string& folder, Date today,
                           const std::function<bool(const std::string& path)>& path_is_wanted);

/// Writes the corrected files, each whole. Fails, before anything is written, where a file is no longer what was
/// checked.
Result<void> write_fixes(Files& files, const std::string& folder, const FixPlan& plan);

}  // namespace kanon
