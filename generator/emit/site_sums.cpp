#include "emit/site_sums.h"

#include <algorithm>

#include "base/sha256.h"

namespace kanon {
namespace {

/// `sha256sum` would write such a name with escapes. No address of a site has one.
bool needs_escapes(const std::string& path) { return path.find_first_of("\\\n\r") != std::string::npos; }

}  // namespace

Artifact listed_sums(std::vector<FileSum> sums) {
  std::erase_if(sums, [](const FileSum& sum) { return sum.path == site_sums_path || needs_escapes(sum.path); });
  std::ranges::sort(sums, {}, &FileSum::path);
  std::string text;
  for (const FileSum& sum : sums) text.append(sum.sha256).append("  ").append(sum.path).append("\n");
  return {site_sums_path, std::move(text), "kanon"};
}

Artifact site_sums(const std::vector<Artifact>& artifacts) {
  std::vector<FileSum> sums;
  sums.reserve(artifacts.size());
  for (const Artifact& artifact : artifacts) sums.push_back({artifact.path, sha256_hex(artifact.bytes)});
  return listed_sums(std::move(sums));
}

}  // namespace kanon
