#pragma once

#include <string>

#include "build/build.h"
#include "emit/redline/report.h"

namespace kanon {

/// Which two versions of what; an empty name is one that nobody gave.
struct DiffRequest {
  std::string id;
  std::string before;  ///< a version, or `source`; none given: the release before the other
  std::string
      after;  ///< a version, or `source`; none given: the source where it isn't released, else the newest release
};

/// The redline of two versions of a document, catalog or handbook. The project must have been read with
/// ArchiveDepth::all. Wrong use: an id or a version that there isn't (the help names those that there are), or nothing
/// before the version to compare it with.
Result<RedlineReport> diff(const CheckedProject& checked, const DiffRequest& request);

}  // namespace kanon
