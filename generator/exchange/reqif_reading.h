#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "exchange/reqif_values.h"
#include "read/xml_tree.h"

namespace kanon {

struct ReqifObject {
  std::string type;       ///< its type's LONG-NAME
  std::string long_name;  ///< its own, else its DESC
  std::string identifier;
  ReqifAttributes attributes;
  std::string first_xhtml;  ///< the first of its values that is no plain string
};

/// An object in the outline of a specification.
struct ReqifPlace {
  std::string object;  ///< IDENTIFIER
  std::vector<ReqifPlace> children;
};

struct ReqifSpecification {
  std::string type;
  std::string long_name;
  ReqifAttributes attributes;
  std::vector<ReqifPlace> children;
};

/// What Kanon reads of a ReqIF document, of 1.0 to 1.2 or of its forerunner RIF. Names of attributes and enumeration
/// values stand for their identifiers; attributes of others have lower-case names.
struct ReqifDocument {
  std::string title;
  std::string last_change;  ///< the newest LAST-CHANGE, else CREATION-TIME; empty where there is none
  std::vector<ReqifObject> objects;
  std::map<std::string, std::size_t> by_identifier;
  std::vector<ReqifSpecification> specifications;
  std::size_t relations = 0;
  std::size_t without_last_change = 0;  ///< objects
};

bool is_reqif(const XmlTree& tree);
ReqifDocument read_reqif(const XmlTree& tree);

}  // namespace kanon
