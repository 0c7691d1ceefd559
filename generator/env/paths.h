#pragma once

#include <optional>
#include <string>

namespace kanon {

/// The path of `path` from `folder`, with `/`, both taken as the disk has them (links followed, also where the last
/// parts don't exist yet); empty for the folder itself, nothing where it lies outside.
std::optional<std::string> path_inside(const std::string& path, const std::string& folder);

/// The path from the root of the disk, without `.` and `..`; links are not followed.
std::string absolute_path(const std::string& path);

}  // namespace kanon
