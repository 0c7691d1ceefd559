#pragma once

#include "read/source_keys.h"

namespace kanon {

/// The keys of each kind of source.
const std::vector<SourceKey>& document_keys();
const std::vector<SourceKey>& catalog_keys();
const std::vector<SourceKey>& handbook_keys();
const std::vector<SourceKey>& member_keys();
const std::vector<SourceKey>& project_keys();
const std::vector<SourceKey>& criteria_keys();
const std::vector<SourceKey>& glossary_keys();
const std::vector<SourceKey>& dispensation_keys();
const std::vector<SourceKey>& control_keys();
const std::vector<SourceKey>& page_keys();
const std::vector<SourceKey>& configuration_keys();

/// Keys that several kinds have.
SourceKey own_id_key();
SourceKey classification_key();
SourceKey aliases_key();

}  // namespace kanon
