#pragma once

#include "base/message.h"
#include "exchange/exchange.h"
#include "exchange/table.h"

namespace kanon {

/// A catalog as one table that holds all of it: the names of the columns, then a row for the catalog itself, for each
/// history entry, approval, phase and recommendation, and for each requirement, followed by the rules that it is
/// excepted from. What the columns mean to each:
///
/// - catalog: id, title, version, level, extends, owner, classification, effective, review every, aliases
/// - history: version, date, by, text (the change), kind
/// - approval: by (the body), date, version
/// - phase: id, title
/// - recommendation: id, phase, text
/// - requirement: id to note
/// - exception: id (of the requirement), rule, text (the reason)
Table table_of(const Catalog& catalog, Language language);

/// A catalog out of such a table, or of any table whose columns have names that are known: in any order, in either
/// language, below whatever stands above them. Without a column `record`, every row is a requirement. Fails where no
/// row names the columns.
Result<Imported> catalog_of(const Table& table);

/// Cells that hold more than a spreadsheet's cell takes (cell_text.h) go on in rows of their own (`continued`), which
/// catalog_of puts together again.
Table within_cells(Table table, Language language);

}  // namespace kanon
