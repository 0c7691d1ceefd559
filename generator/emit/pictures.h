#pragma once

#include <string>

#include "base/message.h"
#include "emit/html/words.h"
#include "env/processes.h"
#include "plan/site.h"

namespace kanon {

/// Pictures that pages hold and that are made once for the whole site.
struct Pictures {
  /// For the hierarchy's page; empty where it could not be drawn: the page then has the list alone.
  std::string hierarchy_svg;
  /// For the admission page: how an applicant becomes a member, as a section with its heading, the drawings and the
  /// same as a list; empty on a site without that page.
  std::string admission_svg;
};

struct DrawnPictures {
  Pictures pictures;
  Message note;  ///< what could not be drawn, why, and what to do; empty if all could
};

/// Draws the way to membership, and the hierarchy that the audience sees: Graphviz's `dot` finds the places, the
/// SVG 1.1 is ours, so that nothing of the content ever reaches another program, and the picture does not depend on the
/// machine's fonts. Never fails.
DrawnPictures draw_pictures(const Site& site, const Words& words, Processes& processes);

}  // namespace kanon
