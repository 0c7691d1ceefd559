#pragma once

#include <map>
#include <string_view>

#include "check/rule.h"
#include "resolve/suggestion.h"

namespace kanon {

/// Finds ids that name nothing, or something of another kind than is wanted, and tells which was most likely meant.
class UnknownIds {
 public:
  UnknownIds(const CheckInput& input, Reporter& reporter) : model_(input.model), reporter_(reporter) {}

  void judge(FileIndex file, std::string_view id, Range range, ItemKind wanted);

 private:
  Suggestions& ids_of(ItemKind kind);

  const Model& model_;
  Reporter& reporter_;
  std::map<ItemKind, Suggestions> ids_;  ///< made when the first unknown id asks
};

}  // namespace kanon
