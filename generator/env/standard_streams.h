#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kanon {

/// Reads that many bytes from descriptor 0, waiting for them; false if the input ends before.
[[nodiscard]] bool read_input(std::string& into, std::size_t count);
/// Writes all of it to descriptor 1; false if nobody reads it.
[[nodiscard]] bool write_output(std::string_view bytes);

}  // namespace kanon
