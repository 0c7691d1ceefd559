#pragma once

#include <string>
#include <vector>

#include "env/files.h"
#include "model/archive.h"

namespace kanon {

/// What is released: all that an entry needs to be written and sealed.
struct NewRelease {
  std::string id;
  Version version;
  Date date;
  std::string source;          ///< its path in the project
  std::vector<NewFile> files;  ///< below the release's folder: the source as `<id>` with its own ending, local files
                               ///< below `files/` by their path below content/
  std::optional<ReleaseName> parent;
  std::vector<ReleaseName> parts;
};

/// The entry that follows `before`, sealed.
LedgerEntry next_entry(const std::vector<LedgerEntry>& before, const NewRelease& release);

/// The files to add below content/archive/<id>/: the frozen files and the whole new ledger.
std::vector<NewFile> files_of_release(const std::vector<LedgerEntry>& before, NewRelease release);

}  // namespace kanon
