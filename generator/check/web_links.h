#pragma once

#include <string>
#include <vector>

#include "resolve/model.h"

namespace kanon {

/// A place in a source that names an http or https address.
struct WebLink {
  enum class Kind { link, picture };
  Kind kind{};
  std::string url;  ///< without its fragment, which no server gets to see
  FileIndex file = 0;
  Range range;
};

/// Every address that the site leads its readers to: the websites of admitted members, then links and pictures of the
/// bodies, by file and place.
std::vector<WebLink> web_links(const Model& model);

/// Their addresses, each once, sorted.
std::vector<std::string> web_addresses(const Model& model);

}  // namespace kanon
