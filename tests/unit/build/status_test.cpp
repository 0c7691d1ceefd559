#include "build/status.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "build/release.h"
#include "env/memory_files.h"
#include "read/parsers.h"

using namespace kanon;

namespace {

Date day(const std::string& text) { return *Date::parse(text); }

const std::string kFolder = "/project";
const Date today = day("2026-11-21");

using FileMap = std::map<std::string, std::string>;

/// A project in memory that can be released from and asked for its status.
class TestProject {
 public:
  explicit TestProject(const FileMap& contents) {
    put("kanon.yaml", "site: {title: Eksempel, publisher: Eksempelstyrelsen}\n");
    for (const auto& [path, bytes] : contents) put(path, bytes);
  }

  void put(const std::string& path, const std::string& bytes) { REQUIRE(files_.write(kFolder + "/" + path, bytes)); }

  void release(const std::string& id, Date on) {
    const CheckedProject checked = this->checked(on);
    const auto outcomes = release_items(files_, checked, kFolder, {id}, on);
    REQUIRE(outcomes);
    for (const Message& reason : outcomes->front().reasons) UNSCOPED_INFO(reason.en);
    REQUIRE(outcomes->front().kind == ReleaseOutcome::Kind::released);
  }

  std::vector<DueItem> status(Date on = today, Horizon horizon = Horizon::soon) const {
    return status_of(checked(on), on, horizon);
  }

 private:
  CheckedProject checked(Date on) const {
    DirectParsers parsers;
    auto project = check_project(files_, parsers, kFolder, on, nullptr, ArchiveDepth::all);
    REQUIRE(project);
    return std::move(*project);
  }

  MemoryFiles files_;
};

/// A document of 2026-10-01, approved on 2026-10-02 where `approved` names bodies.
std::string document(const std::string& id, const std::string& type, const std::string& version,
                     const std::vector<std::string>& approved, const std::string& keys = {}) {
  std::string text = "---\nid: " + id + "\ntype: " + type + "\ntitle: Om " + id + "\nowner: Enhed " + id +
                     "\nclassification: offentlig\nversion: \"" + version + "\"\nhistory:\n  - {version: \"" + version +
                     "\", date: 2026-10-01, by: Enhed, change: Ny, kind: new}\n";
  if (!approved.empty()) text += "approvals:\n";
  for (const auto& body : approved) {
    text += "  - {body: " + body + ", date: 2026-10-02, version: \"" + version + "\"}\n";
  }
  return text + keys + "---\n\n## Formål\n\nTekst " + version + ".\n";
}

const std::string policy_path = "content/documents/politik.md";
const std::string below_path = "content/documents/logning.md";

std::string policy(const std::string& version = "1.0", const std::string& keys = {}) {
  return document("politik", "politik", version, {"udvalg", "direktion"}, keys);
}

std::string below(const std::vector<std::string>& approved, const std::string& version = "1.0",
                  const std::string& keys = {}) {
  return document("logning", "emnepolitik", version, approved, "parent: politik\n" + keys);
}

/// `kind id due state turn`, one a line.
std::string line_of(const DueItem& item) {
  static const std::map<DueKind, std::string> names{
      {DueKind::review, "review"},         {DueKind::approval, "approval"},        {DueKind::release, "release"},
      {DueKind::upcoming, "upcoming"},     {DueKind::suspect, "suspect"},          {DueKind::applicant, "applicant"},
      {DueKind::evaluation, "evaluation"}, {DueKind::dispensation, "dispensation"}};
  std::string line = names.at(item.kind) + " " + item.id + " " + (item.due ? item.due->iso() : "-") + " " + item.state;
  if (item.overdue) line += " overdue";
  for (const Message& who : item.turn) line += ", " + who.en;
  return line;
}

std::vector<std::string> lines(const std::vector<DueItem>& items) {
  std::vector<std::string> all;
  for (const DueItem& item : items) all.push_back(line_of(item));
  return all;
}

using Lines = std::vector<std::string>;

std::string member(const std::string& id, const std::string& kind, const std::string& keys) {
  return "---\nid: " + id + "\nname: Navn " + id + "\nkind: " + kind + "\n" + keys + "---\n\n## Motivation\n\nTekst.\n";
}

FileMap three_founders() {
  FileMap files;
  for (const std::string id : {"ene", "to", "tre"}) {
    files["content/members/" + id + ".md"] = member(id, "founding", "status: admitted\n");
  }
  files["content/criteria.yaml"] = "objectives:\n  - {id: m, title: M, criteria: [{id: m-1, text: T}]}\n";
  return files;
}

TestProject with_applicant(const std::string& keys) {
  auto files = three_founders();
  files["content/members/ny.md"] = member(
      "ny", "associated", "declaration: {date: 2026-11-01, criteria: [{criterion: m-1, statement: S}]}\n" + keys);
  return TestProject(files);
}

const ApplicantCase& case_of(const DueItem& item) { return std::get<ApplicantCase>(item.details); }

}  // namespace

TEST_CASE("nothing is due in an empty project") { CHECK(TestProject(FileMap{}).status().empty()); }

TEST_CASE("a version in the making waits for its bodies, then for its release") {
  TestProject project(FileMap{{policy_path, document("politik", "politik", "1.0", {"udvalg"})}});
  CHECK(lines(project.status()) == Lines{"approval politik - missing-approval, Direktionen"});
  const auto item = project.status().front();
  CHECK(std::get<VersionInTheMaking>(item.details).missing == Lines{"direktion"});
  CHECK(item.what.da == "Version 1.0 mangler godkendelse af: Direktionen");
  CHECK(item.path == policy_path);

  project.put(policy_path, policy());
  CHECK(lines(project.status()) == Lines{"release politik - ready, Enhed politik"});
  project.release("politik", today);
  CHECK(project.status().empty());

  project.put(policy_path, document("politik", "politik", "1.1", {}));
  CHECK(lines(project.status()) ==
        Lines{"approval politik - missing-approval, Informationssikkerhedsudvalget, Direktionen"});
}

TEST_CASE("a version that is to be in force already is late") {
  TestProject project(FileMap{{policy_path, policy("1.0", "effective: 2026-11-20\n")}});
  CHECK(lines(project.status()) == Lines{"release politik 2026-11-20 ready overdue, Enhed politik"});
  CHECK(lines(project.status(day("2026-11-20"))) == Lines{"release politik 2026-11-20 ready, Enhed politik"});
}

TEST_CASE("what stands in the way of a release is named") {
  TestProject project(FileMap{{policy_path, policy()}, {below_path, below({"udvalg"})}});
  const auto items = project.status();
  CHECK(lines(items) ==
        Lines{"release logning - waits-for-release, Enhed politik", "release politik - ready, Enhed politik"});
  CHECK(std::get<VersionInTheMaking>(items.front().details).waits_for == Lines{"politik"});
  project.put(below_path, below({}));
  const auto unapproved = project.status().front();
  CHECK(line_of(unapproved) == "approval logning - missing-approval, Informationssikkerhedsudvalget");
  CHECK(unapproved.what.en ==
        "Version 1.0 lacks the approval of: Informationssikkerhedsudvalget; to be released first: politik");

  project.put(policy_path, policy("1.0", "related: [findes-ikke]\n"));
  CHECK(line_of(project.status().back()) == "release politik - has-errors, Enhed politik");
}

TEST_CASE("a handbook waits for its parts") {
  TestProject project(
      FileMap{{policy_path, policy()},
              {"content/handbooks/bog.yaml",
               "id: bog\ntitle: Bog\nclassification: offentlig\naudience: public\nversion: \"1.0\"\nhistory:\n"
               "  - {version: \"1.0\", date: 2026-10-01, by: Enhed, change: Ny, kind: new}\n"
               "parts:\n  - {title: Del, documents: [politik]}\n"}});
  CHECK(line_of(project.status().front()) == "release bog - waits-for-release, Enhed politik");
  project.release("politik", today);
  CHECK(lines(project.status()) == Lines{"release bog - ready, Eksempelstyrelsen"});
}

TEST_CASE("a release that takes effect later is told with its day") {
  TestProject project(FileMap{{policy_path, policy("1.0", "effective: 2027-01-01\n")}});
  project.release("politik", today);
  CHECK(lines(project.status()) == Lines{"upcoming politik 2027-01-01 upcoming"});
  CHECK(std::get<UpcomingVersion>(project.status().front().details).version.text() == "1.0");
  CHECK(project.status(day("2027-01-01")).empty());
}

TEST_CASE("a document that was released under an older version of its parent is to be read again") {
  TestProject project(FileMap{{policy_path, policy()}, {below_path, below({"udvalg"})}});
  project.release("politik", today);
  project.release("logning", today);
  CHECK(project.status().empty());
  project.put(policy_path, policy("2.0"));
  project.release("politik", today);
  CHECK(lines(project.status()) == Lines{"suspect logning - newer-parent, Enhed logning"});
  const auto details = std::get<NewerParent>(project.status().front().details);
  CHECK(details.released_under.version.text() == "1.0");
  CHECK(details.newest.text() == "2.0");
}

TEST_CASE("reviews are listed when they are near; the last day is in time") {
  TestProject project(FileMap{{policy_path, policy()}});
  project.release("politik", day("2026-10-02"));
  CHECK(project.status().empty());
  CHECK(lines(project.status(today, Horizon::all)) == Lines{"review politik 2027-10-01 later, Enhed politik"});
  CHECK(project.status(day("2027-08-31")).empty());
  CHECK(lines(project.status(day("2027-09-01"))) == Lines{"review politik 2027-10-01 due-soon, Enhed politik"});
  CHECK(lines(project.status(day("2027-10-01"))) == Lines{"review politik 2027-10-01 due-soon, Enhed politik"});
  CHECK(lines(project.status(day("2027-10-02"))) == Lines{"review politik 2027-10-01 overdue overdue, Enhed politik"});
}

TEST_CASE("dispensations hold through their last day") {
  TestProject project(
      FileMap{{policy_path, policy()},
              {"content/registers/dispensations.yaml",
               "- {id: disp, document: politik, reason: HEMMELIG, measures: [M], decided_by: Direktionen, "
               "decided: 2026-10-05, "
               "expires: 2026-12-01}\n"}});
  project.release("politik", day("2026-10-02"));
  CHECK(project.status(day("2026-10-31")).empty());
  CHECK(lines(project.status()) == Lines{"dispensation disp 2026-12-01 expires-soon, Enhed politik, Direktionen"});
  CHECK(lines(project.status(day("2026-12-01"))) ==
        Lines{"dispensation disp 2026-12-01 expires-soon, Enhed politik, Direktionen"});
  CHECK(lines(project.status(day("2026-12-02"))) ==
        Lines{"dispensation disp 2026-12-01 expired overdue, Enhed politik, Direktionen"});
  CHECK(project.status().front().title == "Om politik");
}

TEST_CASE("an applicant waits for the secretariat, the founding members, and the secretariat again") {
  CHECK(lines(with_applicant("status: applicant\n").status()) ==
        Lines{"applicant ny - not-circulated, The secretariat"});

  const TestProject circulated = with_applicant(
      "status: circulated\nassessment:\n  circulated: 2026-11-17\n  responses:\n"
      "    - {member: to, decision: approve, date: 2026-11-18}\n");
  CHECK(lines(circulated.status()) == Lines{"applicant ny 2026-11-24 awaiting-responses, Navn ene, Navn tre"});
  CHECK(case_of(circulated.status().front()).unanswered == Lines{"ene", "tre"});
  CHECK(case_of(circulated.status().front()).answered == 1);
  CHECK(lines(circulated.status(day("2026-11-24"))).front().find("awaiting-responses") != std::string::npos);

  const DueItem closed = circulated.status(day("2026-11-25")).front();
  CHECK(line_of(closed) == "applicant ny - approved, The secretariat");
  CHECK(case_of(closed).approvals == 3);
  CHECK(closed.what.en ==
        "Approved: enter the admission (3 founding members: approvals 3, of which 2 by silence, objections 0)");
}

TEST_CASE("an objection calls for a meeting, and says nothing of its reason") {
  const std::string objected =
      "contact: {name: KONTAKT, email: post@kontakt.example}\nstatus: circulated\nassessment:\n"
      "  circulated: 2026-11-10\n  responses:\n"
      "    - {member: to, decision: object, date: 2026-11-12, unmet: [m-1], reason: HEMMELIG}\n";
  const DueItem item = with_applicant(objected).status().front();
  CHECK(line_of(item) == "applicant ny - objected, The secretariat");
  CHECK(case_of(item).objections == 1);
  for (const std::string secret : {"HEMMELIG", "KONTAKT", "m-1"}) {
    CHECK(item.what.da.find(secret) == std::string::npos);
    CHECK(item.what.en.find(secret) == std::string::npos);
  }
  CHECK(lines(with_applicant(objected + "  meeting: 2026-11-20\n").status()) ==
        Lines{"applicant ny 2026-11-20 awaiting-outcome overdue, The secretariat"});
  CHECK(lines(with_applicant(objected + "  meeting: 2026-11-20\n  outcome: rejected\n").status()) ==
        Lines{"applicant ny - not-approved, The secretariat"});
}

TEST_CASE("cases that are closed are not listed") {
  CHECK(with_applicant("status: rejected\n").status().empty());
  CHECK(with_applicant("status: admitted\nadmitted: 2026-11-20\n").status().empty());
}

TEST_CASE("each year that lacks its evaluation is a line") {
  const std::string admitted = "status: admitted\nadmitted: 2023-05-01\nevaluations: [{year: 2024, result: active}]\n";
  TestProject project = with_applicant(admitted);
  CHECK(lines(project.status()) == Lines{"evaluation ny - missing, The founding members"});
  CHECK(std::get<MissingEvaluation>(project.status().front().details).year == 2025);
  project.put("kanon.yaml", "site: {title: Eksempel}\nevaluation_body: direktion\n");
  CHECK(lines(project.status()) == Lines{"evaluation ny - missing, Direktionen"});
}

TEST_CASE("what has a day stands first, by day and id") {
  TestProject project(
      FileMap{{policy_path, policy("1.0", "effective: 2026-12-24\n")},
              {below_path, below({"udvalg"}, "1.0", "effective: 2026-12-24\n")},
              {"content/documents/a.md", document("a", "politik", "1.0", {})},
              {"content/documents/b.md", document("b", "politik", "1.0", {}, "effective: 2026-12-01\n")}});
  Lines ids;
  for (const DueItem& item : project.status()) ids.push_back(item.id);
  CHECK(ids == Lines{"b", "logning", "politik", "a"});
}

TEST_CASE("content with errors is listed as far as it can be read") {
  TestProject project(FileMap{{policy_path, policy()},
                              {"content/archive/politik/ledger.yaml", "- {version: \"1.0\"\n"},
                              {"content/documents/tom.md", ""},
                              {"content/documents/c.md", document("c", "findes-ikke", "1.0", {})},
                              {"content/members/m.md", "---\nid: m\nkind: associated\nstatus: circulated\n---\n"},
                              {"content/registers/dispensations.yaml", "- {id: d, document: x, expires: snart}\n"}});
  const auto items = project.status();
  CHECK(std::ranges::none_of(items, [](const DueItem& item) { return item.id == "politik" || item.id == "d"; }));
  CHECK(std::ranges::any_of(items, [](const DueItem& item) { return item.id == "c"; }));
}
