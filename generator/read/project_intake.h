#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "env/files.h"
#include "read/parsers.h"
#include "read/project.h"
#include "read/project_sources.h"

namespace kanon {

/// The sources of a project on their way into the corpus.
struct Intake {
  std::vector<FoundFile> sources;
  std::vector<ParsedFile> parsed;  ///< of the same positions; those still to be parsed are empty
  std::vector<ParseJob> jobs;
  std::vector<std::size_t> positions;  ///< of each job, among the sources
};

/// Reads the sources among the files found. Other files go into the corpus by name, and what is wrong with a file as
/// such (its size, its place, its name) into the diagnostics.
Result<Intake> take_in(const Files& files, const std::string& folder, std::vector<FoundFile> found,
                       ReadProject& project);

/// A file that could not be handed to the parser: it holds its place in the corpus with the finding that says why.
ParsedFile unread(Finding finding);

Finding too_large(std::uint64_t size, std::uint64_t limit, Message help);

/// Places findings of one file by its normalised text.
void add_diagnostics(const std::string& path, std::string_view text, std::vector<Finding> findings,
                     std::vector<Diagnostic>& diagnostics);

}  // namespace kanon
