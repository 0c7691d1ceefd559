#pragma once

#include <string>
#include <string_view>

namespace kanon {

/// The text without the code points that no HTML document may hold (controls other than tab and line end,
/// noncharacters).
std::string publishable_text(std::string_view text);
/// The same on one line and cut to 60 code points, for quoting in a message.
std::string quotable(std::string_view text);

}  // namespace kanon
