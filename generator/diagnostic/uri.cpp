#include "diagnostic/uri.h"

#include "base/escape.h"

namespace kanon {

std::string path_as_uri(std::string_view path) { return percent_encoded(path, "-._~/"); }

}  // namespace kanon
