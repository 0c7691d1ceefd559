#include "model/annex_a.h"

#include <algorithm>

namespace kanon {

const std::vector<Control>& annex_a_controls() {
  static const std::vector<Control> controls{
#define CONTROL(number, da, en) {"A." number, {da, en}},
#include "model/annex_a.def"
  };
  return controls;
}

const std::vector<ControlTheme>& annex_a_themes() {
  static const std::vector<ControlTheme> themes{
      {"A.5.", {"Organisationen", "The organisation"}},
      {"A.6.", {"Mennesker", "People"}},
      {"A.7.", {"Fysiske rammer", "Physical surroundings"}},
      {"A.8.", {"Teknik", "Technology"}},
  };
  return themes;
}

const Control* annex_a_control(std::string_view id) {
  const auto& controls = annex_a_controls();
  const auto found = std::ranges::find(controls, id, &Control::id);
  return found == controls.end() ? nullptr : &*found;
}

}  // namespace kanon
