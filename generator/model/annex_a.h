#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kanon {

/// The 93 controls of Annex A of ISO/IEC 27001:2022, A.5.1 to A.8.34, in its order.
const std::vector<std::string>& annex_a_controls();
bool is_annex_a_control(std::string_view id);

}  // namespace kanon
