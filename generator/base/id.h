#pragma once

#include <string_view>

namespace kanon {

/// `[a-z0-9][a-z0-9-]*`: documents, members, projects, criteria, objectives, catalogs, handbooks, terms, dispensations.
bool is_item_id(std::string_view text);
/// `[A-Za-z0-9][A-Za-z0-9.-]*`: requirements.
bool is_requirement_id(std::string_view text);

}  // namespace kanon
