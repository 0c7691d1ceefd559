#pragma once

#include "model/config.h"
#include "read/mapping_findings.h"

namespace kanon {

/// kanon.yaml (contract, section 2), with the defaults for what it leaves out. Beyond the contract it may name folders
/// of pages beside content/pages: `pages: [{folder: docs, address: manual}]`.
///
/// Default audiences and the approvals of default document types are kept as far as the file's own classifications and
/// bodies know them; where no default audience is left, `public` sees the least restricted level.
Config read_config(Reading& reading);

}  // namespace kanon
