#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.h"
#include "emit/artifact.h"
#include "emit/site_sums.h"
#include "env/staging.h"

namespace kanon {

struct Published {
  std::size_t files = 0;
  std::size_t changed = 0;
};

/// A site on its way out: written beside its folder as its files are made, and swapped in whole. After any failure, and
/// without `commit`, the old site stands as it was. A file whose bytes did not change keeps its modification time.
class Publication {
 public:
  /// Refuses a folder that holds anything but a site of this program's making; names that begin with `.git` stay.
  static Result<Publication> begin(const std::string& folder);

  /// Adds a file. Safe on several threads, in any order. Fails where a path leaves the folder or is taken.
  Result<void> put(const Artifact& artifact);
  /// Adds the sums of all files, `site_sums_path`, and publishes.
  Result<Published> commit_with_sums();
  Result<Published> commit();

 private:
  explicit Publication(Staging staging) : staging_(std::move(staging)), names_(std::make_unique<Names>()) {}

  struct Names {
    std::mutex mutex;
    std::map<std::string, std::string> origins;  ///< by path
    std::vector<FileSum> sums;
  };

  Staging staging_;
  std::unique_ptr<Names> names_;
};

/// All of a site at once.
Result<Published> publish(const std::string& folder, const std::vector<Artifact>& artifacts);

}  // namespace kanon
