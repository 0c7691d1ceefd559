#include <catch2/catch.hpp>

#include "history/approvals.h"
#include "resolve/resolve.h"
#include "support/project_fixture.h"

namespace kanon {
namespace {

using Lines = std::vector<std::string>;
using Contents = std::map<std::string, std::string>;
using File = std::pair<const std::string, std::string>;

const std::string kToday = "2026-01-15";

/// What one rule finds on a day, as `path:line:column`.
Lines found_on(const std::string& day, RuleId rule, const Contents& files) {
  const ProjectFixture project(files);
  Lines lines;
  for (const auto& found : check({project.model(), *Date::parse(day)}, {}))
    if (found.rule == rule) lines.push_back(fmt::format("{}:{}:{}", found.path, found.place.line, found.place.column));
  return lines;
}

/// A document of a type that nobody approves, with these keys from line 5.
File procedure(const std::string& keys) {
  return {"content/documents/p.md",
          "---\nid: p\ntype: procedure\ntitle: P\n" + keys + "classification: offentlig\n---\n"};
}
File policy(const std::string& keys) {
  return {"content/documents/p.md",
          "---\nid: p\ntype: politik\ntitle: P\n" + keys + "classification: offentlig\n---\n"};
}
File catalog(const std::string& keys) { return {"content/catalogs/k.yaml", "id: k\ntitle: K\n" + keys}; }
File handbook(const std::string& keys) { return {"content/handbooks/h.yaml", "id: h\ntitle: H\nparts: []\n" + keys}; }
std::string versions(const std::string& date) {
  return "version: \"1.0\"\nhistory: [{version: \"1.0\", date: " + date + ", by: CAI, change: Ny, kind: new}]\n";
}
std::string approved_by(const std::string& body, const std::string& version = "1.0") {
  return "{body: " + body + ", date: 2025-11-19, version: \"" + version + "\"}";
}
File configuration(const std::string& keys) { return {"kanon.yaml", "site: {title: Eksempel}\n" + keys}; }

}  // namespace

// missing-history

TEST_CASE("a history that is absent, empty or without a value is missing") {
  const std::string version = "version: \"1.0\"\n";
  const auto places = [&](const File& file) { return found_on(kToday, RuleId::missing_history, {file}); };
  CHECK(places(procedure(version)) == Lines{"content/documents/p.md:1:1"});
  CHECK(places(procedure(version + "history: []\n")) == Lines{"content/documents/p.md:6:10"});
  CHECK(places(procedure(version + "history:\n")).size() == 1);
  CHECK(places(catalog(version)) == Lines{"content/catalogs/k.yaml:1:1"});
  CHECK(places(handbook(version + "history: []\n")) == Lines{"content/handbooks/h.yaml:5:10"});
  CHECK(places(procedure(versions("2025-11-12"))).empty());
}

TEST_CASE("a missing history is one finding, and none where the reader has said more") {
  CHECK(ProjectFixture({policy("version: \"1.0\"\napprovals: [" + approved_by("udvalg") + ", " +
                               approved_by("direktion") + "]\n")})
            .summary() == Lines{"missing-history content/documents/p.md:1:1"});
  for (const std::string unreadable :
       {"history: [{version: x, date: 2025-11-12}]\n", "history: [{version: \"1.0\", date: 2025-02-30}]\n",
        "history: ny\n", "history: {version: \"1.0\"}\n", "history: [\"1.0\"]\n", "history: [~]\n", "history: [{\n"}) {
    INFO(unreadable);
    CHECK(found_on(kToday, RuleId::missing_history, {procedure("version: \"1.0\"\n" + unreadable)}).empty());
  }
  for (const std::string text : {"", "# P\n", "---\n---\n", "---\n- a\n---\n", "---\nid: [p\n---\n"}) {
    INFO(text);
    CHECK(found_on(kToday, RuleId::missing_history, {{"content/documents/p.md", text}}).empty());
  }
}

TEST_CASE("help for a missing history shows the version that the file is at") {
  const auto found = ProjectFixture({procedure("version: \"2.1\"\n")}).only(RuleId::missing_history);
  CHECK(found.help.en.find("history: [{version: \"2.1\", date: 2025-11-19,") != std::string::npos);
  CHECK(found.help.da.find("kind: new}].") != std::string::npos);
}

// future-date

TEST_CASE("today is no future, tomorrow is") {
  const auto on = [](const std::string& day) {
    return found_on(day, RuleId::future_date, {procedure(versions("2028-02-29"))});
  };
  CHECK(on("2028-02-28") == Lines{"content/documents/p.md:6:34"});
  CHECK(on("2028-02-29").empty());
  CHECK(on("2028-03-01").empty());
}

TEST_CASE("every date of something that happened is judged, and no other") {
  const std::string when = "2026-02-01";
  const Contents files{
      policy(versions(when) +
             "approvals: [{body: udvalg, date: 2026-02-01, version: \"1.0\"}]\neffective: 2027-01-01\n"),
      catalog(versions(when)),
      handbook(versions(when)),
      {"content/registers/dispensations.yaml",
       "- {id: d, document: p, reason: R, measures: [M], decided_by: D, decided: 2026-02-01, expires: 2026-08-01}\n"},
      {"content/members/m.md",
       "---\nid: m\nname: M\nkind: associated\nstatus: admitted\n"
       "declaration: {date: 2026-02-01}\n"
       "assessment:\n"
       "  circulated: 2026-02-01\n"
       "  responses: [{member: m, decision: approve, date: 2026-02-01}, {member: m, decision: approve}]\n"
       "  written_assessment: 2026-02-01\n"
       "  meeting: 2026-02-01\n"
       "admitted: 2026-02-01\n"
       "evaluations: [{year: 2026, date: 2026-02-01}, {year: 2027}]\n"
       "left: 2026-02-01\n---\n"}};
  const Lines expected{"content/catalogs/k.yaml:4:34", "content/documents/p.md:6:34",
                       "content/documents/p.md:7:34",  "content/handbooks/h.yaml:5:34",
                       "content/members/m.md:6:21",    "content/members/m.md:9:52",
                       "content/members/m.md:10:23",   "content/members/m.md:12:11",
                       "content/members/m.md:13:34",   "content/registers/dispensations.yaml:1:74"};
  CHECK(found_on("2026-01-31", RuleId::future_date, files) == expected);
  CHECK(found_on("2026-02-01", RuleId::future_date, files).empty());
}

TEST_CASE("a date that could not be read lies nowhere, also before 1970") {
  CHECK(found_on("1950-01-01", RuleId::future_date,
                 {{"content/registers/dispensations.yaml",
                   "- {id: d, document: p, reason: R, measures: [M], decided_by: D, decided: i går, expires: x}\n"}})
            .empty());
}

TEST_CASE("a future date is told with today beside it") {
  const auto found = ProjectFixture({procedure(versions("2026-01-16"))}).only(RuleId::future_date);
  CHECK(found.message.da == "Datoen 2026-01-16 ligger efter i dag, 2026-01-15");
  CHECK(found.message.en == "The date 2026-01-16 is after today, 2026-01-15");
  CHECK(found.severity == Severity::error);
}

// missing-approval

TEST_CASE("the bodies that have not approved are named once, at the version") {
  const auto found = ProjectFixture({policy(versions("2025-11-12"))}).only(RuleId::missing_approval);
  CHECK(found.place == Place{5, 10, 5, 15});
  CHECK(found.message.da == "Version 1.0 mangler godkendelse af: Informationssikkerhedsudvalget, Direktionen");
  CHECK(found.help.en ==
        "Once it is approved, write a line under approvals like - {body: udvalg, date: 2026-01-15, version: \"1.0\"}.");
  const auto one = ProjectFixture({policy(versions("2025-11-12") + "approvals: [" + approved_by("udvalg") + "]\n")})
                       .only(RuleId::missing_approval);
  CHECK(one.message.en == "Version 1.0 lacks the approval of: Direktionen");
}

TEST_CASE("an approval of another version does not count") {
  const auto missing = [](const std::string& approvals) {
    return found_on(kToday, RuleId::missing_approval,
                    {policy(versions("2025-11-12") + "approvals: [" + approvals + "]\n")})
        .size();
  };
  CHECK(missing(approved_by("udvalg", "0.9") + ", " + approved_by("direktion")) == 1);
  CHECK(missing(approved_by("udvalg", "1.0.0") + ", " + approved_by("direktion")) == 1);
  CHECK(missing(approved_by("direktion") + ", " + approved_by("udvalg")) == 0);
}

TEST_CASE("what asks for no approval lacks none") {
  const auto none = [](const Contents& files) { return found_on(kToday, RuleId::missing_approval, files).empty(); };
  CHECK(none({procedure(versions("2025-11-12"))}));
  CHECK(none({catalog(versions("2025-11-12")), handbook(versions("2025-11-12"))}));
  CHECK(none({{"content/documents/p.md", "---\nid: p\ntype: politk\ntitle: P\n" + versions("2025-11-12") + "---\n"}}));
}

TEST_CASE("kanon.yaml may ask for the approval of catalogs and handbooks") {
  const File asks = configuration("catalogs: {approvals: [udvalg]}\nhandbooks: {approvals: [direktion]}\n");
  CHECK(found_on(kToday, RuleId::missing_approval,
                 {asks, catalog(versions("2025-11-12")), handbook(versions("2025-11-12"))}) ==
        Lines{"content/catalogs/k.yaml:3:10", "content/handbooks/h.yaml:4:10"});
  CHECK(found_on(kToday, RuleId::missing_approval,
                 {asks, catalog(versions("2025-11-12") + "approvals: [" + approved_by("udvalg") + "]\n"),
                  handbook(versions("2025-11-12") + "approvals: [" + approved_by("direktion") + "]\n")})
            .empty());
}

TEST_CASE("no approval is missing where another finding may be about it") {
  const auto none = [](const std::string& keys) {
    INFO(keys);
    return found_on(kToday, RuleId::missing_approval, {policy(keys)}).empty();
  };
  CHECK(none("version: x\nhistory: []\n"));
  CHECK(none(versions("2025-11-12") + "approvals: [{body: udvalg, date: 2025-13-01, version: \"1.0\"}]\n"));
  CHECK(none(versions("2025-11-12") + "approvals: udvalg\n"));
  CHECK(none(versions("2025-11-12") + "approvals: [" + approved_by("udvlag") + "]\n"));
  // version-mismatch: which of the two was meant is not known
  CHECK(none("version: \"1.1\"\nhistory: [{version: \"1.0\", date: 2025-11-12}]\n"));
}

TEST_CASE("missing approvals come in the order that they are asked for, each once") {
  Config config = default_config();
  config.document_types[0].approvals.push_back({"udvalg", {}});
  config.handbook_approvals = {"direktion", "direktion", "udvalg"};
  Document document;
  document.type.value = "politik";
  document.version.value = *Version::parse("1.0");
  CHECK(missing_approvals(config, document) == Lines{"udvalg", "direktion"});
  document.approvals.push_back({{}, {"udvalg", {}}, {}, {*Version::parse("1.0"), {}}});
  CHECK(missing_approvals(config, document) == Lines{"direktion"});
  document.type.value = "findes-ikke";
  CHECK(missing_approvals(config, document).empty());
  CHECK(missing_approvals(config, Handbook{}) == Lines{"direktion", "udvalg"});
  CHECK(missing_approvals(config, Catalog{}).empty());
}

// review-overdue, review-due-soon

namespace {

/// What the two rules say of a document on a day.
std::string review_on(const std::string& day, const Contents& files) {
  const bool overdue = !found_on(day, RuleId::review_overdue, files).empty();
  const bool soon = !found_on(day, RuleId::review_due_soon, files).empty();
  REQUIRE(!(overdue && soon));
  return overdue ? "overdue" : soon ? "soon" : "";
}

}  // namespace

TEST_CASE("a review is due soon from thirty days before to the day itself, and overdue from the next") {
  const Contents files{procedure(versions("2025-03-15"))};
  CHECK(review_on("2026-02-12", files).empty());
  CHECK(review_on("2026-02-13", files) == "soon");
  CHECK(review_on("2026-03-15", files) == "soon");
  CHECK(review_on("2026-03-16", files) == "overdue");
}

TEST_CASE("a year from a leap day is the last of February") {
  const Contents files{procedure(versions("2024-02-29"))};
  CHECK(review_on("2025-02-28", files) == "soon");
  CHECK(review_on("2025-03-01", files) == "overdue");
  const Contents four_years{configuration("document_types: [{id: procedure, review_every: P4Y}]\n"),
                            procedure(versions("2024-02-29"))};
  CHECK(review_on("2028-02-29", four_years) == "soon");
  CHECK(review_on("2028-03-01", four_years) == "overdue");
}

TEST_CASE("how soon is kanon.yaml's to say") {
  const Contents files{configuration("review: {due_soon: P1M}\n"), procedure(versions("2025-03-31"))};
  CHECK(review_on("2026-02-27", files).empty());  // a month later is 27 March
  CHECK(review_on("2026-02-28", files).empty());  // 28 March
  CHECK(review_on("2026-03-01", files) == "soon");
  CHECK(review_on("2026-03-31", files) == "soon");
}

TEST_CASE("a document may shorten its type's interval, not lengthen it") {
  CHECK(review_on("2025-09-16", {procedure(versions("2025-03-15") + "review_every: P6M\n")}) == "overdue");
  CHECK(review_on("2026-03-16", {procedure(versions("2025-03-15") + "review_every: P5Y\n")}) == "overdue");
  const Contents without{configuration("document_types: [{id: procedure}]\n"), procedure(versions("2000-03-15"))};
  CHECK(review_on("2026-03-16", without).empty());
}

TEST_CASE("catalogs and handbooks are reviewed only where they say so") {
  CHECK(review_on(kToday, {catalog(versions("2000-01-01")), handbook(versions("2000-01-01"))}).empty());
  CHECK(found_on(kToday, RuleId::review_overdue,
                 {catalog(versions("2024-01-14") + "review_every: P2Y\n"),
                  handbook(versions("2024-01-14") + "review_every: P2Y\n")}) ==
        Lines{"content/catalogs/k.yaml:4:34", "content/handbooks/h.yaml:5:34"});
}

TEST_CASE("the newest date counts, wherever it stands, and the finding points at it") {
  const std::string history =
      "version: \"1.1\"\nhistory:\n  - {version: \"1.0\", date: 2023-11-12, by: CAI}\n  - {version: \"1.1\", date: "
      "2024-11-12, by: CAI}\n";
  CHECK(found_on(kToday, RuleId::review_overdue, {procedure(history)}) == Lines{"content/documents/p.md:8:28"});
  const auto found = ProjectFixture({procedure(history)}).only(RuleId::review_overdue);
  CHECK(found.message.da == "Skulle have været gennemgået senest 2025-11-12");
  CHECK(found.message.en == "Was due for review by 2025-11-12");
  CHECK(found.help.da.find("kanon bump p --kind verified") != std::string::npos);
}

TEST_CASE("no review is late where a newer history entry could not be read") {
  CHECK(review_on(kToday, {procedure("version: \"1.1\"\nhistory: [{version: \"1.1\", date: 2025-11-31}, {version: "
                                     "\"1.0\", date: 2023-11-12}]\n")})
            .empty());
  CHECK(review_on(kToday, {procedure("version: \"1.1\"\n")}).empty());
}

// suspect-parent, unreleased-parent

namespace {

struct Released {
  std::string version;
  std::string parent_version;  ///< of `top`; empty: none recorded
};

ItemArchive ledger_of(const std::string& id, const std::vector<Released>& releases) {
  ItemArchive archive;
  archive.id = id;
  for (const auto& release : releases) {
    LedgerEntry entry;
    entry.version.value = *Version::parse(release.version);
    if (!release.parent_version.empty()) entry.parent = ReleaseName{"top", *Version::parse(release.parent_version)};
    archive.entries.push_back(std::move(entry));
  }
  return archive;
}

Contents family(const std::string& child_version = "1.0", const std::string& parent = "top") {
  return {document_file("top", "politik"),
          document_file("anden", "politik"),
          {"content/documents/barn.md", "---\nid: barn\ntype: emnepolitik\ntitle: Barn\nparent: " + parent +
                                            "\nversion: \"" + child_version + "\"\nhistory: [{version: \"" +
                                            child_version + "\", date: 2025-11-12}]\n---\n"}};
}

/// What a rule finds in a family whose archive holds these ledgers.
std::vector<Diagnostic> found_with(const Contents& files, const std::vector<ItemArchive>& ledgers, RuleId rule) {
  const ProjectFixture project(files);
  Corpus corpus = project.corpus();
  for (const auto& ledger : ledgers) corpus.archive[ledger.id] = ledger;
  const Model model = resolve(corpus);
  auto found = check({model, *Date::parse(kToday)}, {});
  std::erase_if(found, [&](const Diagnostic& one) { return one.rule != rule; });
  return found;
}

std::vector<Diagnostic> suspects(const Contents& files, const std::vector<ItemArchive>& ledgers) {
  return found_with(files, ledgers, RuleId::suspect_parent);
}
std::vector<Diagnostic> unreleased(const Contents& files, const std::vector<ItemArchive>& ledgers) {
  return found_with(files, ledgers, RuleId::unreleased_parent);
}

}  // namespace

TEST_CASE("a parent released anew makes what was released under the old one suspect") {
  const auto found =
      suspects(family(), {ledger_of("top", {{"1.0", ""}, {"1.1", ""}}), ledger_of("barn", {{"1.0", "1.0"}})});
  REQUIRE(found.size() == 1);
  CHECK(found[0].path == "content/documents/barn.md");
  CHECK(found[0].place == Place{5, 9, 5, 12});
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].message.da == "Version 1.0 er udgivet under version 1.0 af «top», som siden er udgivet i version 1.1");
  CHECK(found[0].help.en.find("kanon bump barn --kind verified") != std::string::npos);
}

TEST_CASE("a document stays suspect until its next version is released") {
  const auto top = ledger_of("top", {{"1.0", ""}, {"1.1", ""}});
  const auto in_the_making = suspects(family("1.1"), {top, ledger_of("barn", {{"1.0", "1.0"}})});
  REQUIRE(in_the_making.size() == 1);
  CHECK(in_the_making[0].help.en.find("kanon bump") == std::string::npos);
  CHECK(in_the_making[0].help.en.find("kanon release barn") != std::string::npos);
  CHECK(suspects(family("1.1"), {top, ledger_of("barn", {{"1.0", "1.0"}, {"1.1", "1.1"}})}).empty());
}

TEST_CASE("nothing is suspect where no release stands against another") {
  const auto top = ledger_of("top", {{"1.0", ""}, {"1.1", ""}});
  CHECK(suspects(family(), {top}).empty());
  CHECK(suspects(family(), {ledger_of("barn", {{"1.0", "1.0"}})}).empty());
  CHECK(suspects(family(), {top, ledger_of("barn", {{"1.0", ""}})}).empty());
  // moved since: the next release records the new parent
  CHECK(suspects(family("1.1", "anden"), {top, ledger_of("anden", {{"2.0", ""}}), ledger_of("barn", {{"1.0", "1.0"}})})
            .empty());
  CHECK(suspects(family("1.0", "findes-ikke"), {top, ledger_of("barn", {{"1.0", "1.0"}})}).empty());
}

TEST_CASE("a ledger that could not be read makes nothing suspect and nobody unreleased") {
  auto top = ledger_of("top", {{"1.0", ""}, {"1.1", ""}});
  top.ledger_is_readable = false;
  CHECK(suspects(family(), {top, ledger_of("barn", {{"1.0", "1.0"}})}).empty());
  top.entries.clear();
  CHECK(unreleased(family(), {top, ledger_of("barn", {{"1.0", "1.0"}})}).empty());
  // the ledger is gone, the frozen files are not
  ItemArchive without_ledger;
  without_ledger.id = "top";
  without_ledger.releases.push_back({*Version::parse("1.0"), "content/archive/top/1.0", {}, "", {}});
  CHECK(unreleased(family(), {without_ledger, ledger_of("barn", {{"1.0", "1.0"}})}).empty());
}

TEST_CASE("a released document needs a released parent") {
  const auto found =
      unreleased(family("1.1", "anden"), {ledger_of("top", {{"1.0", ""}}), ledger_of("barn", {{"1.0", "1.0"}})});
  REQUIRE(found.size() == 1);
  CHECK(found[0].place == Place{5, 9, 5, 14});
  CHECK(found[0].message.da == "Dokumentet er udgivet, men det overordnede dokument «anden» er det ikke");
  CHECK(found[0].help.en == "Have the document above approved, and release it with kanon release anden.");
  CHECK(unreleased(family(), {}).empty());
  CHECK(unreleased(family(), {ledger_of("top", {{"1.0", ""}}), ledger_of("barn", {{"1.0", "1.0"}})}).empty());
  CHECK(unreleased(family("1.0", "findes-ikke"), {ledger_of("barn", {{"1.0", "1.0"}})}).empty());
}

}  // namespace kanon
