#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "read/yaml_source.h"

namespace kanon {

struct YamlProgress;

/// A syntax error as yaml-cpp reports it.
struct YamlSyntaxError {
  std::uint32_t at = 0;
  std::string_view said;  ///< yaml-cpp's words, which nobody but this program sees
};

/// What a syntax error most likely is, at the place where the writer made it (yaml-cpp often notices lines later).
Finding explain_syntax(const YamlSource& source, YamlSyntaxError error, const YamlProgress& progress);

// What yaml-cpp lets through and the contract does not, as findings of invalid-yaml.
Finding several_documents(Range range);
Finding key_is_missing(Range range);
Finding key_is_no_text(Range range);
Finding unclosed_quote(Range range);
Finding too_deep(Range range, std::size_t deepest);
Finding alias_of_itself(Range range);
Finding too_many_copies(Range range, std::uint32_t most);
Finding repeated_key(Range range, std::string_view key, std::uint32_t first_line);
Finding merge_key(Range range);
Finding invisible_character(Range range, std::uint32_t code_point);

}  // namespace kanon
