#pragma once

#include <map>
#include <string>
#include <vector>

#include "compare/change_set.h"
#include "diagnostic/diagnostic.h"

namespace kanon {

/// A finding of the state after.
struct ComparedFinding {
  Diagnostic diagnostic;
  bool is_new = false;  ///< whether the change brought it
};

struct ComparedFindings {
  std::vector<ComparedFinding> findings;  ///< in the order of those after
  std::size_t mended = 0;                 ///< how many of those before are gone
};

/// Tells which findings a change brought. One is the same before and after where rule, file and words are, though lines
/// move and the files of items are renamed; of several that are the same, as many are old as there were before.
ComparedFindings compare_findings(const std::vector<Diagnostic>& before, std::vector<Diagnostic> after,
                                  const std::map<std::string, std::string>& renamed);

/// Where the files of items that moved stood, and stand now.
std::map<std::string, std::string> renamed_files(const ChangeSet& changes);

}  // namespace kanon
