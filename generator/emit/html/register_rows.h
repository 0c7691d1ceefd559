#pragma once

#include <map>
#include <string>

#include "emit/html/rows.h"

namespace kanon {

/// What stands after an embed's name: `catalog=basis phase=2`.
using EmbedOptions = std::map<std::string, std::string>;

/// {id, document, section, reason, measures, decided_by, decided, expires}; `document=ID` keeps those of one document.
DataList dispensation_rows(const RowSource& source, const EmbedOptions& options);
/// {control, applicable, justification, status, documents}: the Statement of Applicability.
DataList control_rows(const RowSource& source);
/// {id, text, kind, form, verification, frequency, note}: the requirements of `catalog=ID`, those it inherits first;
/// `phase=ID` keeps those of one phase. Without `catalog`, those of every catalog.
/// {id, text, theme, kind, form, verification, frequency, controls, note}
Data requirement_row(const Words& words, const Requirement& requirement);
DataList requirement_rows(const RowSource& source, const EmbedOptions& options);
/// {id, text, requirements}: each recommendation of `catalog=ID`, and the ids of the requirements that carry it out.
DataList coverage_rows(const RowSource& source, const EmbedOptions& options);

}  // namespace kanon
