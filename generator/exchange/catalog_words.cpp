#include "exchange/catalog_words.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "base/slug.h"
#include "base/text.h"

namespace kanon {
namespace {

/// A value with its name in both languages, and what others call it: as anchors, so that case, blanks and accents don't
/// matter.
template <class T>
struct Named {
  T value;
  Message name;
  std::vector<std::string> others = {};
};

template <class T>
const std::string& find_name(const std::vector<Named<T>>& all, T value, Language language) {
  return std::ranges::find(all, value, &Named<T>::value)->name.in(language);
}

template <class T>
std::optional<T> find_value(const std::vector<Named<T>>& all, std::string_view name) {
  for (const Named<T>& one : all) {
    if (name == one.name.da || name == one.name.en) return one.value;
  }
  const std::string key = anchor_of(name);
  for (const Named<T>& one : all) {
    const bool fits = key == anchor_of(one.name.da) || key == anchor_of(one.name.en) ||
                      std::ranges::find(one.others, key) != one.others.end();
    if (fits) return one.value;
  }
  return std::nullopt;
}

const std::vector<Named<Record>>& records() {
  static const std::vector<Named<Record>> all{
      {Record::catalog, {"katalog", "catalog"}},
      {Record::history, {"historik", "history"}},
      {Record::approval, {"godkendelse", "approval"}},
      {Record::phase, {"fase", "phase"}},
      {Record::recommendation, {"anbefaling", "recommendation"}},
      {Record::requirement, {"krav", "requirement"}},
      {Record::exception, {"undtagelse", "exception"}},
      {Record::continued, {"fortsat", "continued"}},
  };
  return all;
}

const std::vector<Named<Column>>& columns() {
  static const std::vector<Named<Column>> all{
      {Column::record, {"post", "record"}},
      {Column::id,
       {"id", "id"},
       {"krav-id", "kravid", "krav-nr", "kravnr", "kravnummer", "nr", "nummer", "number", "no", "requirement-id",
        "req-id", "identifier", "control-id"}},
      {Column::phase, {"fase", "phase"}},
      {Column::theme, {"tema", "theme"}, {"emne", "omraade", "topic", "category", "kategori", "gruppe", "group"}},
      {Column::text,
       {"tekst", "text"},
       {"krav", "kravtekst", "krav-tekst", "beskrivelse", "requirement", "requirement-text", "description",
        "statement"}},
      {Column::kind, {"art", "kind"}, {"type", "kravtype", "krav-type", "requirement-type"}},
      {Column::form, {"form", "form"}, {"kravform"}},
      {Column::verification, {"dokumentation", "verification"}, {"verifikation", "bevis", "evidence"}},
      {Column::frequency, {"hyppighed", "frequency"}, {"frekvens", "interval"}},
      {Column::recommendations, {"anbefalinger", "recommendations"}, {"anbefaling", "recommendation"}},
      {Column::controls, {"foranstaltninger", "controls"}, {"kontroller", "foranstaltning", "control"}},
      {Column::derives_from, {"afledt af", "derives from"}, {"afledt-fra", "parent", "parents"}},
      {Column::note, {"bemærkning", "note"}, {"noter", "notes", "kommentar", "comment", "remarks"}},
      {Column::title, {"titel", "title"}, {"navn", "name"}},
      {Column::version, {"version", "version"}},
      {Column::date, {"dato", "date"}},
      {Column::by, {"af", "by"}},
      {Column::level, {"niveau", "level"}},
      {Column::extends_catalog, {"bygger på", "extends"}},
      {Column::owner, {"ejer", "owner"}},
      {Column::classification, {"klassifikation", "classification"}},
      {Column::effective, {"gælder fra", "effective"}},
      {Column::review_every, {"gennemgås hver", "review every"}},
      {Column::aliases, {"tidligere adresser", "aliases"}},
      {Column::rule, {"regel", "rule"}},
  };
  return all;
}

const std::vector<Named<bool>>& kinds() {
  static const std::vector<Named<bool>> all{
      {true, {"mindstekrav", "minimum"}, {"min", "minimumskrav", "mk", "ufravigeligt", "mandatory", "must", "shall"}},
      {false,
       {"almindeligt krav", "standard"},
       {"almindelig", "almindeligt", "ak", "krav", "optional", "should", "oenske", "evalueringskrav",
        "konkurrencekrav"}}};
  return all;
}

const std::vector<Named<bool>>& forms() {
  static const std::vector<Named<bool>> all{{false, {"effektkrav", "effect"}, {"effekt", "funktionskrav"}},
                                            {true, {"løsningskrav", "solution"}, {"loesning"}}};
  return all;
}

const std::vector<Named<ChangeKind>>& changes() {
  static const std::vector<Named<ChangeKind>> all{{ChangeKind::created, {"ny", "new"}},
                                                  {ChangeKind::updated, {"opdateret", "updated"}},
                                                  {ChangeKind::verified, {"verificeret", "verified"}}};
  return all;
}

}  // namespace

const std::string& name_of(Record record, Language language) { return find_name(records(), record, language); }
const std::string& name_of(Column column, Language language) { return find_name(columns(), column, language); }
std::optional<Record> record_of(std::string_view name) { return find_value(records(), name); }
std::optional<Column> column_of(std::string_view name) { return find_value(columns(), name); }
const std::string& kind_name(bool minimum, Language language) { return find_name(kinds(), minimum, language); }
std::optional<bool> requirement_kind_of(std::string_view name) { return find_value(kinds(), name); }
const std::string& form_name(bool solution, Language language) { return find_name(forms(), solution, language); }
std::optional<bool> requirement_form_of(std::string_view name) { return find_value(forms(), name); }
const std::string& change_name(ChangeKind kind, Language language) { return find_name(changes(), kind, language); }
std::optional<ChangeKind> change_of(std::string_view name) { return find_value(changes(), name); }

std::optional<Date> day_of(std::string_view text) {
  const std::string_view written = trim(text);
  // as a spreadsheet may write a day: with the time of day after it
  if (const auto date = Date::parse(written.substr(0, written.find_first_of("T ")))) return date;
  for (const char separator : {'-', '.', '/'}) {
    const auto parts = split(written, separator);
    if (parts.size() != 3 || parts[0].size() > 2 || parts[1].size() > 2) continue;
    return Date::parse(fmt::format("{}-{:0>2}-{:0>2}", parts[2], parts[1], parts[0]));
  }
  return std::nullopt;
}

}  // namespace kanon
