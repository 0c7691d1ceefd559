#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "env/files.h"

namespace kanon {

/// Results of costly work, by the hash of everything they depend on. Never trusted: an entry whose own hash doesn't fit
/// is as good as none, and one that can't be written is only time lost.
class Cache {
 public:
  /// Entries live in `folder`, which ignores itself in git.
  Cache(Files& files, std::string folder) : files_(files), folder_(std::move(folder)) {}

  std::optional<std::string> find(const std::string& key) const;
  void keep(const std::string& key, std::string_view bytes);

 private:
  std::string path_of(const std::string& key) const { return folder_ + "/" + key; }

  Files& files_;
  std::string folder_;
};

}  // namespace kanon
