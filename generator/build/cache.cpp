#include "build/cache.h"

#include "base/sha256.h"

namespace kanon {
namespace {

constexpr std::size_t kHashSize = 64;

}  // namespace

std::optional<std::string> Cache::find(const std::string& key) const {
  if (!files_.is_file(path_of(key))) return std::nullopt;
  auto entry = files_.read(path_of(key));
  if (!entry || entry->size() < kHashSize) return std::nullopt;
  const std::string_view bytes = std::string_view(*entry).substr(kHashSize);
  if (sha256_hex(bytes) != std::string_view(*entry).substr(0, kHashSize)) return std::nullopt;
  return std::string(bytes);
}

void Cache::keep(const std::string& key, std::string_view bytes) {
  if (!files_.is_file(folder_ + "/.gitignore")) (void)files_.write(folder_ + "/.gitignore", "*\n");
  (void)files_.write(path_of(key), sha256_hex(bytes) + std::string(bytes));
}

}  // namespace kanon
