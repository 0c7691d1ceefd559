#pragma once

#include <string>

#include "emit/html/words.h"
#include "plan/site.h"

namespace kanon {

/// Pictures that pages hold and that are made once for the whole site.
struct Pictures {
  /// For the hierarchy's page; empty where fewer than two documents are seen.
  std::string hierarchy_svg;
  /// For the admission page: how an applicant becomes a member, as a section with its heading, the drawings and the
  /// same as a list; empty on a site without that page.
  std::string admission_svg;
};

/// Draws the way to membership, and the hierarchy that the audience sees.
Pictures draw_pictures(const Site& site, const Words& words);

}  // namespace kanon
