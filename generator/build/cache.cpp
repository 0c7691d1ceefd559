#include "build/cache.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/sha256.h"

namespace kanon {
namespace {

constexpr std::size_t kHashSize = 64;

/// The number of the folder that a path begins with; 0 where it is none.
std::uint64_t number_of(std::string_view path) {
  const std::string_view name = path.substr(0, path.find('/'));
  std::uint64_t number = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool is_number = read.ec == std::errc() && read.ptr == name.data() + name.size();
  return is_number && name.size() < path.size() ? number : 0;
}

}  // namespace

std::optional<std::string> Cache::read(std::uint64_t number, const std::string& key) const {
  const std::string path = folder_of(number) + "/" + key;
  if (!files_.is_file(path)) return std::nullopt;
  auto entry = files_.read(path);
  if (!entry || entry->size() < kHashSize) return std::nullopt;
  const std::string_view bytes = std::string_view(*entry).substr(kHashSize);
  if (sha256_hex(bytes) != std::string_view(*entry).substr(0, kHashSize)) return std::nullopt;
  return std::string(bytes);
}

std::optional<std::string> Cache::find(const std::string& key) {
  const std::uint64_t number = newest();
  if (auto found = read(number, key)) return found;
  auto found = read(number - 1, key);
  if (found) keep(key, *found);  // what is used stays
  return found;
}

void Cache::keep(const std::string& key, std::string_view bytes) {
  if (!files_.is_file(folder_ + "/.gitignore")) (void)files_.write(folder_ + "/.gitignore", "*\n");
  const std::uint64_t number = with_room_for(kHashSize + bytes.size());
  (void)files_.write(folder_of(number) + "/" + key, sha256_hex(bytes) + std::string(bytes));
}

std::uint64_t Cache::newest() {
  const std::lock_guard lock(mutex_);
  look_around();
  return newest_;
}

std::uint64_t Cache::with_room_for(std::uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  look_around();
  if (bytes_in_newest_ > 0 && bytes_in_newest_ + bytes > most_bytes_ / 2) {
    (void)files_.remove(folder_of(newest_ - 1));
    ++newest_;
    bytes_in_newest_ = 0;
  }
  bytes_in_newest_ += bytes;
  return newest_;
}

/// What is there from before; what belongs to neither folder goes.
void Cache::look_around() {
  if (std::exchange(looked_around_, true)) return;
  const auto entries = files_.list(folder_, folder_);
  if (!entries) return;
  for (const Entry& entry : *entries) newest_ = std::max(newest_, number_of(entry.path));
  for (const Entry& entry : *entries) {
    const std::uint64_t number = number_of(entry.path);
    if (number == newest_) bytes_in_newest_ += entry.size;
    if (number + 1 < newest_ || number == 0) (void)files_.remove(folder_ + "/" + entry.path);
  }
}

}  // namespace kanon
