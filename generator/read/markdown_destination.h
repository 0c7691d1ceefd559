#pragma once

#include <string>
#include <string_view>

namespace kanon {

enum class DestinationUse { link, image };

/// The destination as it may be stored: without control characters, which a browser would leave out as well, and
/// without blanks at its ends.
std::string clean_destination(std::string_view destination);

/// Whether a link or image may lead there: relative, or of the schemes http, https and, for links, mailto, tel and ref.
/// Judged as the most lenient browser would read it: letters of either case, blanks and controls within the scheme, `\`
/// for
/// `/`, percent-encoding of a scheme that runs code. Another host without a scheme (`//host`) is not allowed.
bool is_safe_destination(std::string_view destination, DestinationUse use);

}  // namespace kanon
