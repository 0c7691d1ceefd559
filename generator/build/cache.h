#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "env/files.h"

namespace kanon {

/// Results of costly work, by the hash of everything they depend on. Never trusted: an entry whose own hash doesn't fit
/// is as good as none, and one that can't be written is only time lost.
///
/// It stays within a bound: entries go into the newest of two folders, which are numbered. When that holds half of what
/// is allowed, the next is begun and the one before it goes, with all that wasn't used since. Several threads and
/// programs may use it at a time: whoever finds an entry gone makes it again.
class Cache {
 public:
  /// Entries live below `folder`, which ignores itself in git.
  Cache(Files& files, std::string folder, std::uint64_t most_bytes)
      : files_(files), folder_(std::move(folder)), most_bytes_(most_bytes) {}

  std::optional<std::string> find(const std::string& key);
  void keep(const std::string& key, std::string_view bytes);

 private:
  std::string folder_of(std::uint64_t number) const { return folder_ + "/" + std::to_string(number); }
  std::optional<std::string> read(std::uint64_t number, const std::string& key) const;
  std::uint64_t newest();
  std::uint64_t with_room_for(std::uint64_t bytes);
  void look_around();

  Files& files_;
  std::string folder_;
  std::uint64_t most_bytes_;
  std::mutex mutex_;  ///< of what follows
  bool looked_around_ = false;
  std::uint64_t newest_ = 1;
  std::uint64_t bytes_in_newest_ = 0;
};

}  // namespace kanon
