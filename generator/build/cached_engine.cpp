#include "build/cached_engine.h"

#include <fmt/format.h>

#include "base/sha256.h"

namespace kanon {
namespace {

/// Everything that the printed bytes depend on: each part by its own hash, so that none can pass for another.
std::string key_of(const PrintJob& job, const std::string& engine) {
  const auto& [top, right, bottom, left] = job.margins;
  std::string parts = sha256_hex(engine) + sha256_hex(KANON_VERSION) + sha256_hex(job.html) +
                      sha256_hex(fmt::format("{} {} {} {}", top, right, bottom, left));
  for (const auto& [path, bytes] : job.files) parts += sha256_hex(path) + sha256_hex(bytes);
  return sha256_hex(parts);
}

}  // namespace

Result<std::string> CachedEngine::print(const PrintJob& job) {
  const std::string key = key_of(job, engine_.name());
  if (auto known = cache_.find(key)) return std::move(*known);
  auto printed = engine_.print(job);
  if (printed) cache_.keep(key, *printed);
  return printed;
}

}  // namespace kanon
