#include "check/manual.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "check/rule.h"

using namespace kanon;

TEST_CASE("the manual's page on the rules is the one that the program writes") {
  std::ifstream file(std::string(KANON_SOURCE) + "/docs/regler.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  INFO("Rewrite it: make golden");
  CHECK(page == rules_manual(Language::da));
}

TEST_CASE("every rule has a section of the manual in each language") {
  for (const Language language : {Language::da, Language::en}) {
    const std::string page = rules_manual(language);
    for (const Rule* rule : registry()) {
      INFO(name_of(rule->id));
      CHECK(page.find("{#" + std::string(name_of(rule->id)) + "}") != std::string::npos);
      CHECK(page.find(rule->summary.in(language)) != std::string::npos);
    }
  }
}

TEST_CASE("every group of rules has a title for people") {
  for (const Rule* rule : registry()) CHECK(group_title(rule->group).da != rule->group);
}
