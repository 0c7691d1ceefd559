#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "exchange/table.h"

namespace kanon {

/// A sheet of a workbook, all its cells as text: of a formula its last result, of a number its shortest form.
struct Sheet {
  std::string name;
  Table table;
  std::size_t formulas = 0;
};

/// The sheets of a workbook (Office Open XML, ECMA-376 part 1, .xlsx), in order, hidden ones too. Nothing in it is
/// executed or fetched. Fails where it is no such workbook, and beyond the bounds on its size: 64 MiB when unpacked, 32
/// MiB of text, 200,000 rows, 200 columns.
Result<std::vector<Sheet>> read_workbook(std::string_view bytes);

}  // namespace kanon
