#include <catch2/catch.hpp>

#include "pact/admission.h"

using namespace kanon;

namespace {

Corpus corpus_with(const std::vector<std::vector<std::string>>& criteria_by_objective) {
  Corpus corpus;
  for (const auto& criteria : criteria_by_objective) {
    Objective objective;
    for (const std::string& id : criteria) objective.criteria.push_back({LocatedText{id, {}}, {}});
    corpus.objectives.push_back(objective);
  }
  return corpus;
}

Declaration declaring(const std::vector<std::string>& criteria) {
  Declaration declaration;
  for (const std::string& id : criteria) declaration.criteria.push_back({LocatedText{id, {}}, {}});
  return declaration;
}

using Positions = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("each objective needs at least one criterion") {
  const Corpus corpus = corpus_with({{"synergi-1", "synergi-2"}, {"viden-1"}, {"samarbejde-1", "samarbejde-2"}});
  CHECK(unmet_objectives(corpus, declaring({"synergi-2", "viden-1", "samarbejde-1"})).empty());
  CHECK(unmet_objectives(corpus, declaring({"synergi-1", "synergi-2", "viden-1"})) == Positions{2});
  CHECK(unmet_objectives(corpus, declaring({"viden-1", "viden-1", "findes-ikke", ""})) == Positions{0, 2});
  CHECK(unmet_objectives(corpus, {}) == Positions{0, 1, 2});
}

TEST_CASE("an objective without criteria is met by nobody, and no objectives ask for nothing") {
  CHECK(unmet_objectives(corpus_with({{"synergi-1"}, {}}), declaring({"synergi-1"})) == Positions{1});
  CHECK(unmet_objectives(corpus_with({}), declaring({"synergi-1"})).empty());
}
