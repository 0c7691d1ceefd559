#include "emit/redline/labels.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "emit/html/words.h"
#include "model/frequency.h"

namespace kanon {
namespace {

struct Named {
  std::string_view key;
  std::string_view da;
  std::string_view en;

  std::string in(Language language) const { return std::string(language == Language::da ? da : en); }
};

constexpr std::array<Named, 44> fields{{
    {"title", "Titel", "Title"},
    {"subtitle", "Undertitel", "Subtitle"},
    {"name", "Navn", "Name"},
    {"type", "Type", "Type"},
    {"parent", "Hører under", "Belongs to"},
    {"related", "Se også", "See also"},
    {"owner", "Ejer", "Owner"},
    {"classification", "Klassifikation", "Classification"},
    {"version", "Version", "Version"},
    {"history", "Versionshistorik", "Version history"},
    {"approvals", "Godkendelser", "Approvals"},
    {"effective", "Gælder fra", "In force from"},
    {"review_every", "Gennemgås hver", "Reviewed every"},
    {"controls", "Foranstaltninger", "Controls"},
    {"implements", "Opfylder krav", "Implements"},
    {"level", "Niveau", "Level"},
    {"extends", "Bygger på", "Builds upon"},
    {"audience", "Målgruppe", "Audience"},
    {"order", "Rækkefølge", "Order"},
    {"kind", "Slags", "Kind"},
    {"status", "Status", "Status"},
    {"admitted", "Optaget", "Admitted"},
    {"left", "Udtrådt", "Left"},
    {"cvr", "CVR-nummer", "CVR number"},
    {"website", "Websted", "Website"},
    {"declaration.date", "Erklæringens dato", "Date of the declaration"},
    {"declaration.projects", "Projekter", "Projects"},
    {"text", "Tekst", "Text"},
    {"phase", "Fase", "Phase"},
    {"theme", "Tema", "Theme"},
    {"form", "Form", "Form"},
    {"verification", "Verifikation", "Verification"},
    {"frequency", "Hvor ofte", "How often"},
    {"recommendations", "Anbefalinger", "Recommendations"},
    {"derives_from", "Udledt af", "Derived from"},
    {"note", "Bemærkning", "Note"},
    {"silence", "Undtaget fra regler", "Excepted from rules"},
    {"documents", "Dokumenter", "Documents"},
    {"catalogs", "Kravkataloger", "Catalogs"},
    {"under", "Alt under", "All below"},
    {"types", "Typer", "Types"},
    {"statement", "Begrundelse", "Statement"},
    {"definition", "Definition", "Definition"},
    {"term", "Begreb", "Term"},
}};

constexpr std::array<Named, 12> further_fields{{
    {"document", "Dokument", "Document"},
    {"section", "Afsnit", "Section"},
    {"reason", "Begrundelse", "Reason"},
    {"measures", "Foranstaltninger", "Measures"},
    {"decided_by", "Besluttet af", "Decided by"},
    {"decided", "Besluttet", "Decided"},
    {"expires", "Udløber", "Expires"},
    {"consider_update", "Overvej at ændre dokumentet", "Consider updating the document"},
    {"applicable", "Relevant", "Applicable"},
    {"justification", "Begrundelse", "Justification"},
    {"body", "Tekst", "Text"},
    {"id", "Id", "Id"},
}};

constexpr std::array<Named, 15> values{{
    {"kind=minimum", "mindstekrav", "minimum requirement"},
    {"kind=standard", "almindeligt krav", "standard requirement"},
    {"kind=founding", "stiftende medlem", "founding member"},
    {"kind=associated", "associeret medlem", "associated member"},
    {"form=effect", "effektkrav", "effect"},
    {"form=solution", "løsningskrav", "solution"},
    {"status=admitted", "optaget", "admitted"},
    {"status=left", "udtrådt", "left"},
    {"status=planned", "planlagt", "planned"},
    {"status=partial", "delvis", "partial"},
    {"status=implemented", "gennemført", "implemented"},
    {"status=excluded", "udeladt", "excluded"},
    {"applicable=true", "ja", "yes"},
    {"applicable=false", "nej", "no"},
    {"consider_update=true", "ja", "yes"},
}};

struct RecordWords {
  RecordKind kind;
  Named one;
  Named many;
};

constexpr std::array<RecordWords, 11> records{{
    {RecordKind::phase, {{}, "Fase", "Phase"}, {{}, "Faser", "Phases"}},
    {RecordKind::recommendation, {{}, "Anbefaling", "Recommendation"}, {{}, "Anbefalinger", "Recommendations"}},
    {RecordKind::requirement, {{}, "Krav", "Requirement"}, {{}, "Krav", "Requirements"}},
    {RecordKind::part, {{}, "Del", "Part"}, {{}, "Dele", "Parts"}},
    {RecordKind::appendix, {{}, "Bilag", "Appendix"}, {{}, "Bilag", "Appendices"}},
    {RecordKind::statement, {{}, "Erklæring", "Statement"}, {{}, "Erklæring", "Declaration"}},
    {RecordKind::objective, {{}, "Formål", "Objective"}, {{}, "Formål", "Objectives"}},
    {RecordKind::criterion, {{}, "Kriterium", "Criterion"}, {{}, "Kriterier", "Criteria"}},
    {RecordKind::term, {{}, "Begreb", "Term"}, {{}, "Ordbog", "Glossary"}},
    {RecordKind::dispensation, {{}, "Dispensation", "Dispensation"}, {{}, "Dispensationer", "Dispensations"}},
    {RecordKind::control, {{}, "Foranstaltning", "Control"}, {{}, "Foranstaltninger", "Controls"}},
}};

template <std::size_t count>
const Named* find(const std::array<Named, count>& list, std::string_view key) {
  const auto found = std::ranges::find(list, key, &Named::key);
  return found == list.end() ? nullptr : &*found;
}

const RecordWords& words_of(RecordKind kind) { return *std::ranges::find(records, kind, &RecordWords::kind); }

void add_look(std::vector<std::string>& looks, bool has, const Message& word, Language language) {
  if (has) looks.push_back(word.in(language));
}

std::string look_of(const Format& format, Language language) {
  std::vector<std::string> looks;
  add_look(looks, format.strong, {"fed", "bold"}, language);
  add_look(looks, format.emphasis, {"kursiv", "italic"}, language);
  add_look(looks, format.strikethrough, {"gennemstreget", "struck through"}, language);
  add_look(looks, format.code, {"kode", "code"}, language);
  add_look(looks, !format.link.empty(), {"link", "link"}, language);
  add_look(looks, !format.elements.empty(), {"særlig opmærkning", "special markup"}, language);
  return looks.empty() ? Message{"almindelig", "plain"}.in(language) : join(looks, ", ");
}

std::string list_name(const Form& form, Language language) {
  return (form.has(flag_ordered) ? Message{"nummereret liste", "numbered list"}
                                 : Message{"punktopstilling", "bulleted list"})
      .in(language);
}

}  // namespace

std::string field_label(const std::string& field, Language language) {
  const Named* known = find(fields, field);
  if (known == nullptr) known = find(further_fields, field);
  return known == nullptr ? field : known->in(language);
}

std::string value_label(const std::string& field, const std::string& value, Language language) {
  const Named* known = find(values, field + "=" + value);
  if (known != nullptr) return known->in(language);
  if (field == "frequency") return frequency_words(value).in(language);
  if (const auto date = Date::parse(value)) return Words::parse("", "", language).value_or(Words()).date(*date);
  return value;
}

std::string record_label(RecordKind kind, Language language) { return words_of(kind).one.in(language); }

std::string records_label(RecordKind kind, Language language) { return words_of(kind).many.in(language); }

std::string fate_label(Fate fate, Language language) {
  switch (fate) {
    case Fate::inserted:
      return Message{"Indsat", "Inserted"}.in(language);
    case Fate::deleted:
      return Message{"Slettet", "Deleted"}.in(language);
    case Fate::moved_away:
      return Message{"Flyttet herfra", "Moved from here"}.in(language);
    case Fate::moved_here:
      return Message{"Flyttet hertil", "Moved here"}.in(language);
    case Fate::changed:
      return Message{"Ændret", "Changed"}.in(language);
    case Fate::same:
      break;
  }
  return Message{"Uændret", "Unchanged"}.in(language);
}

std::string passage_label(const Passage& passage, Language language) {
  if (passage.has(note_split)) return Message{"Delt i flere afsnit", "Split into several paragraphs"}.in(language);
  if (passage.has(note_merged)) return Message{"Flere afsnit lagt sammen", "Several paragraphs merged"}.in(language);
  if (passage.has(note_cut_section))
    return Message{"Ny overskrift: afsnittet er delt", "New heading: the section is split"}.in(language);
  if (passage.has(note_joined_section))
    return Message{"Overskrift slettet: teksten hører til afsnittet ovenfor",
                   "Heading deleted: the text joins the section above"}
        .in(language);
  if (passage.has(note_renumbered)) return Message{"Nyt nummer", "Renumbered"}.in(language);
  return fate_label(passage.fate, language);
}

std::vector<std::string> form_labels(const Passage& passage, Language language) {
  std::vector<std::string> labels;
  if (!passage.was) return labels;
  const Form& was = *passage.was;
  const Form& is = passage.form;
  const int old_level = was.level;
  const int new_level = is.level;
  if (is.kind == MarkdownKind::heading && was.level != is.level) {
    labels.push_back(message("Overskriftens niveau er ændret fra {} til {}",
                             "The heading's level changed from {} to {}", old_level, new_level)
                         .in(language));
  }
  if (is.kind == MarkdownKind::heading && was.label != is.label)
    labels.push_back(Message{"Overskriftens anker er ændret", "The heading's anchor changed"}.in(language));
  if (is.kind == MarkdownKind::list && was.has(flag_ordered) != is.has(flag_ordered)) {
    labels.push_back(
        message("Fra {} til {}", "From {} to {}", list_name(was, language), list_name(is, language)).in(language));
  } else if (is.kind == MarkdownKind::list && was.number != is.number) {
    labels.push_back(message("Numrene begynder med {1} i stedet for {0}", "Numbers begin with {1} instead of {0}",
                             was.number, is.number)
                         .in(language));
  }
  if (is.kind == MarkdownKind::embed)
    labels.push_back(Message{"Det, der indsættes, er ændret", "What is embedded changed"}.in(language));
  if (is.kind == MarkdownKind::code_block && was.label != is.label)
    labels.push_back(Message{"Kodens sprog er ændret", "The code's language changed"}.in(language));
  if (is.kind == MarkdownKind::element)
    labels.push_back(Message{"Opmærkningen er ændret", "The markup changed"}.in(language));
  return labels;
}

std::string format_label(const Format& was, const Format& is, Language language) {
  const std::string old_look = look_of(was, language);
  const std::string new_look = look_of(is, language);
  if (old_look == new_look) {
    return (was.link != is.link ? Message{"andet link", "another link"} : Message{"anden opmærkning", "other markup"})
        .in(language);
  }
  return message("før {}, nu {}", "was {}, now {}", old_look, new_look).in(language);
}

std::string count_label(const ChangeCount& count, Language language) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t n, const Message& one, const Message& many) {
    if (n > 0) parts.push_back(std::to_string(n) + " " + (n == 1 ? one : many).in(language));
  };
  add(count.changed, {"ændret", "changed"}, {"ændrede", "changed"});
  add(count.inserted, {"ny", "new"}, {"nye", "new"});
  add(count.deleted, {"slettet", "deleted"}, {"slettede", "deleted"});
  add(count.moved, {"flyttet", "moved"}, {"flyttede", "moved"});
  if (parts.empty()) return Message{"ingen ændringer", "no changes"}.in(language);
  const std::string last = parts.back();
  parts.pop_back();
  if (parts.empty()) return last;
  return join(parts, ", ") + Message{" og ", " and "}.in(language) + last;
}

std::string version_label(const ToldVersion& version, Language language) {
  const std::string& text = version.version.text();
  return (version.is_source ? message("kilden (version {})", "the source (version {})", text)
                            : message("version {}", "version {}", text))
      .in(language);
}

std::string change_kind_label(ChangeKind kind, Language language) {
  switch (kind) {
    case ChangeKind::created:
      return Message{"Ny", "New"}.in(language);
    case ChangeKind::verified:
      return Message{"Verificeret", "Verified"}.in(language);
    case ChangeKind::updated:
      break;
  }
  return Message{"Opdateret", "Updated"}.in(language);
}

std::string item_kind_label(ItemKind kind, Language language) {
  switch (kind) {
    case ItemKind::catalog:
      return Message{"Kravkatalog", "Catalog"}.in(language);
    case ItemKind::handbook:
      return Message{"Håndbog", "Handbook"}.in(language);
    case ItemKind::member:
      return Message{"Medlem", "Member"}.in(language);
    case ItemKind::project:
      return Message{"Projekt", "Project"}.in(language);
    case ItemKind::page:
      return Message{"Side", "Page"}.in(language);
    default:
      return Message{"Dokument", "Document"}.in(language);
  }
}

std::string image_label(Language language) { return Message{"Billede", "Picture"}.in(language); }

std::string embed_label(Language language) { return Message{"Indsat indhold", "Embedded content"}.in(language); }

std::string unchanged_label(std::size_t passages, Language language) {
  if (passages == 1) return Message{"1 uændret passage", "1 unchanged passage"}.in(language);
  return message("{} uændrede passager", "{} unchanged passages", passages).in(language);
}

}  // namespace kanon
