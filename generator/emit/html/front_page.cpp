#include <algorithm>

#include "emit/html/page_parts.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

// A front page is a way in, not the list itself.
constexpr std::size_t most_rows = 12;

/// {href, items}; `false` where the site has no such section.
Data job(const PageParts& parts, const std::string& address, const DataList& items) {
  if (items.empty() || parts.site.page_at(address) == nullptr) return false;
  Data data;
  put(data, "href", parts.hrefs.to(address));
  put(data, "items", items);
  return data;
}

Data documents(const PageParts& parts) {
  DataList rows;
  for (const Document* document : parts.view().roots()) {
    if (rows.size() < most_rows) rows.push_back(document_row(parts.rows(), *document));
  }
  return job(parts, folders(parts.view().language()).documents, rows);
}

Data handbooks(const PageParts& parts) {
  DataList rows;
  for (const Handbook* handbook : parts.view().handbooks()) {
    if (rows.size() == most_rows) break;
    Data row = item_row(parts.rows(), parts.view().ref_of(*handbook));
    put(row, "subtitle", text_or_nothing(handbook->subtitle));
    rows.push_back(std::move(row));
  }
  return job(parts, folders(parts.view().language()).handbooks, rows);
}

std::string count_text(const Words& words, std::size_t count, std::string_view one, std::string_view many) {
  return words.with(count == 1 ? one : many, {{"n", std::to_string(count)}});
}

/// «11 stiftende medlemmer og 3 associerede medlemmer»
std::string members_text(const PageParts& parts) {
  const auto& members = parts.view().members();
  const auto is_founding = [](const PublishedMember& member) { return member.kind == MemberKind::founding; };
  const auto founding = static_cast<std::size_t>(std::count_if(members.begin(), members.end(), is_founding));
  const std::size_t associated = members.size() - founding;
  const std::string first = count_text(parts.words, founding, "members_founding_one", "members_founding_many");
  const std::string second = count_text(parts.words, associated, "members_associated_one", "members_associated_many");
  if (associated == 0) return first;
  if (founding == 0) return second;
  return parts.words.with("members_both", {{"founding", first}, {"associated", second}});
}

Data members(const PageParts& parts) {
  const Folders& at = folders(parts.view().language());
  if (parts.site.page_at(at.members) == nullptr) return false;
  Data data;
  put(data, "href", parts.hrefs.to(at.members));
  put(data, "text", members_text(parts));
  put(data, "admission_href",
      parts.site.page_at(at.admission) == nullptr ? Data(false) : Data(parts.hrefs.to(at.admission)));
  return data;
}

}  // namespace

void add_front(Data& data, const PageParts& parts) {
  const auto text = parts.page.item;
  put(data, "content", text ? body_html(parts, parts.view().page(*text).file) : Data(false));
  put(data, "documents", documents(parts));
  put(data, "handbooks", handbooks(parts));
  put(data, "members", members(parts));
}

void add_free_page(Data& data, const PageParts& parts) {
  put(data, "content", body_html(parts, parts.view().page(*parts.page.item).file));
}

}  // namespace kanon
