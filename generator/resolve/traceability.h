#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "resolve/model.h"

namespace kanon {

/// That a document carries out a requirement: its front matter names it, or its text links to it.
struct Implementation {
  ItemRef requirement;
  ItemRef document;
  std::string section;  ///< the anchor of the heading that the link stands under; empty: the document as a whole

  friend bool operator==(const Implementation&, const Implementation&) = default;
};

/// The requirements that a document carries out: each section once, in the order of the text. The document as a whole
/// is named, after them, only where none of its sections is.
std::vector<Implementation> implementations_of(const Model& model, ItemRef document);
/// Those of every document that leads, in their order in the corpus.
std::vector<Implementation> implementations(const Model& model);

}  // namespace kanon
