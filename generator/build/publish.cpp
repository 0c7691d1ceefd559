#include "build/publish.h"

#include <set>

#include "env/staging.h"

namespace kanon {
namespace {

/// Nothing that content says may lead a file out of the site's folder.
bool stays_inside(const std::string& path) {
  return !path.empty() && path.front() != '/' && ("/" + path + "/").find("/../") == std::string::npos &&
         path.find('\0') == std::string::npos;
}

}  // namespace

Result<Published> publish(const std::string& folder, const std::vector<Artifact>& artifacts) {
  std::set<std::string> paths;
  for (const auto& artifact : artifacts) {
    if (!stays_inside(artifact.path) || !paths.insert(artifact.path).second) {
      return failure(message("To sider vil have samme adresse: «{}» (fra {})",
                             "Two pages want the same address: “{}” (from {})", artifact.path, artifact.origin),
                     message("Giv en af dem et andet navn.", "Rename one of them."));
    }
  }
  auto staging = Staging::begin(folder);
  if (!staging) return std::unexpected(staging.error());
  for (const auto& artifact : artifacts) {
    if (const auto put = staging->put(artifact.path, artifact.bytes); !put) return std::unexpected(put.error());
  }
  const std::size_t changed = staging->changed();
  if (const auto committed = staging->commit(); !committed) return std::unexpected(committed.error());
  return Published{artifacts.size(), changed};
}

}  // namespace kanon
