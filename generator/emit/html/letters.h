#pragma once

#include <string>

#include "emit/html/rows.h"

namespace kanon {

/// A sorted list under the letters that its entries begin with: [{letter, anchor, <name of the rows>}].
class LetterGroups {
 public:
  /// `words` must outlive the groups.
  LetterGroups(const Words& words, std::string rows_name) : words_(words), rows_name_(std::move(rows_name)) {}

  void add(const std::string& title, Data row);
  DataList take();

 private:
  void close();

  const Words& words_;
  std::string rows_name_;
  std::string letter_;
  DataList rows_;
  DataList groups_;
};

}  // namespace kanon
