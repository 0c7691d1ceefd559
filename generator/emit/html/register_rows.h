#pragma once

#include <map>
#include <string>

#include "emit/html/rows.h"

namespace kanon {

/// What stands after an embed's name: `catalog=basis phase=2`.
using EmbedOptions = std::map<std::string, std::string>;

/// {id, document, section, reason, measures, decided_by, decided, expires}
Data dispensation_row(const RowSource& source, const Dispensation& dispensation);
/// Of all; `document=ID` keeps those of one document.
DataList dispensation_rows(const RowSource& source, const EmbedOptions& options);
/// {title, tells_reasons, controls: {id, title, applicable, applicable_key, justification, status, documents,
/// requirements}}: the Statement of Applicability by theme; empty without a register of controls.
DataList control_themes(const RowSource& source);
/// {id, text, theme, kind, form, verification, frequency, note}
Data requirement_row(const Words& words, const Requirement& requirement);
/// requirement_row with {href, recommendation_ids, control_ids, inherited_from}: the requirements of `catalog=ID`,
/// those it inherits first; `phase=ID` keeps those of one phase, `version=V` asks for a release. Without `catalog`,
/// those of every catalog.
DataList requirement_rows(const RowSource& source, const EmbedOptions& options);
/// {id, text, requirements}: each recommendation of `catalog=ID`, or of every catalog, and the requirements that carry
/// it out: {title, href}.
DataList coverage_rows(const RowSource& source, const EmbedOptions& options);
/// The id that a recommendation of a catalog is reached by on the page of what the catalog covers. Two never share one.
std::string recommendation_anchor(std::string_view id);
/// The word for how far a control is.
const std::string& status_word(const Words& words, ControlStatus status);

}  // namespace kanon
