#include <algorithm>

#include "emit/html/contents.h"
#include "emit/html/editions.h"
#include "emit/html/page_parts.h"
#include "emit/html/responsibilities.h"
#include "history/dispensation_standing.h"
#include "history/review.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

// A page of fewer is seen as a whole.
constexpr std::size_t headings_worth_a_list = 5;

// A front page is a way in, not the list itself.
constexpr std::size_t most_rows = 12;
constexpr std::size_t most_changes = 4;

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

/// {href, roles}: the first job of three, to find what applies; `false` where nothing is there to apply.
Data applies(const PageParts& parts) {
  const std::string& address = folders(parts.view().language()).responsibilities;
  if (parts.site.page_at(address) == nullptr) return false;
  const std::vector<Responsibility> roles = responsibilities(parts.view(), Mentions::left_out);
  const std::vector<std::string> anchors = role_anchors(roles);
  DataList rows;
  for (std::size_t i = 0; i < roles.size() && i < most_rows; ++i) {
    Data row;
    put(row, "title", roles[i].name);
    put(row, "href", parts.hrefs.to(address + "#" + anchors[i]));
    rows.push_back(std::move(row));
  }
  Data data;
  put(data, "href", parts.hrefs.to(address));
  put(data, "roles", items_or_nothing(rows));
  return data;
}

/// {href, items: {title, version, href, kind, released}}: the second, to see what is new; `false` before the first
/// release.
Data changed(const PageParts& parts) {
  const std::string& address = folders(parts.view().language()).changes;
  if (parts.site.page_at(address) == nullptr) return false;
  DataList rows;
  for (const ItemRef item : parts.view().releases()) {
    if (rows.size() == most_changes) break;
    const Governed& edition = parts.view().governed(item);
    const HistoryEntry* entry = own_entry(edition);
    const Data redline = redline_href(parts, parts.view().release_before(item), item);
    Data row;
    put(row, "title", *edition.title);
    put(row, "version", edition.version->text());
    put(row, "href", redline.is_false() ? permanent_href(parts, item) : redline);
    put(row, "kind", entry == nullptr ? Data(false) : Data(change_word(parts.words, entry->kind)));
    put(row, "released", day_or_nothing(parts.words, edition.edition.released));
    rows.push_back(std::move(row));
  }
  return job(parts, address, rows);
}

/// [{title, href, text}]: the third, to look something up: the sections that are lists of things with a name.
DataList lookups(const PageParts& parts) {
  const View& view = parts.view();
  const Folders& at = folders(view.language());
  std::size_t requirements = 0;
  for (const Catalog* catalog : view.catalogs()) requirements += catalog->requirements.size();
  DataList rows;
  const auto add = [&](const std::string& address, const char* title, const std::string& text) {
    if (parts.site.page_at(address) == nullptr) return;
    Data row;
    put(row, "title", parts.words[title]);
    put(row, "href", parts.hrefs.to(address));
    put(row, "text", text_or_nothing(text));
    rows.push_back(std::move(row));
  };
  const auto count = [&](std::size_t n, const char* one, const char* many) {
    return count_text(parts.words, n, one, many);
  };
  add(at.catalogs, "lookup_requirement", count(requirements, "requirements_one", "requirements_many"));
  add(at.members, "lookup_member", count(view.members().size(), "members_one", "members_many"));
  add(at.glossary, "lookup_term", count(view.terms().size(), "terms_one", "terms_many"));
  add(at.search, "lookup_anything", {});
  return rows;
}

/// {href, text}: how many reviews were missed; `false` for none, and for the public.
Data missed_reviews(const PageParts& parts) {
  const std::string& address = folders(parts.view().language()).reviews;
  if (parts.site.page_at(address) == nullptr) return false;
  const auto reviews = parts.view().reviews();
  const auto missed = std::ranges::count_if(reviews, [&](const Review& review) {
    return standing_of_review(review.due, parts.site.date, {}) == ReviewStanding::overdue;
  });
  if (missed == 0) return false;
  Data data;
  put(data, "href", parts.hrefs.to(address));
  put(data, "text",
      count_text(parts.words, static_cast<std::size_t>(missed), "reviews_missed_one", "reviews_missed_many"));
  return data;
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
  const std::string& search = folders(parts.view().language()).search;
  put(data, "search_href", parts.site.page_at(search) == nullptr ? Data(false) : Data(parts.hrefs.to(search)));
  put(data, "applies", applies(parts));
  put(data, "changed", changed(parts));
  put(data, "lookups", items_or_nothing(lookups(parts)));
  put(data, "reviews", missed_reviews(parts));
  put(data, "documents", documents(parts));
  put(data, "handbooks", handbooks(parts));
  put(data, "catalogs", catalogs(parts));
  put(data, "decisions", decisions(parts));
  put(data, "members", members(parts));
}

void add_free_page(Data& data, const PageParts& parts) {
  const FileIndex file = parts.view().page(*parts.page.item).file;
  const std::vector<Heading> headings = parts.view().headings_of(file);
  const bool is_long = headings.size() >= headings_worth_a_list;
  put(data, "contents", is_long ? contents_list(headings, {}) : Data(false));
  put(data, "content", body_html(parts, file));
}

}  // namespace kanon
