#include "exchange/reqif_values.h"

#include "base/text.h"
#include "exchange/reqif_names.h"
#include "read/duration_text.h"
#include "read/packed_text.h"

namespace kanon {
namespace {

std::string_view name_of(ChangeKind kind) {
  if (kind == ChangeKind::created) return "new";
  return kind == ChangeKind::verified ? "verified" : "updated";
}

ChangeKind kind_named(std::string_view name) {
  if (name == "new") return ChangeKind::created;
  return name == "verified" ? ChangeKind::verified : ChangeKind::updated;
}

/// Collects attributes where there is something to say.
class Values {
 public:
  void text(std::string_view name, const std::string& value) {
    if (!value.empty()) values_.emplace_back(name, value);
  }
  void maybe(std::string_view name, const MaybeLocated<std::string>& value) {
    if (value) values_.emplace_back(name, value->value);
  }
  void list(std::string_view name, const std::vector<LocatedText>& texts) {
    std::vector<std::string> lines;
    for (const LocatedText& text : texts) lines.push_back(packed_text(text.value));
    if (!lines.empty()) values_.emplace_back(name, join(lines, "\n"));
  }
  void rows(std::string_view name, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::string> lines;
    for (const auto& row : rows) {
      std::vector<std::string> fields;
      for (const std::string& field : row) fields.push_back(packed_field(field));
      lines.push_back(join(fields, " "));
    }
    if (!lines.empty()) values_.emplace_back(name, join(lines, "\n"));
  }
  ReqifValues take() { return std::move(values_); }

 private:
  ReqifValues values_;
};

}  // namespace

ReqifValues reqif_values(const Requirement& requirement) {
  Values values;
  values.text(reqif::id, requirement.id.value);
  values.text(reqif::text, requirement.text.value);
  values.text(reqif::theme, requirement.theme);
  values.text(reqif::kind, requirement.minimum ? "minimum" : "standard");
  values.text(reqif::form, requirement.solution ? "solution" : "effect");
  values.text(reqif::verification, requirement.verification);
  values.maybe(reqif::frequency, requirement.frequency);
  values.list(reqif::recommendations, requirement.recommendations);
  values.list(reqif::controls, requirement.controls);
  values.list(reqif::derives_from, requirement.derives_from);
  values.text(reqif::note, requirement.note);
  std::vector<std::vector<std::string>> silences;
  for (const Silence& one : requirement.silence) silences.push_back({one.rule.value, one.reason.value});
  values.rows(reqif::silence, silences);
  return values.take();
}

ReqifValues reqif_values(const Catalog& catalog, const ExchangeSettings& settings) {
  Values values;
  values.text(reqif::id, catalog.id.value);
  values.text(reqif::name, catalog.title.value);
  values.text(reqif::owner, catalog.owner);
  values.text(reqif::version, catalog.version->text());
  values.maybe(reqif::level, catalog.level);
  values.maybe(reqif::extends, catalog.extends);
  values.maybe(reqif::classification, catalog.classification);
  values.list(reqif::aliases, catalog.aliases);
  std::vector<std::vector<std::string>> history;
  for (const HistoryEntry& entry : catalog.history) {
    history.push_back(
        {entry.version->text(), entry.date->iso(), std::string(name_of(entry.kind)), entry.by, entry.change});
  }
  values.rows(reqif::history, history);
  std::vector<std::vector<std::string>> approvals;
  for (const Approval& one : catalog.approvals) {
    approvals.push_back({one.date->iso(), one.version->text(), one.body.value});
  }
  values.rows(reqif::approvals, approvals);
  if (catalog.effective) values.text(reqif::effective, catalog.effective->value.iso());
  if (catalog.review_every) values.text(reqif::review_every, iso_duration(catalog.review_every->value));
  values.text(reqif::publisher, settings.publisher);
  values.text(reqif::fingerprint, settings.fingerprint);
  return values.take();
}

const std::string* ReqifAttributes::find(std::string_view name) const {
  const auto found = values.find(name);
  return found == values.end() ? nullptr : &found->second;
}

std::string ReqifAttributes::text(std::string_view name) const {
  const std::string* const found = find(name);
  return found == nullptr ? std::string() : *found;
}

MaybeLocated<std::string> ReqifAttributes::maybe(std::string_view name) const {
  const std::string* const found = find(name);
  return found == nullptr ? std::nullopt : MaybeLocated<std::string>(LocatedText{*found, {}});
}

std::vector<LocatedText> ReqifAttributes::list(std::string_view name) const {
  std::vector<LocatedText> texts;
  const std::string* const found = find(name);
  if (found == nullptr) return texts;
  for (const std::string_view line : split(*found, '\n')) texts.push_back({unpacked_text(line), {}});
  return texts;
}

std::vector<std::vector<std::string>> ReqifAttributes::fields(std::string_view name, std::size_t count) const {
  std::vector<std::vector<std::string>> rows;
  const std::string* const found = find(name);
  if (found == nullptr) return rows;
  for (const std::string_view line : split(*found, '\n')) {
    std::vector<std::string> row = unpacked_fields(line, count);
    if (row.size() == count) rows.push_back(std::move(row));
  }
  return rows;
}

void read_reqif_values(const ReqifAttributes& attributes, Requirement& requirement) {
  requirement.text = {attributes.text(reqif::text), {}};
  requirement.theme = attributes.text(reqif::theme);
  requirement.minimum = attributes.text(reqif::kind) == "minimum";
  requirement.solution = attributes.text(reqif::form) == "solution";
  requirement.verification = attributes.text(reqif::verification);
  requirement.frequency = attributes.maybe(reqif::frequency);
  requirement.recommendations = attributes.list(reqif::recommendations);
  requirement.controls = attributes.list(reqif::controls);
  requirement.derives_from = attributes.list(reqif::derives_from);
  requirement.note = attributes.text(reqif::note);
  for (auto& row : attributes.fields(reqif::silence, 2)) {
    requirement.silence.push_back({{}, {std::move(row[0]), {}}, {std::move(row[1]), {}}});
  }
}

void read_reqif_values(const ReqifAttributes& attributes, Catalog& catalog) {
  catalog.id.value = attributes.text(reqif::id);
  catalog.title.value = attributes.text(reqif::name);
  catalog.owner = attributes.text(reqif::owner);
  catalog.version.value = Version::parse(attributes.text(reqif::version)).value_or(Version());
  catalog.level = attributes.maybe(reqif::level);
  catalog.extends = attributes.maybe(reqif::extends);
  catalog.classification = attributes.maybe(reqif::classification);
  catalog.aliases = attributes.list(reqif::aliases);
  for (auto& row : attributes.fields(reqif::history, 5)) {
    const auto version = Version::parse(row[0]);
    const auto date = Date::parse(row[1]);
    if (!version || !date) continue;
    HistoryEntry entry;
    entry.version.value = *version;
    entry.date.value = *date;
    entry.kind = kind_named(row[2]);
    entry.by = std::move(row[3]);
    entry.change = std::move(row[4]);
    catalog.history.push_back(std::move(entry));
  }
  for (auto& row : attributes.fields(reqif::approvals, 3)) {
    const auto date = Date::parse(row[0]);
    const auto version = Version::parse(row[1]);
    if (date && version) catalog.approvals.push_back({{}, {std::move(row[2]), {}}, {*date, {}}, {*version, {}}});
  }
  if (const auto date = Date::parse(attributes.text(reqif::effective))) catalog.effective = Located<Date>{*date, {}};
  if (const auto every = Duration::parse(attributes.text(reqif::review_every))) {
    catalog.review_every = Located<Duration>{*every, {}};
  }
}

}  // namespace kanon
