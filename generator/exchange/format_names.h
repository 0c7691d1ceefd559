#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/exchange.h"

namespace kanon {

/// What the command line calls a format: csv, xlsx, oscal-xml, oscal-json, reqif, markdown.
const std::string& name_of(ExchangeFormat format);
std::optional<ExchangeFormat> format_of(std::string_view name);
/// All of them, in that order.
const std::vector<std::string>& format_names();

/// The format that a file's content shows: a zip archive is xlsx, XML is ReqIF by its root element and else OSCAL, JSON
/// is OSCAL; any other text is csv by the ending of its name (csv, tsv, txt) or by its first line. Nothing where it is
/// none of them.
std::optional<ExchangeFormat> detected_format(std::string_view bytes, std::string_view name);

}  // namespace kanon
