#include "exchange/catalog_words.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <span>
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

/// A unit of calendar time: its letter in ISO 8601, how the language says every one and every n of them.
struct Unit {
  char letter;
  Message one, many;
};

const std::vector<Unit>& units() {
  static const std::vector<Unit> all{{'Y', {"hvert år", "every year"}, {"hvert {}. år", "every {} years"}},
                                     {'M', {"hver måned", "every month"}, {"hver {}. måned", "every {} months"}},
                                     {'W', {"hver uge", "every week"}, {"hver {}. uge", "every {} weeks"}},
                                     {'D', {"hver dag", "every day"}, {"hver {}. dag", "every {} days"}}};
  return all;
}

const Message& once_words() {
  static const Message words{"én gang", "once"};
  return words;
}

std::optional<int> count_of(std::string_view digits) {
  int count = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, count);
  if (error != std::errc{} || stopped != end || count < 1 || count > 1000) return std::nullopt;
  return count;
}

/// What stands at the `{}` of a pattern; nothing where the text is another.
std::optional<int> count_in(std::string_view text, std::string_view pattern) {
  const std::size_t gap = pattern.find("{}");
  const std::string_view before = pattern.substr(0, gap), after = pattern.substr(gap + 2);
  if (text.size() <= before.size() + after.size() || !text.starts_with(before) || !text.ends_with(after)) {
    return std::nullopt;
  }
  return count_of(text.substr(before.size(), text.size() - before.size() - after.size()));
}

std::string lower_danish(std::string_view text) {
  std::string lower = lower_ascii(trim(text));
  for (const auto& [from, to] : {std::pair{"Æ", "æ"}, {"Ø", "ø"}, {"Å", "å"}, {"É", "é"}}) {
    lower = replace_all(std::move(lower), from, to);
  }
  return lower;
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

std::string iso_duration(Duration duration) {
  std::string text = "P";
  const auto add = [&](int count, char unit) {
    if (count > 0) text += fmt::format("{}{}", count, unit);
  };
  add(duration.months / 12, 'Y');
  add(duration.months % 12, 'M');
  const bool weeks = duration.days % 7 == 0;
  add(weeks ? duration.days / 7 : duration.days, weeks ? 'W' : 'D');
  return text;
}

std::string frequency_words(std::string_view frequency, Language language) {
  if (frequency == "once") return once_words().in(language);
  const auto duration = Duration::parse(frequency);
  if (!duration) return std::string(frequency);
  const std::string iso = iso_duration(*duration);
  const auto count = count_of(std::string_view(iso).substr(1, iso.size() - 2));
  if (!count) return std::string(frequency);  // years and months, say
  for (const Unit& unit : units()) {
    if (unit.letter != iso.back()) continue;
    return *count == 1 ? unit.one.in(language) : replace_all(unit.many.in(language), "{}", std::to_string(*count));
  }
  return std::string(frequency);
}

std::optional<std::string> frequency_of(std::string_view words) {
  const std::string_view written = trim(words);
  if (written == "once" || Duration::parse(written)) return std::string(written);
  const std::string lower = lower_danish(written);
  if (lower == once_words().da || lower == "en gang") return "once";
  for (const Unit& unit : units()) {
    for (const Language language : {Language::da, Language::en}) {
      if (lower == unit.one.in(language)) return fmt::format("P1{}", unit.letter);
      if (const auto count = count_in(lower, unit.many.in(language))) return fmt::format("P{}{}", *count, unit.letter);
    }
  }
  const std::initializer_list<std::pair<std::string_view, std::string_view>> others{
      {"dagligt", "P1D"},       {"ugentligt", "P1W"},  {"månedligt", "P1M"}, {"kvartalsvis", "P3M"},
      {"hvert kvartal", "P3M"}, {"halvårligt", "P6M"}, {"årligt", "P1Y"},    {"daily", "P1D"},
      {"weekly", "P1W"},        {"monthly", "P1M"},    {"quarterly", "P3M"}, {"annually", "P1Y"},
      {"yearly", "P1Y"}};
  for (const auto& [word, duration] : others) {
    if (lower == word) return std::string(duration);
  }
  return std::nullopt;
}

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
