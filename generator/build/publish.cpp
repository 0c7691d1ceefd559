#include "build/publish.h"

#include <algorithm>
#include <utility>

#include "base/sha256.h"

namespace kanon {
namespace {

/// Nothing that content says may lead a file out of the site's folder.
bool stays_inside(const std::string& path) {
  return !path.empty() && path.front() != '/' && ("/" + path + "/").find("/../") == std::string::npos &&
         path.find('\0') == std::string::npos;
}

std::unexpected<Error> same_address(const std::string& path, const std::string& origin) {
  return failure(message("To sider vil have samme adresse: «{}» (fra {})",
                         "Two pages want the same address: “{}” (from {})", path, origin),
                 message("Giv en af dem et andet navn.", "Rename one of them."));
}

}  // namespace

Result<Publication> Publication::begin(const std::string& folder) {
  auto staging = Staging::begin(folder);
  if (!staging) return std::unexpected(std::move(staging.error()));
  return Publication(std::move(*staging));
}

Result<void> Publication::put(const Artifact& artifact) {
  if (!stays_inside(artifact.path)) return same_address(artifact.path, artifact.origin);
  {
    const std::lock_guard lock(names_->mutex);
    const auto [taken, is_new] = names_->origins.try_emplace(artifact.path, artifact.origin);
    // Whichever came first: the same two give the same message.
    if (!is_new) return same_address(artifact.path, std::max(taken->second, artifact.origin));
  }
  FileSum sum{artifact.path, sha256_hex(artifact.bytes)};
  if (auto put = staging_.put(artifact.path, artifact.bytes); !put) return put;
  const std::lock_guard lock(names_->mutex);
  names_->sums.push_back(std::move(sum));
  return {};
}

Result<Published> Publication::commit_with_sums() {
  if (auto added = put(listed_sums(names_->sums)); !added) return std::unexpected(std::move(added.error()));
  return commit();
}

Result<Published> Publication::commit() {
  const Published published{names_->origins.size(), staging_.changed()};
  if (auto committed = staging_.commit(); !committed) return std::unexpected(std::move(committed.error()));
  return published;
}

Result<Published> publish(const std::string& folder, const std::vector<Artifact>& artifacts) {
  auto publication = Publication::begin(folder);
  if (!publication) return std::unexpected(std::move(publication.error()));
  for (const Artifact& artifact : artifacts) {
    if (auto put = publication->put(artifact); !put) return std::unexpected(std::move(put.error()));
  }
  return publication->commit();
}

}  // namespace kanon
