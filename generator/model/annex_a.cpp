#include "check/annex_a.h"

#include <fmt/format.h>

#include <algorithm>

namespace kanon {

const std::vector<std::string>& annex_a_controls() {
  static const auto controls = [] {
    struct Theme {
      int number;
      int controls;
    };
    std::vector<std::string> all;
    for (const Theme theme : {Theme{5, 37}, Theme{6, 8}, Theme{7, 14}, Theme{8, 34}})
      for (int control = 1; control <= theme.controls; ++control)
        all.push_back(fmt::format("A.{}.{}", theme.number, control));
    return all;
  }();
  return controls;
}

bool is_annex_a_control(std::string_view id) {
  const auto& controls = annex_a_controls();
  return std::ranges::find(controls, id) != controls.end();
}

}  // namespace kanon
