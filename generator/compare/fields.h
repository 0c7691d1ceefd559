#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/redline.h"

namespace kanon {

/// One field of an item or record, by its key in the source. A list has a value for each of its entries.
struct Field {
  std::string name;
  std::vector<std::string> values;
  bool is_list = false;
};

struct FieldEntry {
  Fate fate = Fate::same;  ///< same, inserted or deleted
  std::string text;
};

/// A field that is not as it was.
struct FieldChange {
  std::string name;
  Fate fate = Fate::changed;          ///< inserted: it was empty; deleted: it is empty
  std::vector<Piece> pieces{};        ///< of a text: by words, in plain format
  std::vector<FieldEntry> entries{};  ///< of a list, in order
};

/// Two plain texts as one, by words.
std::vector<Piece> compare_texts(std::string_view before, std::string_view after);

/// The fields that differ, in the order of `after`, then those that only `before` has. A field without values is none.
std::vector<FieldChange> compare_fields(const std::vector<Field>& before, const std::vector<Field>& after);

}  // namespace kanon
