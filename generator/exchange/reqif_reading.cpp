#include "exchange/reqif_reading.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "read/packed_text.h"
#include "read/xml_prose.h"

namespace kanon {
namespace {

class ReqifReader {
 public:
  explicit ReqifReader(const XmlTree& tree) : tree_(tree) {}

  ReqifDocument read() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) learn_names(i);
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const std::string_view name = tree_[i].name;
      if (name == "SPEC-OBJECT") {
        add_object(i);
      } else if (name == "SPECIFICATION" || name == "SPEC-HIERARCHY-ROOT") {
        add_specification(i);
      } else if (name == "SPEC-RELATION") {
        ++document_.relations;
      } else if (name == "TITLE" && document_.title.empty()) {
        document_.title = collapsed(tree_.text(i).value);
      } else if (name == "CREATION-TIME" && document_.last_change.empty()) {
        document_.last_change = collapsed(tree_.text(i).value);
      }
    }
    return std::move(document_);
  }

 private:
  std::string attribute(std::uint32_t node, std::string_view name) const { return tree_.attribute(node, name).value; }

  /// Elements that others refer to by identifier: attributes and types by their name, enumeration values by theirs.
  void learn_names(std::uint32_t node) {
    const std::string_view name = tree_[node].name;
    const bool is_definition = name.starts_with("ATTRIBUTE-DEFINITION") || name.starts_with("SPEC-OBJECT-TYPE") ||
                               name == "SPECIFICATION-TYPE" || name == "SPEC-TYPE" || name == "ENUM-VALUE";
    if (!is_definition) return;
    const std::string identifier = attribute(node, "IDENTIFIER");
    if (identifier.empty()) return;
    std::string long_name = attribute(node, "LONG-NAME");
    for (std::uint32_t i = node; long_name.empty() && i < tree_[node].next; ++i) {
      long_name = attribute(i, "OTHER-CONTENT");
    }
    names_.emplace(identifier, std::move(long_name));
  }

  /// The name that an element refers to by an identifier somewhere in it; empty where there is none.
  std::string referred_name(std::uint32_t node) const {
    const auto found = names_.find(collapsed(tree_.text(node).value));
    return found == names_.end() ? std::string() : found->second;
  }

  std::string type_of(std::uint32_t node) const {
    const std::uint32_t type = tree_.child(node, "TYPE");
    return type == 0 ? std::string() : referred_name(type);
  }

  void add_object(std::uint32_t node) {
    ReqifObject object;
    object.identifier = attribute(node, "IDENTIFIER");
    object.type = type_of(node);
    object.long_name = collapsed(attribute(node, "LONG-NAME"));
    if (object.long_name.empty()) object.long_name = collapsed(attribute(node, "DESC"));
    read_values(node, object.attributes, object.first_xhtml);
    const std::string changed = attribute(node, "LAST-CHANGE");
    if (changed.empty()) ++document_.without_last_change;
    note_change(changed);
    document_.by_identifier.emplace(object.identifier, document_.objects.size());
    document_.objects.push_back(std::move(object));
  }

  /// Times of ISO 8601 compare as text, near enough for a day.
  void note_change(const std::string& changed) { document_.last_change = std::max(document_.last_change, changed); }

  void read_values(std::uint32_t node, ReqifAttributes& attributes, std::string& first_xhtml) const {
    const std::uint32_t values = tree_.child(node, "VALUES");
    if (values == 0) return;
    for (const std::uint32_t value : tree_.children(values)) {
      if (!tree_[value].name.starts_with("ATTRIBUTE-VALUE")) continue;
      const std::uint32_t definition = tree_.child(value, "DEFINITION");
      std::string name = definition == 0 ? std::string() : referred_name(definition);
      if (!name.starts_with("Kanon.") && !name.starts_with("ReqIF.")) name = lower_ascii(name);
      const bool is_plain = !tree_.attribute(value, "THE-VALUE").value.empty() ||
                            tree_[value].name == "ATTRIBUTE-VALUE-STRING" || tree_.child(value, "VALUES") != 0;
      std::string text = value_of(value);
      if (!is_plain && first_xhtml.empty()) first_xhtml = text;
      if (!name.empty()) attributes.values.emplace(std::move(name), std::move(text));
    }
  }

  std::string value_of(std::uint32_t value) const {
    if (const std::uint32_t enumerated = tree_.child(value, "VALUES")) {
      std::vector<std::string> chosen;
      for (const std::uint32_t reference : tree_.children(enumerated, "ENUM-VALUE-REF")) {
        chosen.push_back(referred_name(reference));
      }
      return join(chosen, ", ");
    }
    for (const std::string_view holder : {"THE-VALUE", "XHTML-CONTENT"}) {
      const std::uint32_t marked_up = tree_.child(value, holder);
      if (marked_up == 0) continue;
      XmlProse prose(tree_);
      prose.add(marked_up);
      return prose.take();
    }
    return attribute(value, "THE-VALUE");
  }

  void add_specification(std::uint32_t node) {
    ReqifSpecification specification;
    specification.type = type_of(node);
    specification.long_name = collapsed(attribute(node, "LONG-NAME"));
    std::string unused;
    read_values(node, specification.attributes, unused);
    note_change(attribute(node, "LAST-CHANGE"));
    specification.children = places(node);
    document_.specifications.push_back(std::move(specification));
  }

  std::vector<ReqifPlace> places(std::uint32_t node) const {
    std::vector<ReqifPlace> all;
    const std::uint32_t children = tree_.child(node, "CHILDREN");
    if (children == 0) return all;
    for (const std::uint32_t child : tree_.children(children, "SPEC-HIERARCHY")) {
      const std::uint32_t object = tree_.child(child, "OBJECT");
      all.push_back({object == 0 ? std::string() : collapsed(tree_.text(object).value), places(child)});
    }
    return all;
  }

  const XmlTree& tree_;
  std::map<std::string, std::string> names_;
  ReqifDocument document_;
};

}  // namespace

bool is_reqif(const XmlTree& tree) { return tree[0].name == "REQ-IF" || tree[0].name == "RIF"; }

ReqifDocument read_reqif(const XmlTree& tree) { return ReqifReader(tree).read(); }

}  // namespace kanon
