#include "resolve/traceability.h"

#include <set>
#include <utility>

namespace kanon {
namespace {

/// The requirement that a link leads to, if it is one: by its own id, or by its anchor on its catalog's page.
std::optional<ItemRef> requirement_of(const Model& model, const LinkTarget& target) {
  const auto* to = std::get_if<ToItem>(&target);
  if (to == nullptr) return std::nullopt;
  if (to->item.kind == ItemKind::requirement) return to->item;
  if (to->item.kind != ItemKind::catalog || to->anchor.empty()) return std::nullopt;
  const auto found = model.find(to->anchor);
  const bool is_of_it = found && found->kind == ItemKind::requirement && found->index == to->item.index;
  return is_of_it ? found : std::nullopt;
}

class DocumentTrace {
 public:
  DocumentTrace(const Model& model, std::uint32_t document, std::vector<Implementation>& found)
      : model_(model), document_(document), found_(found) {}

  void collect() {
    const Document& document = model_.source().documents[document_];
    std::vector<ItemRef> as_a_whole;
    for (const LocatedText& id : document.implements) {
      const auto item = model_.find(*id);
      if (item && item->kind == ItemKind::requirement) as_a_whole.push_back(*item);
    }
    collect_links(document.file, as_a_whole);
    for (const ItemRef requirement : as_a_whole) {
      if (named_.insert(requirement).second) add(requirement, {});
    }
  }

 private:
  /// What is linked to above the first heading is carried out by the document as a whole.
  void collect_links(FileIndex file, std::vector<ItemRef>& as_a_whole) {
    const ParsedFile& source = model_.source().parsed(file);
    const auto nodes = source.markdown();
    std::set<std::pair<ItemRef, std::string>> met;
    std::string section;
    std::uint32_t heading = 1;
    // Both links and headings stand in the order of the text.
    for (const Link& link : model_.links[file]) {
      for (; heading < nodes.size() && heading <= link.node; heading = nodes[heading].next) {
        if (nodes[heading].kind == MarkdownKind::heading) section = source.string(nodes[heading].text);
      }
      const auto requirement = requirement_of(model_, link.target);
      if (!requirement) continue;
      if (section.empty()) {
        as_a_whole.push_back(*requirement);
      } else if (met.emplace(*requirement, section).second) {
        named_.insert(*requirement);
        add(*requirement, section);
      }
    }
  }

  void add(ItemRef requirement, std::string section) {
    found_.push_back({requirement, {ItemKind::document, document_, 0}, std::move(section)});
  }

  const Model& model_;
  std::uint32_t document_;
  std::vector<Implementation>& found_;
  std::set<ItemRef> named_;
};

}  // namespace

std::vector<Implementation> implementations_of(const Model& model, ItemRef document) {
  std::vector<Implementation> found;
  DocumentTrace(model, document.index, found).collect();
  return found;
}

std::vector<Implementation> implementations(const Model& model) {
  std::vector<Implementation> found;
  const auto& documents = model.source().documents;
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    if (leads(documents[i])) DocumentTrace(model, i, found).collect();
  }
  return found;
}

}  // namespace kanon
