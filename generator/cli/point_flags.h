#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/command.h"
#include "history/point_in_time.h"

namespace kanon {

/// What --as-of and --drafts say, for the commands that show a project as it stands on a day.
struct PointFlags {
  std::string as_of;
  bool drafts = false;
};

void add_point_flags(CLI::App& command, const std::shared_ptr<PointFlags>& flags, const HelpWords& words);

/// Wrong use: a day that doesn't exist or lies ahead, or drafts of a past day.
Result<PointInTime> point_of(const PointFlags& flags, Date today);

}  // namespace kanon
