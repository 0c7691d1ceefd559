#pragma once

#include <string_view>

#include "base/result.h"
#include "exchange/table.h"

namespace kanon {

/// The character that separates the fields of a text: what its first line has most of among `;`, `,` and tabs, or what
/// a line `sep=;` says, as Excel reads it.
char csv_separator(std::string_view text);

/// Fields between separators, in double quotes where they hold one (RFC 4180); line ends are line feeds. Fails beyond
/// 200,000 rows or 200 columns.
Result<Table> read_csv(std::string_view text, char separator);

}  // namespace kanon
