#pragma once

#include <string>

#include "base/result.h"
#include "emit/html/layouts.h"
#include "emit/html/words.h"
#include "emit/redline/html.h"

namespace kanon {

/// What the layout `redline_content` uses of a report: {item_type, item_title, change, kind, by, date, approvals,
/// count, before, after, unchanged, fields, records, body, contents}. Links to pages are the caller's to put in.
void add_redline(Data& data, const RedlineReport& report, const Words& words, const RedlineSurroundings& surroundings);

/// The theme's style sheet for a page that has it inside: without what it would fetch, and without an end of the
/// element that it stands in.
std::string inline_styles(const Theme& theme);

/// One page that needs no other file. Wrong use: a layout with a mistake.
Result<std::string> redline_as_html(const RedlineReport& report, Language language, const Theme& theme);

}  // namespace kanon
