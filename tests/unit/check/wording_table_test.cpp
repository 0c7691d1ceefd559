#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>
#include <set>

#include "base/text.h"
#include "support/project_fixture.h"

// The wording rules measured on sentences that people labelled: tests/unit/check/wording/*.txt.

namespace kanon {
namespace {

using Rules = std::set<std::string>;

const std::string kPath = "content/catalogs/krav.yaml";
const Rules kMeasured{"vague-wording", "vague-time", "not-imperative", "compound-requirement", "missing-frequency"};

struct Sentence {
  Rules expected;
  std::string frequency;
  std::string text;
};

std::vector<Sentence> read_sentences(const std::string& name) {
  std::ifstream file(std::string(KANON_SOURCE) + "/tests/unit/check/wording/" + name);
  REQUIRE(file);
  std::vector<Sentence> sentences;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    INFO(line);
    const auto fields = split(line, '|');
    REQUIRE(fields.size() == 3);
    Sentence& sentence = sentences.emplace_back();
    for (const auto rule : split(trim(fields[0]), ',')) {
      if (trim(rule) == "-") continue;
      REQUIRE(kMeasured.contains(std::string(trim(rule))));
      sentence.expected.emplace(trim(rule));
    }
    if (trim(fields[1]) != "-") sentence.frequency = trim(fields[1]);
    sentence.text = trim(fields[2]);
  }
  return sentences;
}

/// What the program says of each sentence as a requirement of a catalog, by its line.
std::vector<Rules> judge(const std::vector<Sentence>& sentences) {
  std::string catalog =
      "id: krav\ntitle: Krav\nversion: \"1.0\"\nhistory: [{version: \"1.0\", date: 2025-01-01, by: A, change: B, kind: "
      "new}]\nrequirements:\n";
  const std::uint32_t first_line = 6;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::string frequency = sentences[i].frequency.empty() ? "" : ", frequency: " + sentences[i].frequency;
    catalog +=
        fmt::format("  - {{id: K-{}, text: \"{}\", kind: minimum, verification: Rapport, controls: [\"A.5.1\"]{}}}\n",
                    i, sentences[i].text, frequency);
  }
  std::vector<Rules> judged(sentences.size());
  for (const Diagnostic& found : ProjectFixture(std::map<std::string, std::string>{{kPath, catalog}}).findings()) {
    INFO(found.message.en << " in line " << found.place.line);
    REQUIRE(kMeasured.contains(std::string(name_of(found.rule))));
    REQUIRE(found.place.line >= first_line);
    judged[found.place.line - first_line].emplace(name_of(found.rule));
  }
  return judged;
}

struct Score {
  int right = 0;
  int false_alarms = 0;
  int missed = 0;

  double precision() const { return right + false_alarms == 0 ? 1 : double(right) / (right + false_alarms); }
  double recall() const { return right + missed == 0 ? 1 : double(right) / (right + missed); }
  void add(const Score& other) {
    right += other.right;
    false_alarms += other.false_alarms;
    missed += other.missed;
  }
};

using Scores = std::map<std::string, Score>;

/// The scores by rule, and of all rules together as `all`. Prints each sentence that was judged otherwise.
Scores measure(const std::string& name) {
  const auto sentences = read_sentences(name);
  const auto judged = judge(sentences);
  Scores scores;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    for (const std::string& rule : kMeasured) {
      const bool expected = sentences[i].expected.contains(rule);
      const bool found = judged[i].contains(rule);
      Score& score = scores[rule];
      score.right += expected && found ? 1 : 0;
      score.false_alarms += found && !expected ? 1 : 0;
      score.missed += expected && !found ? 1 : 0;
      if (expected != found)
        std::cout << (expected ? "missed: " : "false alarm: ") << rule << ": " << sentences[i].text << '\n';
    }
  }
  Score all;
  for (const auto& [rule, score] : scores) all.add(score);
  scores["all"] = all;
  return scores;
}

void print(const std::string& title, const Scores& scores) {
  std::cout << fmt::format("{:<30} precision  recall  right  false  missed\n", title);
  for (const auto& [rule, score] : scores)
    std::cout << fmt::format("  {:<28} {:>9.3f} {:>7.3f} {:>6} {:>6} {:>7}\n", rule, score.precision(), score.recall(),
                             score.right, score.false_alarms, score.missed);
  std::cout.flush();
}

}  // namespace

TEST_CASE("the wording rules agree with people on labelled requirements") {
  const Scores tuned = measure("requirement_sentences.txt");
  const Scores held_out = measure("requirement_sentences_held_out.txt");
  const Scores later = measure("requirement_sentences_later.txt");
  Scores together = tuned;
  for (const Scores& scores : {held_out, later})
    for (const auto& [rule, score] : scores) together[rule].add(score);
  print("requirement_sentences", tuned);
  print("held out", held_out);
  print("later", later);
  print("together", together);
  for (const auto& [rule, score] : together) {
    INFO(rule);
    CHECK(score.precision() >= 0.95);
    CHECK(score.recall() >= 0.9);
  }
  CHECK(held_out.at("all").precision() >= 0.95);
  CHECK(held_out.at("all").recall() >= 0.85);
}

TEST_CASE("the labelled table is large, and half of it is written well") {
  std::size_t all = 0;
  std::size_t well = 0;
  for (const auto* name :
       {"requirement_sentences.txt", "requirement_sentences_held_out.txt", "requirement_sentences_later.txt"}) {
    for (const Sentence& sentence : read_sentences(name)) {
      ++all;
      well += sentence.expected.empty() ? 1 : 0;
    }
  }
  CHECK(all >= 220);
  CHECK(well * 100 >= all * 43);
}

}  // namespace kanon
