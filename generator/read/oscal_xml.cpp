#include "read/oscal_xml.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/packed_text.h"
#include "read/xml_prose.h"

namespace kanon {
namespace {

/// What a part holds beside its prose.
constexpr std::array<std::string_view, 4> kNoProse{"title", "prop", "part", "link"};

class OscalXmlReader {
 public:
  explicit OscalXmlReader(const XmlTree& tree) : tree_(tree) {}

  OscalCatalog read() const {
    OscalCatalog catalog;
    catalog.range = tree_[0].start_tag;
    catalog.uuid = tree_.attribute(0, "uuid").value;
    if (const auto metadata = tree_.child(0, "metadata")) catalog.metadata = read_metadata(metadata);
    catalog.params = params_of(0);
    catalog.controls = controls_of(0);
    catalog.groups = groups_of(0);
    for (const std::uint32_t back : tree_.children(0, "back-matter")) {
      for (const std::uint32_t node : tree_.children(back, "resource")) catalog.resources.push_back(resource(node));
    }
    return catalog;
  }

 private:
  /// The stretch of an element's content without the blanks around it.
  Range words_of(std::uint32_t node) const {
    const XmlNode& at = tree_[node];
    Range range = at.content;
    std::uint32_t first = node + 1;
    if (first < at.next && tree_[first].is_text() && tree_[first].next == at.next) {
      const std::string& text = tree_[first].text;
      const auto leading = text.find_first_not_of(" \t\n");
      const auto trailing = text.find_last_not_of(" \t\n");
      const auto size = static_cast<std::uint32_t>(text.size());
      // Only where the text stands as it is written, without references.
      if (leading != std::string::npos && size == range.end - range.begin) {
        range.end = range.begin + static_cast<std::uint32_t>(trailing) + 1;
        range.begin += static_cast<std::uint32_t>(leading);
      }
    }
    return range;
  }

  /// A child of one line; empty, without a place, where there is none.
  OscalText line(std::uint32_t parent, std::string_view name) const {
    const std::uint32_t node = tree_.child(parent, name);
    if (node == 0) return {};
    XmlProse prose(tree_);
    prose.add(node);
    return {collapsed(prose.take()), words_of(node)};
  }

  OscalText prose(std::uint32_t parent, std::string_view name) const {
    const std::uint32_t node = tree_.child(parent, name);
    if (node == 0) return {};
    XmlProse prose(tree_);
    prose.add(node);
    return {prose.take(), words_of(node)};
  }

  std::vector<OscalProp> props_of(std::uint32_t parent) const {
    std::vector<OscalProp> props;
    for (const std::uint32_t node : tree_.children(parent, "prop")) {
      props.push_back({tree_.attribute(node, "name").value, tree_.attribute(node, "ns").value,
                       tree_.attribute(node, "class").value, tree_.attribute(node, "value")});
    }
    return props;
  }

  std::vector<OscalLink> links_of(std::uint32_t parent) const {
    std::vector<OscalLink> links;
    for (const std::uint32_t node : tree_.children(parent, "link")) {
      links.push_back(
          {tree_.attribute(node, "href").value, tree_.attribute(node, "rel").value, line(node, "text").value});
    }
    return links;
  }

  std::vector<OscalParam> params_of(std::uint32_t parent) const {
    std::vector<OscalParam> params;
    for (const std::uint32_t node : tree_.children(parent, "param")) {
      OscalParam param{tree_.attribute(node, "id").value, line(node, "label").value, {}, {}};
      for (const std::uint32_t value : tree_.children(node, "value")) {
        param.values.push_back(collapsed(tree_.text(value).value));
      }
      if (const std::uint32_t select = tree_.child(node, "select")) {
        for (const std::uint32_t choice : tree_.children(select, "choice")) {
          XmlProse words(tree_);
          words.add(choice);
          param.choices.push_back(collapsed(words.take()));
        }
      }
      params.push_back(std::move(param));
    }
    return params;
  }

  std::vector<OscalPart> parts_of(std::uint32_t parent) const {
    std::vector<OscalPart> parts;
    for (const std::uint32_t node : tree_.children(parent, "part")) parts.push_back(part(node));
    return parts;
  }

  OscalPart part(std::uint32_t node) const {
    OscalPart part{
        tree_.attribute(node, "id").value, tree_.attribute(node, "name").value, props_of(node), {}, parts_of(node)};
    XmlProse prose(tree_);
    for (const std::uint32_t child : tree_.children(node)) {
      const bool is_prose = !tree_[child].is_text() && std::ranges::find(kNoProse, tree_[child].name) == kNoProse.end();
      if (!is_prose) continue;
      const bool is_first = prose.is_empty();
      prose.add(child);
      const Range words = words_of(child);
      part.prose.range = is_first ? words : Range{part.prose.range.begin, words.end};
    }
    part.prose.value = prose.take();
    return part;
  }

  std::vector<OscalControl> controls_of(std::uint32_t parent) const {
    std::vector<OscalControl> controls;
    for (const std::uint32_t node : tree_.children(parent, "control")) {
      OscalControl control;
      control.range = tree_[node].start_tag;
      control.id = tree_.attribute(node, "id");
      control.title = line(node, "title");
      control.params = params_of(node);
      control.props = props_of(node);
      control.links = links_of(node);
      control.parts = parts_of(node);
      control.controls = controls_of(node);
      controls.push_back(std::move(control));
    }
    return controls;
  }

  std::vector<OscalGroup> groups_of(std::uint32_t parent) const {
    std::vector<OscalGroup> groups;
    for (const std::uint32_t node : tree_.children(parent, "group")) {
      groups.push_back({tree_.attribute(node, "id"), line(node, "title"), params_of(node), props_of(node),
                        groups_of(node), controls_of(node)});
    }
    return groups;
  }

  OscalMetadata read_metadata(std::uint32_t node) const {
    OscalMetadata metadata;
    metadata.range = tree_[node].start_tag;
    metadata.title = line(node, "title");
    metadata.published = line(node, "published");
    metadata.last_modified = line(node, "last-modified");
    metadata.version = line(node, "version");
    for (const std::uint32_t list : tree_.children(node)) {
      if (tree_[list].name == "revisions" || tree_[list].name == "revision-history") read_revisions(list, metadata);
    }
    metadata.props = props_of(node);
    for (const std::uint32_t role : tree_.children(node, "role")) {
      metadata.roles.push_back({tree_.attribute(role, "id").value, line(role, "title").value});
    }
    for (const std::uint32_t party : tree_.children(node, "party")) {
      const std::uint32_t named = tree_.child(party, "name");
      const OscalText name = line(party, named != 0 ? "name" : "party-name");
      metadata.parties.push_back({tree_.attribute(party, "uuid").value, name.value, props_of(party)});
    }
    for (const std::uint32_t responsible : tree_.children(node, "responsible-party")) {
      OscalResponsible read{tree_.attribute(responsible, "role-id").value, {}};
      for (const std::uint32_t party : tree_.children(responsible, "party-uuid")) {
        read.parties.push_back(collapsed(tree_.text(party).value));
      }
      metadata.responsibles.push_back(std::move(read));
    }
    return metadata;
  }

  void read_revisions(std::uint32_t list, OscalMetadata& metadata) const {
    for (const std::uint32_t node : tree_.children(list, "revision")) {
      metadata.revisions.push_back({tree_[node].range, line(node, "published"), line(node, "last-modified"),
                                    line(node, "version"), props_of(node), prose(node, "remarks")});
      OscalRevision& revision = metadata.revisions.back();
      if (revision.remarks->empty()) revision.remarks = line(node, "title");
    }
  }

  OscalResource resource(std::uint32_t node) const {
    return {tree_[node].start_tag, tree_.attribute(node, "uuid").value, line(node, "title").value, props_of(node),
            prose(node, "description")};
  }

  const XmlTree& tree_;
};

}  // namespace

bool is_oscal_catalog(const XmlTree& tree) { return tree.size() > 0 && tree[0].name == "catalog"; }

OscalCatalog read_oscal_xml(const XmlTree& tree) { return OscalXmlReader(tree).read(); }

}  // namespace kanon
