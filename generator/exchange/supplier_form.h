#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "exchange/table.h"
#include "model/items.h"

namespace kanon {

/// A requirement as a supplier answers it.
struct SupplierRow {
  std::string number;  ///< in an annex; else empty
  std::string id;
  std::string phase;
  std::string phase_title;
  std::string theme;
  std::string text;
  std::string kind;
  std::string verification;
  std::string frequency;  ///< in words
};

/// A workbook to be filled in: a cover, the requirements with empty cells for the answers, and a sheet out of sight
/// that holds all of a catalog.
struct SupplierForm {
  Language language = Language::da;
  std::string title;
  std::vector<std::pair<std::string, std::string>> facts;  ///< of the cover, by name
  std::string warning;                                     ///< stands out on the cover and at each page's head
  std::vector<SupplierRow> rows;
  Table data;  ///< empty: no such sheet
  Date date;   ///< stands for the moment it was made
  std::string author;
};

/// The row of a requirement whose phase has that title.
SupplierRow supplier_row(const Requirement& requirement, const std::string& phase_title, Language language);
/// What the cover says of the catalog itself: id, version, date, publisher.
std::vector<std::pair<std::string, std::string>> facts_of(const Catalog& catalog, const std::string& publisher,
                                                          const std::string& fingerprint, Language language);
/// The day of its version: of the history entry, else of the newest one there is.
Date date_of(const Catalog& catalog);
/// What is to be said of a catalog that is no release; empty for a release.
std::string draft_warning(const std::string& fingerprint, Language language);

/// The bytes of the workbook (Office Open XML, .xlsx). All sheets but the cells to fill in are protected, without a
/// password.
Result<std::string> workbook_of(const SupplierForm& form);

}  // namespace kanon
