#include "emit/site_sums.h"

#include <algorithm>

#include "base/sha256.h"

namespace kanon {
namespace {

/// `sha256sum` would write such a name with escapes. No address of a site has one.
bool needs_escapes(const std::string& path) { return path.find_first_of("\\\n\r") != std::string::npos; }

}  // namespace

Artifact site_sums(const std::vector<Artifact>& artifacts) {
  std::vector<const Artifact*> named;
  for (const Artifact& artifact : artifacts) {
    if (artifact.path != site_sums_path && !needs_escapes(artifact.path)) named.push_back(&artifact);
  }
  std::ranges::sort(named, {}, &Artifact::path);
  std::string text;
  for (const Artifact* artifact : named) text += sha256_hex(artifact->bytes) + "  " + artifact->path + "\n";
  return {site_sums_path, std::move(text), "kanon"};
}

}  // namespace kanon
