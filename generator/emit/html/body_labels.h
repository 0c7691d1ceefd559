#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/message.h"
#include "model/parsed_file.h"

namespace kanon {

/// The words that a body shows or speaks without its author having written them. None is escaped yet.
std::string permalink_label(Language language, std::string_view heading);
std::string table_label(Language language, std::size_t number);
std::string footnotes_label(Language language);
std::string footnote_label(Language language, std::uint32_t number);
/// `occurrence`: which of several references it leads back to, from 1; 0 where there is but one.
std::string back_link_label(Language language, std::uint32_t number, std::uint32_t occurrence);
std::string checkbox_label(Language language, const MarkdownNode& item);
/// `admonition-note` without the first word: `note`.
std::string_view admonition_name(AdmonitionKind kind);
std::string admonition_label(Language language, AdmonitionKind kind);

}  // namespace kanon
