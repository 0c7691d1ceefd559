#include "emit/html/rows.h"

#include <algorithm>
#include <utility>

namespace kanon {
namespace {

/// «2 projekter»: the projects of its declaration that this audience sees; `false` for none.
Data projects_text(const RowSource& source, const PublishedMember& member) {
  if (!member.declaration) return false;
  const auto& named = (*member.declaration)->projects;
  const auto count = std::ranges::count_if(named, [&](const LocatedText& id) {
    const auto item = source.view.find(*id);
    return item && item->kind == ItemKind::project;
  });
  if (count == 0) return false;
  return source.words.with(count == 1 ? "projects_one" : "projects_many", {{"n", std::to_string(count)}});
}

}  // namespace

void put(Data& object, const std::string& name, Data value) { object[name] = std::move(value); }

Data words_as_data(const Words& words) {
  Data texts;
  for (const auto& [key, text] : words.all()) put(texts, key, text);
  return texts;
}

Data items_or_nothing(const DataList& items) {
  if (items.empty()) return false;
  Data object;
  put(object, "items", items);
  return object;
}

Data day_or_nothing(const Words& words, std::optional<Date> date) {
  if (!date) return false;
  Data day;
  put(day, "iso", date->iso());
  put(day, "text", words.date(*date));
  return day;
}

std::string count_text(const Words& words, std::size_t count, std::string_view one, std::string_view many) {
  return words.with(count == 1 ? one : many, {{"n", std::to_string(count)}});
}

Data item_row(const RowSource& source, ItemRef item) {
  Data row;
  put(row, "title", source.view.title_of(item));
  put(row, "href", text_or_nothing(source.href_of(item)));
  return row;
}

Data document_row(const RowSource& source, const Document& document) {
  Data row = item_row(source, source.view.ref_of(document));
  put(row, "type", text_or_nothing(type_label(source.view, document)));
  put(row, "version", document.version->text());
  put(row, "owner", document.owner);
  const auto effective = unlocated(document.effective);
  const auto& from = document.edition.in_force_from;
  put(row, "effective", day_or_nothing(source.words, from ? from : effective));
  return row;
}

Data member_row(const RowSource& source, const PublishedMember& member) {
  const bool founding = member.kind == MemberKind::founding;
  Data row;
  put(row, "name", *member.name);
  put(row, "href", text_or_nothing(source.href_of(member.ref)));
  put(row, "kind", source.words[founding ? "founding_member" : "associated_member"]);
  put(row, "projects", projects_text(source, member));
  put(row, "admitted", day_or_nothing(source.words, unlocated(member.admitted)));
  return row;
}

DataList project_rows(const RowSource& source, const PublishedMember& member) {
  DataList rows;
  if (!member.declaration) return rows;
  for (const LocatedText& id : (*member.declaration)->projects) {
    const auto project = source.view.find(*id);
    if (project && project->kind == ItemKind::project) rows.push_back(item_row(source, *project));
  }
  return rows;
}

DataList member_groups(const RowSource& source) {
  DataList groups;
  for (const auto& [kind, title] :
       {std::pair(MemberKind::founding, "founding_members"), std::pair(MemberKind::associated, "associated_members")}) {
    DataList members;
    for (const PublishedMember& member : source.view.members()) {
      if (member.kind == kind) members.push_back(member_row(source, member));
    }
    if (members.empty()) continue;
    Data group;
    put(group, "title", source.words[title]);
    put(group, "count", std::to_string(members.size()));
    put(group, "members", members);
    groups.push_back(std::move(group));
  }
  return groups;
}

const std::string& change_word(const Words& words, ChangeKind kind) {
  switch (kind) {
    case ChangeKind::created:
      return words["change_created"];
    case ChangeKind::verified:
      return words["change_verified"];
    case ChangeKind::updated:
      break;
  }
  return words["change_updated"];
}

DataList history_rows(const RowSource& source, const Governed& item) {
  DataList rows;
  for (const HistoryEntry& entry : item.history) {
    Data row;
    put(row, "version", entry.version->text());
    put(row, "by", entry.by);
    put(row, "change", entry.change);
    put(row, "kind", change_word(source.words, entry.kind));
    put(row, "date", day_or_nothing(source.words, *entry.date));
    rows.push_back(std::move(row));
  }
  return rows;
}

DataList approval_rows(const RowSource& source, const Governed& item) {
  DataList rows;
  for (const Approval& approval : item.approvals) {
    Data row;
    put(row, "body", source.view.config().name_of_body(*approval.body));
    put(row, "version", approval.version->text());
    put(row, "date", day_or_nothing(source.words, *approval.date));
    rows.push_back(std::move(row));
  }
  return rows;
}

DataList objective_rows(const RowSource& source, RowIds ids) {
  const auto id_of = [&](const LocatedText& id) { return ids == RowIds::given ? text_or_nothing(*id) : Data(false); };
  DataList rows;
  for (const Objective* objective : source.view.objectives()) {
    DataList criteria;
    for (const Criterion& criterion : objective->criteria) {
      Data row;
      put(row, "id", id_of(criterion.id));
      put(row, "text", criterion.text);
      criteria.push_back(std::move(row));
    }
    Data row;
    put(row, "id", id_of(objective->id));
    put(row, "title", objective->title);
    put(row, "criteria", items_or_nothing(criteria));
    rows.push_back(std::move(row));
  }
  return rows;
}

Data term_row(const Term& term, RowIds ids) {
  Data row;
  put(row, "id", ids == RowIds::given ? text_or_nothing(*term.id) : Data(false));
  put(row, "term", term.term);
  put(row, "definition", term.definition);
  return row;
}

std::string type_label(const View& view, const Document& document) {
  const DocumentType* type = view.config().document_type(*document.type);
  if (type == nullptr) return {};
  return type->label.empty() ? *type->id : type->label;
}

}  // namespace kanon
