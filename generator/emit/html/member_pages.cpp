#include <map>

#include "emit/html/coverage.h"
#include "emit/html/organization.h"
#include "emit/html/page_parts.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

using StatementsByCriterion = std::multimap<std::string_view, const CriterionStatement*>;

/// {href, text}: the address without what every address begins with.
Data website(const PublishedMember& member) {
  if (!member.website || !is_web_address(**member.website)) return false;
  const std::string& url = **member.website;
  std::string text = url.substr(url.find("://") + 3);
  if (text.ends_with('/')) text.pop_back();
  Data row;
  put(row, "href", url);
  put(row, "text", text);
  return row;
}

/// Where the admission page has an objective or a criterion; `false` on a site without that page.
Data admission_href(const PageParts& parts, const std::string& anchor = {}) {
  const std::string& address = folders(parts.view().language()).admission;
  if (parts.site.page_at(address) == nullptr) return false;
  return Data(parts.hrefs.to(anchor.empty() ? address : address + "#" + anchor));
}

/// {text, href, statements}: the criteria of one objective that the member says it meets.
DataList criterion_rows(const PageParts& parts, const Objective& objective, const StatementsByCriterion& given) {
  DataList rows;
  for (const Criterion& criterion : objective.criteria) {
    DataList statements;
    const auto [first, last] = given.equal_range(*criterion.id);
    for (auto at = first; at != last; ++at) {
      if (!at->second->statement.empty()) statements.push_back(Data(at->second->statement));
    }
    if (first == last) continue;
    Data row;
    put(row, "text", criterion.text);
    put(row, "href", admission_href(parts, *criterion.id));
    put(row, "statements", statements);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// {title, href, criteria}: how the member itself says it meets each objective. A statement about a criterion that
/// isn't there has nothing to stand under.
DataList objectives_met(const PageParts& parts, const PublishedMember& member) {
  DataList rows;
  if (!member.declaration) return rows;
  StatementsByCriterion given;
  for (const CriterionStatement& statement : (*member.declaration)->criteria) {
    given.emplace(*statement.criterion, &statement);
  }
  for (const Objective* objective : parts.view().objectives()) {
    const DataList criteria = criterion_rows(parts, *objective, given);
    if (criteria.empty()) continue;
    Data row;
    put(row, "title", objective->title);
    put(row, "href", admission_href(parts, *objective->id));
    put(row, "criteria", criteria);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// «2024–2026», «fra 2024», «til 2026»; empty where neither is known.
std::string years(const Words& words, const FormerMember& member) {
  const auto year = [](Date day) { return day.iso().substr(0, 4); };
  if (member.admitted && member.left) {
    const std::string first = year(*member.admitted);
    const std::string last = year(*member.left);
    return first == last ? first : first + "–" + last;
  }
  if (member.admitted) return words.with("from_year", {{"year", year(*member.admitted)}});
  if (member.left) return words.with("until_year", {{"year", year(*member.left)}});
  return {};
}

DataList former_rows(const PageParts& parts) {
  DataList rows;
  for (const FormerMember& member : parts.view().former_members()) {
    const bool founding = member.kind == MemberKind::founding;
    Data row;
    put(row, "name", *member.name);
    put(row, "kind", parts.words[founding ? "founding_member" : "associated_member"]);
    put(row, "years", text_or_nothing(years(parts.words, member)));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

void add_member(Data& data, const PageParts& parts) {
  const PublishedMember& member = parts.view().member(*parts.page.item);
  const Words& words = parts.words;
  const bool founding = member.kind == MemberKind::founding;
  const auto declared = member.declaration ? unlocated((*member.declaration)->date) : std::nullopt;
  put(data, "kind", words[founding ? "founding_member" : "associated_member"]);
  put(data, "facts", member.admitted || declared || member.cvr || !website(member).is_false());
  put(data, "admitted", day_or_nothing(words, unlocated(member.admitted)));
  put(data, "declared", day_or_nothing(words, declared));
  put(data, "cvr", text_or_nothing(member.cvr ? **member.cvr : std::string()));
  put(data, "website", website(member));
  put(data, "projects", items_or_nothing(project_rows(parts.rows(), member)));
  put(data, "objectives", items_or_nothing(objectives_met(parts, member)));
  put(data, "content", body_html(parts, member.file));
  put(data, "organization", organization_json(parts.site, member));
}

void add_member_list(Data& data, const PageParts& parts) {
  put(data, "groups", member_groups(parts.rows()));
  put(data, "coverage", objective_coverage(parts));
  put(data, "former", items_or_nothing(former_rows(parts)));
  put(data, "admission_href", admission_href(parts));
  put(data, "json_href", parts.hrefs.to("/data/members.json"));
  put(data, "schema_href", parts.hrefs.to("/data/members.schema.json"));
  put(data, "csv_href", parts.hrefs.to("/data/members.csv"));
}

}  // namespace kanon
