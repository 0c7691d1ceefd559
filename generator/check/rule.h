#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/web_answer.h"
#include "diagnostic/diagnostic.h"
#include "resolve/model.h"

namespace kanon {

class Reporter;

/// What a rule may look at.
struct CheckInput {
  const Model& model;
  Date today;
  const WebAnswers* web = nullptr;  ///< to the addresses of web_links(); null where nobody asked

  const Corpus& corpus() const { return *model.corpus; }
  const Config& config() const { return model.corpus->config; }
};

/// A promise that governing documents make, and the function that finds where it is broken. A rule is the sibling files
/// rules/<name>.cpp and rules/<name>.md and its line in diagnostic/rules.def.
struct Rule {
  RuleId id{};
  std::string_view group;  ///< reading, hierarchy, versions …: a heading of the contract's table
  Severity severity{};     ///< unless kanon.yaml says otherwise
  Message summary;         ///< one line for `kanon rules`
  void (*find)(const CheckInput&, Reporter&) = nullptr;  ///< null: found while reading
};

/// Collects the findings of a rule, placed in their files. Of each file it keeps the first `most_findings`: more would
/// tell a writer nothing, and a hostile file must not fill the memory.
class Reporter {
 public:
  static constexpr std::size_t most_findings = 1000;

  Reporter(const Corpus& corpus, RuleId rule) : corpus_(corpus), rule_(rule) {}

  /// Adds a finding and returns it, for `related` places to be added, and for `severity` to be lowered where this one
  /// is no more than a warning: kanon.yaml may then lower it further, and never raises it.
  Diagnostic& report(FileIndex file, Range range, Message message, Message help);
  /// The same at the beginning of what was not read as a file of the corpus: a folder, a file that is gone.
  Diagnostic& report_at(std::string path, Message message, Message help);
  /// Another place that explains a finding.
  Related related(FileIndex file, Range range, Message message);

  std::vector<Diagnostic> take() { return std::move(found_); }

 private:
  const LineIndex& lines_of(FileIndex file);

  const Corpus& corpus_;
  RuleId rule_;
  std::vector<Diagnostic> found_;
  std::unordered_map<FileIndex, LineIndex> lines_;
  std::unordered_map<FileIndex, std::size_t> counts_;
  Diagnostic beyond_;  ///< takes what is added to a finding that was not kept
};

/// The constant of each rule, defined in rules/<name>.cpp.
namespace rules {
#define RULE(name) extern const Rule name;
#include "diagnostic/rules.def"
}  // namespace rules

/// Every rule, in the order of rules.def.
const std::vector<const Rule*>& registry();
const Rule& rule(RuleId id);
/// The rule's page: rules/<name>.md as it stands in the source.
std::string_view rule_page(RuleId id);

}  // namespace kanon
