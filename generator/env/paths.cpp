#include "env/paths.h"

#include <filesystem>

namespace kanon {

std::optional<std::string> path_inside(const std::string& path, const std::string& folder) {
  namespace fs = std::filesystem;
  const auto real = [](const std::string& one) {
    const fs::path whole = fs::weakly_canonical(fs::absolute(one));
    return whole.has_filename() ? whole : whole.parent_path();
  };
  const fs::path relative = real(path).lexically_relative(real(folder));
  if (relative.empty() || *relative.begin() == "..") return std::nullopt;
  return relative == "." ? std::string() : relative.generic_string();
}

std::string absolute_path(const std::string& path) {
  std::string absolute = std::filesystem::absolute(path).lexically_normal().string();
  while (absolute.size() > 1 && absolute.ends_with('/')) absolute.pop_back();
  return absolute;
}

}  // namespace kanon
