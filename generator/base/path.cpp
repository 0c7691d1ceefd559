#include "base/path.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace kanon {
namespace {

std::optional<unsigned> hexadecimal(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10U;
  return std::nullopt;
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (const auto part : split(path, '/'))
    if (!part.empty()) parts.push_back(part);
  return parts;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  if (text.find('%') == std::string_view::npos) return std::string(text);
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const auto high = hexadecimal(text[i + 1]);
      const auto low = hexadecimal(text[i + 2]);
      if (high && low) {
        decoded += static_cast<char>(static_cast<unsigned char>(*high * 16U + *low));
        i += 2;
        continue;
      }
    }
    decoded += text[i];
  }
  return decoded;
}

std::string_view folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view name_of_path(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem_of(std::string_view path) {
  const std::string_view name = name_of_path(path);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::optional<std::string> path_from(std::string_view folder, std::string_view relative) {
  std::string path(folder);
  path.reserve(folder.size() + relative.size() + 1);
  for (std::size_t begin = 0; begin < relative.size();) {
    const std::size_t end = std::min(relative.find('/', begin), relative.size());
    const std::string_view part = relative.substr(begin, end - begin);
    begin = end + 1;
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (path.empty()) return std::nullopt;
      path.resize(folder_of(path).size());
      continue;
    }
    if (!path.empty()) path += '/';
    path += part;
  }
  if (!path.empty() && relative.ends_with('/')) path += '/';
  return path;
}

std::string path_towards(std::string_view folder, std::string_view path) {
  const auto from = parts_of(folder);
  const auto to = parts_of(path);
  std::size_t shared = 0;
  while (shared < from.size() && shared + 1 < to.size() && from[shared] == to[shared]) ++shared;
  std::string relative;
  for (std::size_t i = shared; i < from.size(); ++i) relative += "../";
  for (std::size_t i = shared; i < to.size(); ++i) {
    relative += to[i];
    if (i + 1 < to.size()) relative += '/';
  }
  return relative;
}

}  // namespace kanon
