#include "emit/html/requirement_index.h"

#include <map>
#include <set>

namespace kanon {
namespace {

std::string link_to(const RowSource& source, std::string_view id) {
  const auto item = source.view.find(id);
  return item ? source.href_of(*item) : std::string();
}

}  // namespace

DataList requirement_index(const RowSource& source, const std::vector<const Catalog*>& catalogs,
                           const std::vector<const Document*>& documents) {
  std::map<std::string_view, DataList> carried_out_by;
  for (const Document* document : documents) {
    for (const LocatedText& id : document->implements) {
      Data row;
      put(row, "title", *document->title);
      put(row, "href", text_or_nothing(source.href_of(source.view.ref_of(*document))));
      carried_out_by[*id].push_back(std::move(row));
    }
  }
  DataList rows;
  const auto add = [&](const std::string& id, const std::string& text) {
    Data row;
    put(row, "id", id);
    put(row, "href", text_or_nothing(link_to(source, id)));
    put(row, "text", text);
    put(row, "documents", items_or_nothing(carried_out_by[id]));
    rows.push_back(std::move(row));
  };
  std::set<std::string_view> shown;
  for (const Catalog* catalog : catalogs) {
    for (const Requirement& requirement : catalog->requirements) {
      if (shown.insert(*requirement.id).second) add(*requirement.id, *requirement.text);
    }
  }
  std::set<std::string> others;
  for (const auto& [id, documents_of_it] : carried_out_by) {
    if (!shown.contains(id) && !link_to(source, id).empty()) others.emplace(id);
  }
  for (const std::string& id : others) add(id, {});
  return rows;
}

}  // namespace kanon
