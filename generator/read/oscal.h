#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/located.h"

namespace kanon {

// An OSCAL 1.1 catalog (NIST, https://pages.nist.gov/OSCAL), as far as Kanon knows it, whether it was written as XML or
// as JSON. What is absent is empty. Places are those of the XML; JSON has none.

/// Whose properties with this namespace are Kanon's own.
inline constexpr std::string_view kOscalNamespace = "https://kanon.example/ns/oscal";
/// `class` of a property whose value is a packed_text().
inline constexpr std::string_view kPackedClass = "packed";

/// In a prose, between these, stands the id of a parameter to be inserted. Neither can stand in XML itself.
inline constexpr char kInsertBegin = '\x01';
inline constexpr char kInsertEnd = '\x02';

using OscalText = Located<std::string>;

struct OscalProp {
  std::string name;
  std::string ns;
  std::string css;  ///< its `class`
  OscalText value;
};

struct OscalLink {
  std::string href;
  std::string rel;
  std::string text;
};

struct OscalPart {
  std::string id;
  std::string name;
  std::vector<OscalProp> props;
  OscalText prose;  ///< plain text, a paragraph a line
  std::vector<OscalPart> parts;
};

struct OscalParam {
  std::string id;
  std::string label;
  std::vector<std::string> values;
  std::vector<std::string> choices;
};

struct OscalControl {
  Range range;
  OscalText id;
  OscalText title;
  std::vector<OscalParam> params;
  std::vector<OscalProp> props;
  std::vector<OscalLink> links;
  std::vector<OscalPart> parts;
  std::vector<OscalControl> controls;
};

struct OscalGroup {
  OscalText id;
  OscalText title;
  std::vector<OscalParam> params;
  std::vector<OscalProp> props;
  std::vector<OscalGroup> groups;
  std::vector<OscalControl> controls;
};

struct OscalRevision {
  Range range;
  OscalText published;
  OscalText last_modified;
  OscalText version;
  std::vector<OscalProp> props;
  OscalText remarks;
};

struct OscalRole {
  std::string id;
  std::string title;
};

struct OscalParty {
  std::string uuid;
  std::string name;
  std::vector<OscalProp> props;
};

struct OscalResponsible {
  std::string role;
  std::vector<std::string> parties;  ///< by uuid
};

struct OscalMetadata {
  Range range;
  OscalText title;
  OscalText published;
  OscalText last_modified;
  OscalText version;
  std::vector<OscalRevision> revisions;
  std::vector<OscalProp> props;
  std::vector<OscalRole> roles;
  std::vector<OscalParty> parties;
  std::vector<OscalResponsible> responsibles;
};

struct OscalResource {
  Range range;
  std::string uuid;
  std::string title;
  std::vector<OscalProp> props;
  OscalText description;
};

struct OscalCatalog {
  Range range;
  std::string uuid;
  OscalMetadata metadata;
  std::vector<OscalParam> params;
  std::vector<OscalControl> controls;
  std::vector<OscalGroup> groups;
  std::vector<OscalResource> resources;
};

}  // namespace kanon
