#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/parsed_file.h"

namespace kanon {

/// The first line of an admonition: `[!NOTE]`, `[!DEFINITION] Term`.
struct AdmonitionMarker {
  AdmonitionKind kind{};
  std::size_t size = 0;  ///< up to and with the `]`
};

/// The marker that a quotation's text begins with; nothing for other words in brackets. Letters of either case.
std::optional<AdmonitionMarker> admonition_marker(std::string_view text);

/// A ```kanon block's info string.
struct EmbedInfo {
  std::string name;
  std::string pairs;  ///< `key=value`, one a line; the value may have stood in double quotes
};

/// Nothing if the info string's first word isn't `kanon`.
std::optional<EmbedInfo> embed_info(std::string_view info);

}  // namespace kanon
