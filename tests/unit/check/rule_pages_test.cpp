#include <catch2/catch.hpp>
#include <set>

#include "check/page.h"
#include "support/project_fixture.h"
#include "unit/check/rule_examples.h"

namespace kanon {
namespace {

std::string described(const std::vector<Diagnostic>& findings) {
  std::string all;
  for (const auto& found : findings)
    all += fmt::format("{}:{}:{} {} [{}]\n", found.path, found.place.line, found.place.column, found.message.en,
                       name_of(found.rule));
  return all;
}

}  // namespace

TEST_CASE("every rule has a page with every section in both languages") {
  for (const RuleId id : all_rules()) {
    INFO(name_of(id));
    CHECK(rule(id).id == id);
    CHECK(!rule(id).summary.da.empty());
    CHECK(!rule(id).summary.en.empty());
    CHECK(rule_page(id).starts_with(fmt::format("# {}\n\n## What\n", name_of(id))));
    for (const Language language : {Language::da, Language::en}) {
      const RulePage page = page_of(id, language);
      for (const auto& text : {page.what, page.why, page.fix}) {
        CHECK(!text.empty());
        CHECK(text.find("<!--") == std::string::npos);
        CHECK(text.find("\n#") == std::string::npos);
      }
      CHECK(!page.bad.empty());
      CHECK(!page.good.empty());
    }
    CHECK(page_of(id, Language::da).what != page_of(id, Language::en).what);
  }
}

TEST_CASE("what a page calls bad fires its own rule and nothing else") {
  for (const RuleId id : all_rules()) {
    DYNAMIC_SECTION(name_of(id)) {
      const ProjectFixture project(files_of_example(page_of(id, Language::da).bad));
      const auto findings = project.findings();
      INFO(described(findings));
      CHECK(!findings.empty());
      for (const auto& found : findings) CHECK(name_of(found.rule) == name_of(id));
    }
  }
}

TEST_CASE("what a page calls good is silent") {
  for (const RuleId id : all_rules()) {
    DYNAMIC_SECTION(name_of(id)) {
      const auto files = files_of_example(page_of(id, Language::da).good);
      REQUIRE(!files.empty());
      const auto findings = ProjectFixture(files).findings();
      INFO(described(findings));
      CHECK(findings.empty());
    }
  }
}

TEST_CASE("every finding has a message and a remedy in both languages") {
  for (const RuleId id : all_rules()) {
    DYNAMIC_SECTION(name_of(id)) {
      for (const auto& found : ProjectFixture(files_of_example(page_of(id, Language::da).bad)).findings()) {
        CHECK(!found.message.da.empty());
        CHECK(!found.message.en.empty());
        CHECK(found.message.da != found.message.en);
        CHECK(!found.help.da.empty());
        CHECK(!found.help.en.empty());
      }
    }
  }
}

TEST_CASE("a page is explained with headings in the reader's language") {
  const std::string danish = explain(RuleId::missing_parent, Language::da);
  CHECK(danish.starts_with("# missing-parent\n\n## Hvad\n\nDokumentet siger ikke"));
  for (const std::string heading : {"\n## Hvorfor\n", "\n## Forkert\n", "\n## Rigtigt\n", "\n## Sådan rettes det\n"})
    CHECK(danish.find(heading) != std::string::npos);
  CHECK(danish.find("<!--") == std::string::npos);
  CHECK(danish.find("The document") == std::string::npos);
  CHECK(danish.find("title: Politik for backup") != std::string::npos);
  const std::string english = explain(RuleId::missing_parent, Language::en);
  CHECK(english.starts_with("# missing-parent\n\n## What\n\nThe document does not say"));
  CHECK(english.find("Dokumentet siger") == std::string::npos);
  CHECK(english.ends_with("\n"));
}

TEST_CASE("headings within a page's examples are not the page's own") {
  const RulePage page = page_of(RuleId::skipped_heading, Language::da);
  CHECK(page.bad.find("## Medlemmer\n\n#### Optagelse") != std::string::npos);
  CHECK(page.good.find("### Optagelse") != std::string::npos);
}

TEST_CASE("rules are errors and warnings as the contract says") {
  const std::set<RuleId> warnings{RuleId::suspect_parent,       RuleId::unreleased_parent,
                                  RuleId::orphan_document,      RuleId::missing_approval,
                                  RuleId::review_overdue,       RuleId::review_due_soon,
                                  RuleId::removed_anchor,       RuleId::broken_external_link,
                                  RuleId::missing_alt,          RuleId::skipped_heading,
                                  RuleId::missing_table_header, RuleId::vague_link_text,
                                  RuleId::invalid_cvr,          RuleId::missing_evaluation,
                                  RuleId::vague_wording,        RuleId::vague_time,
                                  RuleId::missing_verification, RuleId::missing_frequency,
                                  RuleId::not_imperative,       RuleId::compound_requirement,
                                  RuleId::missing_reason,       RuleId::uncovered_recommendation,
                                  RuleId::expired_dispensation, RuleId::uncovered_control};
  for (const RuleId id : all_rules()) {
    INFO(name_of(id));
    CHECK((rule(id).severity == Severity::warning) == warnings.contains(id));
  }
}

}  // namespace kanon
