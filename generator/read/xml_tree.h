#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "model/located.h"

namespace kanon {

struct XmlAttribute {
  std::string_view name;  ///< without prefix
  Located<std::string> value;
};

/// An element, or a run of text. The nodes of a tree stand in one array, each before its children (preorder).
struct XmlNode {
  std::string_view name;   ///< of an element, without prefix; empty for text
  std::string_view space;  ///< the namespace's URI; empty where there is none
  std::string text;        ///< of text, with references replaced
  std::vector<XmlAttribute> attributes;
  std::uint32_t next = 0;  ///< index of the first node after this one's subtree
  Range range;             ///< of an element from its `<` to behind its last `>`
  Range start_tag;
  Range content;  ///< between start and end tag

  bool is_text() const { return name.empty(); }
};

/// An XML document without comments, processing instructions and namespace declarations.
class XmlTree {
 public:
  XmlTree() = default;
  XmlTree(XmlTree&&) = default;
  XmlTree& operator=(XmlTree&&) = default;
  XmlTree(const XmlTree&) = delete;
  XmlTree& operator=(const XmlTree&) = delete;
  ~XmlTree() = default;

  /// Index 0 is the root.
  const XmlNode& operator[](std::uint32_t node) const { return nodes_[node]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

  /// The elements and texts directly below.
  std::vector<std::uint32_t> children(std::uint32_t node) const;
  /// The elements of a name directly below.
  std::vector<std::uint32_t> children(std::uint32_t node, std::string_view name) const;
  /// The first of them; 0, which is never a child, where there is none.
  std::uint32_t child(std::uint32_t node, std::string_view name) const;
  /// An attribute's value; empty, without a place, where there is none.
  Located<std::string> attribute(std::uint32_t node, std::string_view name) const;
  /// All text of a subtree as it is written, and where the words of the element stand.
  Located<std::string> text(std::uint32_t node) const;

 private:
  friend class XmlTreeBuilder;
  std::vector<XmlNode> nodes_;
  std::unordered_set<std::string> names_;  ///< what the nodes' names refer to
};

/// Bounds on a document, so that what works on its tree may recurse, and takes the time of a large catalog at most.
inline constexpr std::size_t kDeepestXml = 64;
inline constexpr std::size_t kMostXmlNodes = 600'000;
inline constexpr std::size_t kMostXmlAttributes = 64;  ///< of an element

/// Parses a well-formed XML 1.0 document of UTF-8 without byte order mark and carriage returns. Its entities are never
/// expanded, a document type is refused, nothing is fetched. A finding (invalid-value) says what is wrong, at its
/// place.
std::expected<XmlTree, Finding> parse_xml(std::string_view text);

}  // namespace kanon
