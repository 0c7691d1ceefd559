#include "plan/responsibilities.h"

#include <algorithm>
#include <set>

#include "base/slug.h"
#include "emit/html/page_parts.h"
#include "emit/html/requirement_cards.h"
#include "emit/html/responsibilities.h"
#include "model/annex_a.h"

namespace kanon {
namespace {

/// More than so many are folded behind how many there are.
constexpr std::size_t most_open = 6;

/// {text, is_long, items}; `false` for none.
Data counted(const Words& words, const DataList& rows, std::size_t count, const char* one, const char* many) {
  if (rows.empty()) return false;
  Data data;
  put(data, "text", count_text(words, count, one, many));
  put(data, "is_long", rows.size() > most_open);
  put(data, "items", rows);
  return data;
}

DataList document_rows(const PageParts& parts, const std::vector<const Document*>& documents) {
  DataList rows;
  for (const Document* document : documents) rows.push_back(document_row(parts.rows(), *document));
  return rows;
}

/// [{label, documents}]: by type, in the order of kanon.yaml; what has no type of it stands last.
DataList by_type(const PageParts& parts, const std::vector<const Document*>& documents) {
  const auto& types = parts.view().config().document_types;
  std::vector<std::vector<const Document*>> groups(types.size() + 1);
  for (const Document* document : documents) {
    const auto type = std::ranges::find_if(types, [&](const DocumentType& one) { return *one.id == *document->type; });
    groups[static_cast<std::size_t>(type - types.begin())].push_back(document);
  }
  DataList rows;
  for (const auto& group : groups) {
    if (group.empty()) continue;
    Data row;
    put(row, "label", text_or_nothing(type_label(parts.view(), *group.front())));
    put(row, "documents", document_rows(parts, group));
    rows.push_back(std::move(row));
  }
  return rows;
}

DataList further_rows(const PageParts& parts, const std::vector<ItemRef>& items) {
  DataList rows;
  for (const ItemRef item : items) {
    Data row = item_row(parts.rows(), item);
    put(row, "type", parts.words[item.kind == ItemKind::handbook ? "handbook" : "catalog"]);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// {text, is_long, items: {title, href, type, sections}}
Data mentions(const PageParts& parts, const std::vector<Mention>& mentions) {
  DataList rows;
  std::size_t count = 0;
  for (const Mention& mention : mentions) {
    Data row = document_row(parts.rows(), *mention.document);
    const std::string href = parts.hrefs.to_item(parts.view().ref_of(*mention.document));
    DataList sections;
    for (const SectionName& section : mention.sections) {
      ++count;
      Data one;
      put(one, "title", section.anchor.empty() ? parts.words["beginning"] : section.title);
      put(one, "href", href.empty() || section.anchor.empty() ? Data(href) : Data(href + "#" + section.anchor));
      sections.push_back(std::move(one));
    }
    put(row, "sections", items_or_nothing(sections));
    rows.push_back(std::move(row));
  }
  return counted(parts.words, rows, count, "role_mentioned_one", "role_mentioned_many");
}

/// The controls of Annex A that the documents name, in the standard's order.
Data controls(const PageParts& parts, const std::vector<const Document*>& documents) {
  std::vector<LocatedText> ids;
  std::set<std::string_view> named;
  for (const Document* document : documents) {
    for (const LocatedText& id : document->controls) named.insert(*id);
  }
  for (const Control& control : annex_a_controls()) {
    if (named.contains(control.id)) ids.push_back({control.id, {}});
  }
  return control_list(parts, ids);
}

/// How much there is under each of the role's headings, for the list on top.
std::string overview(const Words& words, const Responsibility& role) {
  std::string text;
  const auto add = [&](std::size_t count, const char* one, const char* many) {
    if (count == 0) return;
    text += text.empty() ? "" : " · ";
    text += count_text(words, count, one, many);
  };
  add(role.documents.size() + role.further.size(), "role_owns_one", "role_owns_many");
  add(role.decides.size(), "role_decides_one", "role_decides_many");
  add(role.mentions.size(), "role_named_in_one", "role_named_in_many");
  return text;
}

Data role_row(const PageParts& parts, const Responsibility& role, const std::string& anchor) {
  Data row;
  put(row, "name", role.name);
  put(row, "anchor", anchor);
  put(row, "overview", overview(parts.words, role));
  put(row, "owns", !role.documents.empty() || !role.further.empty());
  put(row, "types", by_type(parts, role.documents));
  put(row, "further", items_or_nothing(further_rows(parts, role.further)));
  put(row, "decides",
      counted(parts.words, document_rows(parts, role.decides), role.decides.size(), "role_documents_one",
              "role_documents_many"));
  put(row, "mentions", mentions(parts, role.mentions));
  put(row, "controls", controls(parts, role.documents));
  return row;
}

}  // namespace

std::vector<std::string> role_anchors(const std::vector<Responsibility>& roles) {
  std::vector<std::string> anchors;
  std::set<std::string> taken;
  for (const Responsibility& role : roles) {
    const std::string slug = "_role-" + anchor_of(role.name);
    std::string anchor = slug;
    for (std::size_t n = 2; !taken.insert(anchor).second; ++n) anchor = slug + "-" + std::to_string(n);
    anchors.push_back(std::move(anchor));
  }
  return anchors;
}

void add_responsibilities(Data& data, const PageParts& parts) {
  const std::vector<Responsibility> roles = responsibilities(parts.view());
  const std::vector<std::string> anchors = role_anchors(roles);
  DataList rows;
  for (std::size_t i = 0; i < roles.size(); ++i) rows.push_back(role_row(parts, roles[i], anchors[i]));
  put(data, "common", items_or_nothing(document_rows(parts, parts.view().roots())));
  put(data, "roles", items_or_nothing(rows));
}

}  // namespace kanon
