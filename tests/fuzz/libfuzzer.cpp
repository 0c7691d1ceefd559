#include <cstddef>
#include <cstdint>

#include "fuzz/source_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kanon::fuzz::try_input({reinterpret_cast<const char*>(data), size});
  return 0;
}
