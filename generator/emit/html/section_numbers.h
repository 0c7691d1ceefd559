#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "plan/view.h"

namespace kanon {

/// Whether a document's headings bring numbers of their own («2.1 Krav», «§ 4»), beside which others would only
/// confuse.
bool brings_numbers(const std::vector<Heading>& headings);

/// The number of each section of a document, by its heading's node: «4» for the fourth heading of the second level,
/// «4.2» for the second of the third level below it. None for deeper headings, for
/// those of the third level before any of the second, and where the headings bring numbers of their own.
std::map<std::uint32_t, std::string> section_numbers(const std::vector<Heading>& headings);

}  // namespace kanon
