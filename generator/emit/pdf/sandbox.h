#pragma once

#include <optional>
#include <string>
#include <vector>

#include "env/processes.h"

namespace kanon {

/// bubblewrap around another program: no network, the system read-only, and one folder of its own to write in.
class Sandbox {
 public:
  /// Nothing where bubblewrap isn't installed, or can't work here (a machine without user namespaces): found out by a
  /// trial with the program's own folder in view.
  static std::optional<Sandbox> around(const std::string& program, Processes& processes);

  /// The folder's path as the program sees it.
  static const std::string& folder();
  /// `argv` as it has to be started for the program to see `real_folder` as folder() and nothing else that can be
  /// changed.
  std::vector<std::string> wrap(const std::string& real_folder, const std::vector<std::string>& argv) const;

 private:
  Sandbox(std::string bwrap, std::string program) : bwrap_(std::move(bwrap)), program_(std::move(program)) {}

  std::string bwrap_;
  std::string program_;  ///< absolute
};

}  // namespace kanon
