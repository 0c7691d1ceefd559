#pragma once

#include <string>
#include <vector>

#include "model/config.h"
#include "model/items.h"

namespace kanon {

/// The ids of the bodies that have not approved the version that an item's source is at, of those that its type, or
/// kanon.yaml for catalogs and handbooks, asks for; in that order, each once. An approval of another version does not
/// count. Of an unknown type nothing is asked.
std::vector<std::string> missing_approvals(const Config& config, const Document& document);
std::vector<std::string> missing_approvals(const Config& config, const Catalog& catalog);
std::vector<std::string> missing_approvals(const Config& config, const Handbook& handbook);

}  // namespace kanon
