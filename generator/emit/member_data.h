#pragma once

#include <vector>

#include "emit/artifact.h"
#include "plan/site.h"

namespace kanon {

/// The members that this audience sees, former ones among them, by id, for machines and spreadsheets:
///
/// data/members.json: `{"version":1,"members":[…]}`. What a member doesn't have is null, or an empty list. Addresses
/// begin at the site's own folder.
///
/// data/members.schema.json: what that file holds, as a JSON Schema (2020-12).
///
/// data/members.csv: the same without the statements, a member a line (RFC 4180; UTF-8 with BOM, lines end in CRLF).
/// Fields are separated as spreadsheets in the site's language expect: by `;` in Danish, by `,` in English. What a
/// spreadsheet would take for a formula has a `'` before it.
std::vector<Artifact> emit_member_data(const Site& site);

}  // namespace kanon
