#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kanon {

/// A folder that is written beside another and takes its place in one step. Until `commit` the other folder stands as
/// it was; what a killed run left beside it is cleared away by the next.
class Staging {
 public:
  /// Refuses (wrong use) a folder that holds anything but a site of this program's making: there is nothing it may
  /// replace.
  static Result<Staging> begin(const std::string& folder);
  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  /// Puts a file into the new folder. Where the old one has the same bytes under that path, the file itself is carried
  /// over, with its modification time.
  Result<void> put(const std::string& path, std::string_view bytes);
  /// Swaps the folders and removes the old one.
  Result<void> commit();

  std::size_t changed() const { return changed_; }

 private:
  Staging(std::string folder, std::string staged) : folder_(std::move(folder)), staged_(std::move(staged)) {}
  Result<void> carry_over_git_files();

  std::string folder_;  ///< absolute, without links
  std::string staged_;  ///< empty once committed or moved from
  std::size_t changed_ = 0;
};

}  // namespace kanon
