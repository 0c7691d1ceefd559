#include <catch2/catch.hpp>

#include "check/page.h"
#include "fix/apply.h"
#include "fix/fix.h"
#include "support/project_fixture.h"
#include "unit/check/rule_examples.h"

namespace kanon {

TEST_CASE("what a page calls bad is silent once corrected, where it has one right answer") {
  for (const RuleId id : {RuleId::unknown_key, RuleId::invalid_value, RuleId::invalid_id, RuleId::unknown_parent,
                          RuleId::broken_image, RuleId::unknown_classification}) {
    DYNAMIC_SECTION(name_of(id)) {
      auto files = files_of_example(page_of(id, Language::da).bad);
      {
        const ProjectFixture project(files);
        const auto findings = project.findings();
        const auto fixes = find_fixes(project.corpus(), &project.model(), findings);
        REQUIRE(!fixes.empty());
        for (const Fix& fix : fixes) {
          CHECK(fix.certainty == Certainty::sure);
          auto& text = files[findings[fix.finding].path];
          text = fixed(text, {&fix});
        }
      }
      CHECK(ProjectFixture(files).summary().empty());
    }
  }
}

TEST_CASE("what a page calls bad has no sure correction where a person has to decide") {
  for (const RuleId id : all_rules()) {
    if (id == RuleId::unknown_key || id == RuleId::invalid_value || id == RuleId::invalid_id ||
        id == RuleId::unknown_parent || id == RuleId::broken_image || id == RuleId::unknown_classification)
      continue;
    DYNAMIC_SECTION(name_of(id)) {
      const ProjectFixture project(files_of_example(page_of(id, Language::da).bad));
      for (const Fix& fix : find_fixes(project.corpus(), &project.model(), project.findings()))
        CHECK(fix.certainty == Certainty::likely);
    }
  }
}

}  // namespace kanon
