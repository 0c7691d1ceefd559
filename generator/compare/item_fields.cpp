#include "compare/item_fields.h"

#include <algorithm>

namespace kanon {
namespace {

std::string text_of(const MaybeLocated<std::string>& value) { return value ? **value : std::string(); }

std::string text_of(const MaybeLocated<Date>& value) { return value ? (*value)->iso() : std::string(); }

std::string text_of(const MaybeLocated<Duration>& value) {
  if (!value) return {};
  std::string text = "P";
  const Duration& duration = **value;
  if (duration.months % 12 == 0 && duration.months > 0)
    text += fmt::format("{}Y", duration.months / 12);
  else if (duration.months > 0)
    text += fmt::format("{}M", duration.months);
  if (duration.days > 0) text += fmt::format("{}D", duration.days);
  return text;
}

Field history_field(const Governed& item) {
  Field field{"history", {}, true};
  for (const HistoryEntry& entry : item.history) {
    static constexpr const char* kinds[] = {"new", "updated", "verified"};
    field.values.push_back(fmt::format("{} · {} · {} · {} ({})", entry.version->text(), entry.date->iso(), entry.by,
                                       entry.change, kinds[static_cast<std::size_t>(entry.kind)]));
  }
  return field;
}

Field approvals_field(const Governed& item) {
  Field field{"approvals", {}, true};
  for (const Approval& approval : item.approvals)
    field.values.push_back(fmt::format("{} · {} · {}", approval.version->text(), approval.date->iso(), *approval.body));
  return field;
}

void add_governed(std::vector<Field>& fields, const Governed& item) {
  fields.push_back(text_field("owner", item.owner));
  fields.push_back(value_field("classification", text_of(item.classification)));
  fields.push_back(value_field("version", item.version->text()));
  fields.push_back(history_field(item));
  fields.push_back(approvals_field(item));
  fields.push_back(value_field("effective", text_of(item.effective)));
  fields.push_back(value_field("review_every", text_of(item.review_every)));
}

}  // namespace

Field text_field(std::string name, std::string value) { return {std::move(name), {std::move(value)}, false}; }

Field value_field(std::string name, std::string value) {
  Field field{std::move(name), {}, true};
  if (!value.empty()) field.values.push_back(std::move(value));
  return field;
}

Field list_field(std::string name, const std::vector<LocatedText>& values) {
  Field field{std::move(name), {}, true};
  for (const LocatedText& value : values) field.values.push_back(*value);
  return field;
}

std::vector<Field> fields_of(const Document& document) {
  std::vector<Field> fields{text_field("title", *document.title), value_field("type", *document.type),
                            value_field("parent", text_of(document.parent)), list_field("related", document.related)};
  add_governed(fields, document);
  fields.push_back(list_field("controls", document.controls));
  fields.push_back(list_field("implements", document.implements));
  return fields;
}

std::vector<Field> fields_of(const Catalog& catalog) {
  std::vector<Field> fields{text_field("title", *catalog.title), value_field("level", text_of(catalog.level)),
                            value_field("extends", text_of(catalog.extends))};
  add_governed(fields, catalog);
  return fields;
}

std::vector<Field> fields_of(const Handbook& handbook) {
  std::vector<Field> fields{text_field("title", *handbook.title), text_field("subtitle", handbook.subtitle),
                            value_field("audience", text_of(handbook.audience))};
  add_governed(fields, handbook);
  return fields;
}

std::vector<Field> fields_of(const Project& project) {
  return {text_field("title", *project.title), value_field("classification", text_of(project.classification))};
}

std::vector<Field> fields_of(const Page& page) {
  return {text_field("title", *page.title), value_field("classification", text_of(page.classification)),
          value_field("order", page.order ? std::to_string(*page.order) : std::string())};
}

std::vector<Field> public_fields_of(const Member& member) {
  const bool is_member = member.status == MemberStatus::admitted;
  if (!is_member && member.status != MemberStatus::left) return {};
  std::vector<Field> fields{text_field("name", *member.name),
                            value_field("kind", member.kind == MemberKind::founding ? "founding" : "associated"),
                            value_field("status", is_member ? "admitted" : "left"),
                            value_field("admitted", text_of(member.admitted)),
                            value_field("left", text_of(member.left))};
  if (!is_member) return fields;
  fields.push_back(value_field("cvr", text_of(member.cvr)));
  fields.push_back(value_field("website", text_of(member.website)));
  fields.push_back(value_field("classification", text_of(member.classification)));
  if (!member.declaration) return fields;
  fields.push_back(value_field("declaration.date", text_of((*member.declaration)->date)));
  fields.push_back(list_field("declaration.projects", (*member.declaration)->projects));
  return fields;
}

}  // namespace kanon
