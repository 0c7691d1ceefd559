#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace kanon {

/// One control of Annex A of ISO/IEC 27001:2022: its number as items name it ("A.5.1"), and what it is about, in our
/// own words.
struct Control {
  std::string id;
  Message title;
};

/// A theme of Annex A: the controls that share the first number.
struct ControlTheme {
  std::string prefix;  ///< "A.5."
  Message title;
};

/// The 93 controls, A.5.1 to A.8.34, in the standard's order.
const std::vector<Control>& annex_a_controls();
/// The four themes, in the standard's order.
const std::vector<ControlTheme>& annex_a_themes();
/// Null for what is no control.
const Control* annex_a_control(std::string_view id);
inline bool is_annex_a_control(std::string_view id) { return annex_a_control(id) != nullptr; }

}  // namespace kanon
