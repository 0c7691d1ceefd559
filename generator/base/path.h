#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kanon {

/// `%41` becomes `A`; a `%` without two hexadecimal digits stays.
std::string percent_decoded(std::string_view text);

/// The folder of a file's path, without the last `/`; empty for a file at the top.
std::string_view folder_of(std::string_view path);
/// The last part of a path.
std::string_view name_of_path(std::string_view path);
/// A file's name without its ending.
std::string_view stem_of(std::string_view path);

/// A relative path as seen from a folder of the project (which has no `.` and `..` itself), without `.` and `..`;
/// nothing if it leaves the project. A trailing
/// `/` stays: it names a folder.
std::optional<std::string> path_from(std::string_view folder, std::string_view relative);

/// How a file in `folder` refers to `path`.
std::string path_towards(std::string_view folder, std::string_view path);

}  // namespace kanon
