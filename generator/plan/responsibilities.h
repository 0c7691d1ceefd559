#pragma once

#include <string>
#include <vector>

#include "plan/view.h"

namespace kanon {

/// A section of a document; without an anchor what stands before its first heading.
struct SectionName {
  std::string anchor;
  std::string title;
};

/// Where a document's text names somebody.
struct Mention {
  const Document* document = nullptr;
  std::vector<SectionName> sections;  ///< in their order
};

/// What a unit or a body has to do with what an audience sees.
struct Responsibility {
  std::string name;
  std::vector<const Document*> documents;  ///< that it owns, by title
  std::vector<ItemRef> further;            ///< handbooks, then catalogs that it owns
  std::vector<const Document*> decides;    ///< documents of the types that it has to approve, by title
  std::vector<Mention> mentions;           ///< by the document's title
};

/// Everybody who owns something of what this audience sees, or has to approve it, by name. Project files know no roles:
/// a role is the owner that front matter names, or a body of kanon.yaml, and it is named wherever a text has its name
/// as a word of its own, in the same letters, the genitive among it («HR's», «It-drifts»).
///
/// Looking for names goes through all texts: it can be left out.
enum class Mentions { found, left_out };
std::vector<Responsibility> responsibilities(const View& view, Mentions mentions = Mentions::found);

}  // namespace kanon
