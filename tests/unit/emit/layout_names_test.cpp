#include "emit/html/layout_names.h"

#include <fstream>
#include <set>
#include <sstream>

#include "base/text.h"
#include "emit/html/page_content.h"
#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

/// What of a declaration the data of a page doesn't have, or has otherwise: `page.title: a text is declared`.
void compare(const Data& data, const std::vector<LayoutName>& names, const std::string& before,
             std::set<std::string>& wrong) {
  for (const LayoutName& name : names) {
    const std::string path = before + name.name;
    const Data* found = data.get(name.name);
    if (found == nullptr) {
      wrong.insert(path + " isn't there");
    } else if (found->is_false() || found->is_true()) {
      if (found->is_true() && name.value != LayoutValue::flag) wrong.insert(path + " is a flag");
    } else if (found->is_string()) {
      if (name.value != LayoutValue::text && name.value != LayoutValue::html) wrong.insert(path + " is a text");
    } else if (found->is_list()) {
      if (name.value != LayoutValue::list) wrong.insert(path + " is a list");
      for (const Data& item : found->list_value()) {
        if (name.names.empty() != item.is_string()) wrong.insert(path + " is another kind of list");
        if (!item.is_string()) compare(item, name.names, path + ".", wrong);
      }
    } else {
      if (name.value != LayoutValue::section) wrong.insert(path + " is a section");
      compare(*found, name.names, path + ".", wrong);
    }
  }
}

FileMap everything() {
  return {
      {"kanon.yaml",
       "site: {title: Prøven, base_url: \"https://a.example/\", accessibility_statement: \"https://w.example/\"}\n"},
      {"content/documents/top.md",
       public_document("top", "politik", "Top",
                       "owner: HR\ncontrols: [\"A.5.1\"]\nimplements: [K-1]\nrelated: [under]\napprovals:\n"
                       "  - {body: udvalg, date: 2025-04-09, version: \"1.0\"}\n",
                       "HR læser.\n\n## Et {#et}\n\n### To\n\nref.\n")},
      {"content/documents/under.md", public_document("under", "procedure", "Under", "parent: top\nowner: It\n")},
      {"content/glossary.yaml", "- {id: ord, term: Ord, definition: Betydning, classification: offentlig}\n"},
      {"content/criteria.yaml",
       "objectives:\n  - {id: synergi, title: Sammenhæng, criteria: [{id: synergi-1, text: K1}]}\n"},
      {"content/projects/p.md", "---\nid: p\ntitle: Projekt\n---\nTekst.\n"},
      {"content/members/a.md", "---\nid: a\nname: A\nkind: founding\nstatus: admitted\nadmitted: 2024-01-02\n---\n"},
      {"content/members/b.md",
       "---\nid: b\nname: B\nkind: associated\nstatus: admitted\nadmitted: 2024-02-20\ncvr: \"12345674\"\n"
       "website: https://b.example\ndeclaration: {date: 2024-02-01, criteria: [{criterion: synergi-1, statement: Ja}], "
       "projects: [p]}\nevaluations: [{year: 2025, date: 2026-01-12, by: A, result: active}]\n---\n## "
       "Bidrag\n\nMeget.\n"},
      {"content/members/c.md",
       "---\nid: c\nname: C\nkind: associated\nstatus: left\nadmitted: 2020-02-20\nleft: 2022-01-01\n---\n"},
      {"content/catalogs/k.yaml",
       "id: k\ntitle: Krav\nlevel: basis\nowner: HR\nclassification: offentlig\nversion: \"1.0\"\n"
       "history: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\n"
       "phases: [{id: \"1\", title: Plan}]\nrecommendations: [{id: \"1.1\", phase: \"1\", text: Gør}, {id: \"1.2\", "
       "phase: \"1\", text: Lad}]\n"
       "requirements: [{id: K-1, phase: \"1\", theme: Log, text: Leverandøren skal logge, kind: minimum, form: effect, "
       "verification: Rapport, frequency: P1M, recommendations: [\"1.1\"], controls: [\"A.5.1\"], note: Husk}, {id: "
       "K-2, text: Leverandøren skal mere, kind: standard, form: solution, derives_from: [K-1]}]\n"},
      {"content/catalogs/l.yaml",
       "id: l\ntitle: Flere krav\nextends: k\nclassification: offentlig\nversion: \"1.0\"\n"
       "history: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\nrequirements: []\n"},
      {"content/handbooks/h.yaml",
       "id: h\ntitle: Håndbog\nsubtitle: Under\nowner: HR\nclassification: offentlig\nversion: \"1.0\"\n"
       "history: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\naudience: public\n"
       "parts: [{title: Alt, documents: [top]}, {title: Krav, catalogs: [k]}]\n"},
      {"content/registers/controls.yaml",
       "- {control: \"A.5.1\", applicable: true, justification: Ja, status: implemented, documents: [top]}\n"
       "- {control: \"A.5.2\", applicable: true}\n"},
      {"content/registers/dispensations.yaml",
       "- {id: d, document: top, section: et, reason: Gammel, measures: [Pas på], decided_by: Udvalget, decided: "
       "2025-06-01, expires: 2027-02-01, classification: offentlig}\n"
       "- {id: e, document: top, reason: Gammel, measures: [Pas på], decided_by: Udvalget, decided: 2025-06-01, "
       "expires: 2025-12-01, classification: offentlig}\n"},
      {"content/pages/index.md", "---\ntitle: Velkommen\nclassification: offentlig\n---\nTekst.\n"},
      {"content/pages/om.md", "---\ntitle: Om\nclassification: offentlig\naliases: [gammel]\n---\nTekst.\n"}};
}

/// With a release before the draft of one document.
FileMap with_releases() {
  FileMap files = everything();
  release(files, "content/documents/top.md", "1.0", "2025-05-01");
  files["content/documents/top.md"] = replace_all(
      files["content/documents/top.md"], "version: \"1.0\"\nhistory:\n",
      "version: \"1.1\"\nhistory:\n  - {version: \"1.1\", date: 2026-04-09, by: CAI, change: Mere, kind: updated}\n");
  release(files, "content/documents/top.md", "1.1", "2026-05-01");
  return files;
}

}  // namespace

TEST_CASE("every page's data has what is declared for its layout") {
  std::set<std::string> met;
  for (const FileMap& files : {everything(), with_releases()}) {
    for (const char* audience : {"public", "internal"}) {
      const PlannedProject project(files, audience);
      const Theme theme = theme_of(project);
      const Pictures pictures;
      PageContents contents(project.site(), theme, pictures);
      std::map<std::string, std::set<std::string>> wrong;
      for (const PagePlan& page : project.site().pages) {
        const auto content = contents.of(page);
        REQUIRE(content);
        const auto layout = LayoutNames::declared().layouts().find(content->layout);
        INFO(content->layout << " isn't declared");
        REQUIRE(layout != LayoutNames::declared().layouts().end());
        met.insert(content->layout);
        compare(content->data, layout->second.names, {}, wrong[content->layout]);
        for (const LayoutName& name : LayoutNames::declared().of_every_page()) {
          const bool is_shared = name.name == "site";
          compare(is_shared ? contents.shared() : content->data, {name}, {}, wrong["every"]);
        }
      }
      for (const auto& [name, faults] : wrong) {
        INFO(name);
        CHECK(faults == std::set<std::string>{});
      }
    }
  }
  std::set<std::string> declared;
  for (const auto& [name, layout] : LayoutNames::declared().layouts()) declared.insert(name);
  declared.erase("gone");
  met.erase("gone");
  CHECK(met == declared);
}

TEST_CASE("the built-in layouts name only what is declared") {
  const auto theme = Theme::built_in();
  REQUIRE(theme);
  for (const auto& [name, declared] : LayoutNames::declared().layouts()) {
    const auto numbered = number_layout(*theme, name);
    REQUIRE(numbered);
    for (const auto& one : LayoutNames::declared().undeclared(name, *numbered)) {
      const LayoutTag& tag = numbered->tags[one.tag];
      INFO(name << ": " << tag.file << ":" << tag.place.line << ": " << tag.name);
      CHECK(false);
    }
  }
}

TEST_CASE("a declaration takes sets, and what isn't one is refused") {
  const auto names = LayoutNames::parse("@s\n  a: En\n\nside: Om\n  + @s\n  b list\n    + @s\n");
  REQUIRE(names);
  const auto& side = names->layouts().at("side");
  REQUIRE(side.names.size() == 2);
  CHECK(side.names[0].about == "En");
  CHECK(side.names[1].value == LayoutValue::list);
  CHECK(side.names[1].names.size() == 1);
  CHECK_FALSE(LayoutNames::parse("side: Om\n  + @mangler\n"));
  CHECK_FALSE(LayoutNames::parse("side: Om\n  a underligt\n"));
  CHECK_FALSE(LayoutNames::parse("@s\n  b section\n    + @s\nside\n  + @s\n"));
}

TEST_CASE("a wrong name in a project's layout is found with file, line and column, also where no page shows it") {
  FileMap files = everything();
  files["layouts/glossary.mustache"] =
      "{{page.title}}\n{{#groups}}{{#terms}}{{^definition}}{{definiton}}{{/definition}}{{/terms}}{{/groups}}";
  const Error error = emit_error(PlannedProject(files), "/ordbog/");
  CHECK(error.what.en == "layouts/glossary.mustache:2:37: the layout uses “definiton”, which does not exist here");
  CHECK(error.help.en == "Did you mean “definition”?");

  files["layouts/glossary.mustache"] = "{{#groups}}{{#terms}}{{/terms}}{{term}}{{/groups}}";
  CHECK(emit_error(PlannedProject(files), "/ordbog/").what.en ==
        "layouts/glossary.mustache:1:32: the layout uses “term”, which does not exist here");

  files["layouts/glossary.mustache"] =
      "{{> head}}{{#groups}}{{#terms}}{{id}}{{page.title}}{{t.search}}{{/terms}}{{/groups}}";
  CHECK(holds(emit_page(PlannedProject(files), "ordbog/index.html"), "ord"));
}

TEST_CASE("the manual's page on layouts is the one that the program writes: make golden") {
  std::ifstream file(std::string(KANON_SOURCE) + "/docs/layouts.md", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  CHECK(bytes.str() == layouts_manual());
}
