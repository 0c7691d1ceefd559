#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emit/html/rows.h"

namespace kanon {

/// One row or column of a matrix.
struct MatrixEntry {
  std::string id;        ///< its short name: what a column is called
  std::string title;     ///< the rest of what it is called; may be empty
  Data href = false;     ///< where its name leads
  std::string anchor{};  ///< of a row: the id to reach it by; may be empty
};

/// Which rows have something to do with which columns, part by part: a part with as many columns as an eye can follow
/// becomes a grid of dots, a larger one a list for each row. Only what belongs together is held, never rows times
/// columns.
struct MatrixPart {
  std::string title;
  std::string anchor;
  std::vector<MatrixEntry> rows;
  std::vector<MatrixEntry> columns;
  std::vector<std::vector<std::uint32_t>> of_row;  ///< for each row the positions of its columns, ascending
};

/// What a reader is told of both sides.
struct MatrixWords {
  std::string rows;     ///< «Anbefaling»
  std::string columns;  ///< «Krav»
  std::string none;     ///< what stands for a row without any
};

/// {title, anchor, corner, columns_name, grid, list}: `grid` is {columns, rows: {id, title, href, anchor, cells,
/// none}}, `list` {rows: {…, items}}; one of them is `false`.
Data matrix_part(const MatrixPart& part, const MatrixWords& words);

}  // namespace kanon
