#pragma once

#include <string>
#include <vector>

#include "emit/redline/report.h"

namespace kanon {

/// The body of a redline as HTML, each of its change_runs() by itself; what didn't change is folded.
std::vector<std::string> redline_body_html(const Redline& redline, Language language,
                                           const RedlineSurroundings& surroundings);

/// The anchor of a run of change_runs().
inline std::string change_id(const RedlineSurroundings& surroundings, std::size_t run) {
  return surroundings.id_prefix + "_change-" + std::to_string(run + 1);
}

}  // namespace kanon
