#pragma once

#include <string>

#include "base/result.h"
#include "env/files.h"
#include "model/corpus.h"
#include "read/archive.h"
#include "read/parsers.h"

namespace kanon {

/// A project that was read, with every finding of the readers, placed.
struct ReadProject {
  Corpus corpus;
  std::vector<Diagnostic> diagnostics;
  /// kanon.yaml itself is wrong: exit status 2, and nothing but its own findings is worth printing.
  bool configuration_is_wrong = false;
};

/// The nearest folder from `from` upward with a kanon.yaml; an error that says what to do if there is none.
Result<std::string> find_project(const Files& files, const std::string& from);

/// What kanon.yaml says, for commands that read nothing else; what is wrong in it is left to `check`.
Result<Config> read_configuration(const Files& files, Parsers& parsers, const std::string& folder);

/// Reads kanon.yaml and every source below content/ (and the page folders that kanon.yaml names). Fails only where the
/// disk does; what is wrong in the content is in the diagnostics.
Result<ReadProject> read_project(const Files& files, Parsers& parsers, const std::string& folder,
                                 ArchiveDepth depth = ArchiveDepth::newest);

}  // namespace kanon
