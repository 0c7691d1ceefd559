#include "emit/html/page_parts.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

bool is_web_address(const std::string& url) { return url.starts_with("https://") || url.starts_with("http://"); }

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

/// The applicant's own assessment; a statement about a criterion that isn't there has nothing to stand under.
DataList statement_rows(const PageParts& parts, const PublishedMember& member) {
  DataList rows;
  if (!member.declaration) return rows;
  for (const CriterionStatement& statement : (*member.declaration)->criteria) {
    const auto criterion = parts.view().find(*statement.criterion);
    if (!criterion || criterion->kind != ItemKind::criterion) continue;
    Data row;
    put(row, "criterion", parts.view().title_of(*criterion));
    put(row, "href", text_or_nothing(parts.hrefs.to_item(*criterion)));
    put(row, "statement", statement.statement);
    rows.push_back(std::move(row));
  }
  return rows;
}

DataList project_titles(const PageParts& parts, const PublishedMember& member) {
  DataList titles;
  if (!member.declaration) return titles;
  for (const LocatedText& id : (*member.declaration)->projects) {
    const auto project = parts.view().find(*id);
    if (project && project->kind == ItemKind::project) titles.push_back(Data(parts.view().title_of(*project)));
  }
  return titles;
}

Data admission_href(const PageParts& parts) {
  const std::string& address = folders(parts.view().language()).admission;
  return parts.site.page_at(address) == nullptr ? Data(false) : Data(parts.hrefs.to(address));
}

}  // namespace

void add_member(Data& data, const PageParts& parts) {
  const PublishedMember& member = parts.view().member(*parts.page.item);
  const bool founding = member.kind == MemberKind::founding;
  const auto declared =
      member.declaration && (*member.declaration)->date ? std::optional(**(*member.declaration)->date) : std::nullopt;
  put(data, "kind", parts.words[founding ? "founding_member" : "associated_member"]);
  put(data, "facts", member.admitted || declared || member.cvr || !website(member).is_false());
  put(data, "admitted", day_or_nothing(parts.words, member.admitted ? std::optional(**member.admitted) : std::nullopt));
  put(data, "declared", day_or_nothing(parts.words, declared));
  put(data, "cvr", text_or_nothing(member.cvr ? **member.cvr : std::string()));
  put(data, "website", website(member));
  put(data, "projects", items_or_nothing(project_titles(parts, member)));
  put(data, "statements", items_or_nothing(statement_rows(parts, member)));
  put(data, "content", body_html(parts, member.file));
}

void add_member_list(Data& data, const PageParts& parts) {
  put(data, "groups", member_groups(parts.rows()));
  put(data, "admission_href", admission_href(parts));
}

void add_admission(Data& data, const PageParts& parts) {
  put(data, "objectives", objective_rows(parts.rows(), RowIds::given));
}

}  // namespace kanon
