#include <algorithm>

#include "emit/html/page_parts.h"
#include "history/dispensation_standing.h"
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

Data catalogs(const PageParts& parts) {
  DataList rows;
  for (const Catalog* catalog : parts.view().catalogs()) {
    if (rows.size() < most_rows) rows.push_back(item_row(parts.rows(), parts.view().ref_of(*catalog)));
  }
  return job(parts, folders(parts.view().language()).catalogs, rows);
}

/// {applicability, dispensations}: `{href, text}` of what is decided and deviated from; `false` without either.
Data decisions(const PageParts& parts) {
  const View& view = parts.view();
  const Folders& at = folders(view.language());
  const auto link = [&](const std::string& address, const std::string& text) {
    if (parts.site.page_at(address) == nullptr) return Data(false);
    Data row;
    put(row, "href", parts.hrefs.to(address));
    put(row, "text", text);
    return row;
  };
  const auto chosen =
      std::ranges::count_if(view.applicability(), [](const ControlStatement& one) { return one.applicable == true; });
  const auto holds = std::ranges::count_if(view.dispensations(), [&](const Dispensation* one) {
    return standing_of(*one, parts.site.date, view.config().review_due_soon) != DispensationStanding::expired;
  });
  Data data;
  put(data, "applicability",
      link(at.applicability,
           parts.words.with("applicability_chosen",
                            {{"n", std::to_string(chosen)}, {"all", std::to_string(view.applicability().size())}})));
  put(data, "dispensations",
      link(at.dispensations,
           count_text(parts.words, static_cast<std::size_t>(holds), "dispensations_one", "dispensations_many")));
  return data["applicability"].is_false() && data["dispensations"].is_false() ? Data(false) : data;
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
  put(data, "catalogs", catalogs(parts));
  put(data, "decisions", decisions(parts));
  put(data, "members", members(parts));
}

void add_free_page(Data& data, const PageParts& parts) {
  put(data, "content", body_html(parts, parts.view().page(*parts.page.item).file));
}

}  // namespace kanon
