#include "lsp/uris.h"

#include "base/path.h"
#include "base/text.h"
#include "diagnostic/uri.h"

namespace kanon::lsp {

std::optional<std::string> path_of_uri(std::string_view uri) {
  constexpr std::string_view scheme = "file://";
  if (lower_ascii(uri.substr(0, scheme.size())) != scheme) return std::nullopt;
  uri.remove_prefix(scheme.size());
  constexpr std::string_view here = "localhost";
  if (uri.starts_with(here)) uri.remove_prefix(here.size());
  if (!uri.starts_with('/')) return std::nullopt;
  std::string path = percent_decoded(uri.substr(0, uri.find_first_of("?#")));
  if (first_invalid_utf8(path)) return std::nullopt;
  for (const auto part : split(path, '/')) {
    if (part == ".." || part == ".") return std::nullopt;
  }
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

std::string uri_of_path(std::string_view path) { return "file://" + path_as_uri(path); }

}  // namespace kanon::lsp
