#pragma once

#include <string>

namespace kanon {

// A folder that is to take another's place is written beside it as `.<name>.kanon-<process>`. Names that begin with `.`
// are passed over by whoever lists folders.

/// The folder above; `.` where the path has none.
std::string parent_of(const std::string& folder);
/// The hidden folder beside a folder that this process may write.
std::string hidden_beside(const std::string& folder);
/// Where the old folder waits in between, on a file system that can't exchange two folders in one step.
std::string aside_of(const std::string& folder);
/// Whether anything is there, a symbolic link that leads nowhere included.
bool stands_there(const std::string& path);

/// Removes what killed runs left beside a folder. One that was set aside comes back first, if nothing took its place.
void clear_leftovers(const std::string& folder);

}  // namespace kanon
