#pragma once

#include <string>
#include <vector>

#include "build/release.h"
#include "cli/session.h"

namespace kanon {

/// What a run of `release_items` came to, and the project that it ran on.
struct Releasing {
  CheckedProject checked;
  std::vector<ReleaseOutcome> outcomes;  ///< empty where the configuration is wrong
};

/// Reads the session's project and releases items of it: those named, or all. No other run of the program releases
/// anything in the project meanwhile, from before it is read until the last is written.
Result<Releasing> release_in(Session& session, const std::vector<std::string>& ids);
Result<Releasing> release_all_in(Session& session);

}  // namespace kanon
