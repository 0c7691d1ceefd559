#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "emit/pdf/markers.h"

namespace kanon {

/// How one table is laid out, learnt from how it was printed before.
struct TableLayout {
  enum class Size { normal, small };
  /// Small (class `small`) where the columns' longest words don't fit beside each other.
  Size size = Size::normal;
  /// Each column's share of the width, in per cent; empty: not measured yet.
  std::vector<double> widths;
  /// The rows above which the heading is repeated, because they stand first on a page. Counted from 0 without the
  /// heading.
  std::set<std::size_t> repeats;
  friend bool operator==(const TableLayout&, const TableLayout&) = default;
};

/// The tables of a text, for an engine that neither keeps rows whole nor repeats headings.
///
/// Printed without widths, a table is an ordinary one (class `measured`), with markers that tell how wide each column
/// became. Printed with widths (class `blocks`), each row is a block of its own that no page break can cross; the
/// heading stands in one block with the first row, and again with each row of `repeats`, there below the word
/// `continued`.
std::string lay_out_tables(std::string_view html, const std::vector<TableLayout>& layouts, const Markers& markers,
                           const std::string& continued);

/// How many tables a text has.
std::size_t count_tables(std::string_view html);

/// What a print tells about its tables: `before` is how they were laid out in it.
std::vector<TableLayout> measure_tables(std::string_view html, const std::vector<TableLayout>& before,
                                        const Places& places);

/// The style rules that give the columns their widths.
std::string table_styles(const std::vector<TableLayout>& layouts);

}  // namespace kanon
