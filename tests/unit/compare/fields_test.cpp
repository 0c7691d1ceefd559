#include <catch2/catch.hpp>

#include <algorithm>

#include "base/text.h"
#include "compare/change_set.h"
#include "compare/summary.h"
#include "read/parse.h"
#include "support/project_fixture.h"

using namespace kanon;

namespace {

/// `[-so-]`, `{+so+}`, `so`: pieces as one line.
std::string told(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces) {
    text += piece.kind == PieceKind::deleted    ? "[-" + piece.text + "-]"
            : piece.kind == PieceKind::inserted ? "{+" + piece.text + "+}"
                                                : piece.text;
  }
  return text;
}

std::string told(const FieldChange& field) {
  std::string text = field.name + ": " + told(field.pieces);
  for (const FieldEntry& entry : field.entries)
    text += (entry.fate == Fate::deleted ? "-" : entry.fate == Fate::inserted ? "+" : "=") + entry.text + " ";
  return text;
}

std::vector<std::string> told(const std::vector<RecordChange>& records) {
  std::vector<std::string> lines;
  for (const RecordChange& record : records) {
    static constexpr const char* fates[] = {"same", "changed", "new", "gone", "away", "moved"};
    std::string line = record.id + " " + fates[static_cast<std::size_t>(record.fate)];
    if (!record.was_id.empty()) line += " was " + record.was_id;
    if (record.fate == Fate::changed) {
      for (const FieldChange& field : record.fields) line += " | " + told(field);
    }
    lines.push_back(std::string(trim(line)));
  }
  return lines;
}

std::string catalog(const std::string& requirements) {
  return "id: krav\ntitle: Krav\nclassification: offentlig\nversion: \"1.0\"\n"
         "history: [{version: \"1.0\", date: 2025-11-12, by: CAI, change: Nyt, kind: new}]\n"
         "phases: [{id: \"1\", title: Planlægning}]\nrequirements:\n" +
         requirements;
}

ChangeSet compared(std::map<std::string, std::string> before, std::map<std::string, std::string> after) {
  const ProjectFixture old_project(std::move(before));
  const ProjectFixture new_project(std::move(after));
  return compare(old_project.model(), new_project.model());
}

std::string member(const std::string& keys, const std::string& body = "## Motivation\n\nVi vil være med.\n") {
  return "---\nid: eksempel-as\nname: Eksempel A/S\nkind: associated\n" + keys + "---\n" + body;
}

}  // namespace

TEST_CASE("texts are compared by whole words, punctuation apart") {
  CHECK(told(compare_texts("It-sikkerhed skal prioriteres.", "It-sikkerheden skal prioriteres!")) ==
        "[-It-sikkerhed-]{+It-sikkerheden+} skal prioriteres[-.-]{+!+}");
  CHECK(told(compare_texts("LK-BAS-5.1 gælder fra 2025-01-01", "LK-BAS-5.2 gælder fra 2026-01-01")) ==
        "[-LK-BAS-5.1-]{+LK-BAS-5.2+} gælder fra[- 2025-01-01-]{+ 2026-01-01+}");
  CHECK(told(compare_texts("æble  og\npære", "æble og pære")) == "æble og pære");
  CHECK(told(compare_texts("a,b", "a, b")) == "a,{+ +}b");
}

TEST_CASE("a few same words between larger changes count as changed") {
  CHECK(told(compare_texts("Direktionen godkender og offentliggør årligt politikken",
                           "Udvalget behandler og gennemgår straks politikken")) ==
        "[-Direktionen godkender og offentliggør årligt-]{+Udvalget behandler og gennemgår straks+} politikken");
}

TEST_CASE("requirements are compared by id and field, wherever they stand") {
  const auto changes = compared(
      {{"content/catalogs/krav.yaml",
        catalog("  - {id: K-1, phase: \"1\", text: Leverandøren skal logge adgang., kind: minimum, frequency: P1M}\n"
                "  - {id: K-2, text: Leverandøren skal tage backup., kind: standard}\n"
                "  - {id: K-3, text: Leverandøren skal slette data., kind: minimum}\n")}},
      {{"content/catalogs/krav.yaml", catalog("  - {id: K-9, text: Leverandøren skal slette data., kind: minimum}\n"
                                              "  - {id: K-4, text: Leverandøren skal svare., kind: minimum}\n"
                                              "  - {id: K-1, phase: \"1\", text: Leverandøren skal logge al adgang., "
                                              "kind: minimum, frequency: P1W}\n")}});
  REQUIRE(changes.items.size() == 1);
  CHECK(told(changes.items[0].redline.records) ==
        std::vector<std::string>{"K-9 changed was K-3", "K-4 new",
                                 "K-1 changed | text: Leverandøren skal logge{+ al+} adgang. | frequency: -P1M +P1W",
                                 "K-2 gone"});
}

TEST_CASE("rows of registers are compared by id, terms too") {
  const std::string term = "- {id: log, term: Log, definition: Liste over hændelser.}\n";
  const auto changes = compared({{"content/glossary.yaml", term + "- {id: alt, term: Alt, definition: Det hele.}\n"}},
                                {{"content/glossary.yaml",
                                  "- {id: ny, term: Ny, definition: Noget nyt.}\n- {id: log, term: Log, definition: "
                                  "Fortegnelse over hændelser.}\n"}});
  CHECK(changes.items.empty());
  CHECK(told(changes.registers) ==
        std::vector<std::string>{"ny new", "log changed | definition: [-Liste-]{+Fortegnelse+} over hændelser.",
                                 "alt gone"});
}

TEST_CASE("what is private of a member is named, never told") {
  const std::string keys =
      "status: admitted\nadmitted: 2026-02-23\nwebsite: https://a.example\ndeclaration: {date: 2026-02-03}\n";
  const auto changes = compared(
      {{"content/members/eksempel-as.md", member(keys + "contact: {name: HEMMELIG1, email: a@b.dk}\n")}},
      {{"content/members/eksempel-as.md",
        member(keys + "contact: {name: HEMMELIG2, email: a@b.dk}\nevaluations: [{year: 2027, date: 2027-01-12, "
                      "by: HEMMELIG3, result: active}]\nleft: 2028-01-01\n")}});
  REQUIRE(changes.items.size() == 1);
  const ItemRedline& redline = changes.items[0].redline;
  CHECK(redline.private_fields == std::vector<std::string>{"contact", "evaluations"});
  REQUIRE(redline.fields.size() == 1);
  CHECK(told(redline.fields[0]) == "left: +2028-01-01 ");
}

TEST_CASE("of an applicant nothing is told but which keys changed") {
  const auto changes = compared(
      {{"content/members/eksempel-as.md", member("status: applicant\nwebsite: https://a.example\n")}},
      {{"content/members/eksempel-as.md",
        member("status: circulated\nwebsite: https://b.example\n", "## Motivation\n\nHEMMELIG begrundelse.\n")}});
  REQUIRE(changes.items.size() == 1);
  const ItemRedline& redline = changes.items[0].redline;
  CHECK(changes.items[0].title == "eksempel-as");
  CHECK(redline.fields.empty());
  CHECK(redline.records.empty());
  CHECK(redline.body.passages.empty());
  CHECK(redline.private_fields == std::vector<std::string>{"status", "website", "body"});
}

TEST_CASE("a project is compared by item: new, gone, changed, moved, and nothing of what is the same") {
  const auto changes = compared({document_file("a", "politik"), document_file("b", "politik"),
                                 document_file("c", "politik", {}, "Gammel tekst."), page_file("om", "Om os")},
                                {document_file("a", "politik"), document_file("c", "politik", {}, "Ny tekst."),
                                 document_file("d", "politik"), page_file("om", "Om os")});
  std::vector<std::string> lines;
  for (const ItemChange& item : changes.items) {
    lines.push_back(item.id + (item.fate == Fate::inserted  ? " new"
                               : item.fate == Fate::deleted ? " gone"
                                                            : " changed"));
  }
  CHECK(lines == std::vector<std::string>{"b gone", "c changed", "d new"});
}

TEST_CASE("a version's own entry and approvals are told elsewhere; an altered old entry is told") {
  const auto fields = [](const std::string& old_change) {
    return std::vector<Field>{{"version", {"1.1"}, true},
                              {"history", {"1.1 · ny linje", "1.0 · " + old_change}, true},
                              {"title", {"Titel"}, false}};
  };
  std::vector<Field> before{
      {"version", {"1.0"}, true}, {"history", {"1.0 · første"}, true}, {"title", {"Titel"}, false}};
  CHECK(told_fields(compare_fields(before, fields("første"))).empty());
  const auto altered = told_fields(compare_fields(before, fields("omskrevet")));
  REQUIRE(altered.size() == 1);
  CHECK(altered[0].name == "history");
}

TEST_CASE("ten thousand blocks that all changed are compared, not every pair of them") {
  std::string before;
  std::string after;
  for (int i = 0; i < 10000; ++i) {
    const std::string number = std::to_string(i * 7919 % 10007);
    before += "Leverandør " + number + " afleverer rapport " + number + " hver måned til kontoret.\n\n";
    after += "Leverandør " + number + " afleverer rapport " + number + " hvert kvartal til kontoret.\n\n";
  }
  const Redline redline =
      compare_bodies(parse_source(before, SourceForm::markdown), parse_source(after, SourceForm::markdown));
  const ChangeCount count = count_changes(redline);
  CHECK(count.changed == 10000);
  CHECK(count.all() == 10000);
}

TEST_CASE("one paragraph of a hundred thousand other words ends") {
  std::string before;
  std::string after;
  for (int i = 0; i < 100000; ++i) {
    before += "a" + std::to_string(i) + " ";
    after += "b" + std::to_string(i) + (i % 10 == 0 ? " a" + std::to_string(i) : "") + " ";
  }
  const Redline redline =
      compare_bodies(parse_source(before, SourceForm::markdown), parse_source(after, SourceForm::markdown));
  CHECK_FALSE(is_unchanged(redline));
}

TEST_CASE("what is nested deeper than anyone writes is compared as its source") {
  const std::string deep(200, '>');
  const Redline redline = compare_bodies(parse_source(deep + " gammel", SourceForm::markdown),
                                         parse_source(deep + " ny", SourceForm::markdown));
  CHECK_FALSE(is_unchanged(redline));
}
