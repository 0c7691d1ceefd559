#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace kanon {

/// A text in UTF-8 whatever it was written in, and what that was where it wasn't UTF-8.
struct DecodedText {
  std::string text;  ///< without BOM, every line end a line feed
  std::optional<Message> mended;
};

/// UTF-16 by its byte order mark, else UTF-8 where it is that, else Windows-1252, which old spreadsheets write.
DecodedText decoded(std::string_view bytes);

}  // namespace kanon
