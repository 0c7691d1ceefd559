#pragma once

#include <cmark-gfm.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "read/markdown_source.h"

namespace kanon {

/// The footnotes of a body, numbered as the tree refers to them. (cmark numbers them as the source does, with
/// references in text that is left out and in definitions that nobody refers to.)
class Footnotes {
 public:
  Footnotes(cmark_node* document, const SourceLines& source);

  struct Reference {
    std::string_view label;
    std::uint32_t number = 0;
    std::uint8_t occurrence = 0;
  };
  /// Counts a reference; nothing if cmark's node names no definition.
  std::optional<Reference> refer(cmark_node* reference);
  /// The label of the definition that cmark's node names; empty if none.
  std::string_view label_of(cmark_node* reference) const;

  struct Definition {
    cmark_node* node = nullptr;
    std::string label;
    std::uint32_t begin = 0;  ///< of `[^label]:` in the source
    std::uint32_t number = 0;
    std::uint32_t references = 0;
  };
  /// The definition with this number, counted from 1; null while nothing refers to it.
  const Definition* numbered(std::uint32_t number) const;

  /// Labels of all that reads like a definition, also where nothing refers to it: candidates for a mistyped one.
  const std::vector<std::string>& labels_in_source() const { return labels_; }

 private:
  std::optional<std::size_t> index_of(cmark_node* reference) const;

  std::vector<Definition> definitions_;  ///< in cmark's order
  std::vector<std::size_t> by_number_;
  std::vector<std::string> labels_;
};

}  // namespace kanon
