#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "check/front_matter.h"
#include "check/member_keys.h"
#include "check/rule.h"
#include "check/wording.h"
#include "resolve/suggestion.h"

namespace kanon {
namespace {

/// The criteria of the file, and those that were misnamed.
class UnknownCriteria {
 public:
  UnknownCriteria(const CheckInput& input, Reporter& reporter)
      : corpus_(input.corpus()), reporter_(reporter), suggestions_(ids_of(corpus_)) {
    for (const Objective& objective : corpus_.objectives)
      for (const Criterion& criterion : objective.criteria) known_.insert(*criterion.id);
  }

  void find() {
    if (!criteria_were_read()) return;
    for (const Member& member : corpus_.members) {
      if (member.declaration) {
        for (const auto& statement : (*member.declaration)->criteria) judge(member, statement.criterion);
      }
      if (!member.assessment) continue;
      for (const Response& response : (*member.assessment)->responses)
        for (const LocatedText& criterion : response.unmet) judge(member, criterion);
    }
  }

 private:
  static std::vector<std::string> ids_of(const Corpus& corpus) {
    std::vector<std::string> ids;
    for (const Objective& objective : corpus.objectives)
      for (const Criterion& criterion : objective.criteria) ids.push_back(*criterion.id);
    return ids;
  }

  /// A criterion that could not be read may be the one that is named; it is a finding of its own.
  bool criteria_were_read() const {
    const auto source = std::ranges::find(corpus_.sources(), "content/criteria.yaml", &SourceFile::path);
    if (source == corpus_.sources().end()) return true;
    const ParsedFile& file = source->parsed;
    if (keys_are_unreadable(file)) return file.findings().empty();
    const auto objectives = places_of(file, value_of(file, "objectives"));
    if (objectives.size() != corpus_.objectives.size()) return false;
    for (std::size_t i = 0; i < objectives.size(); ++i) {
      const YamlNode* criteria = value_in(file, *objectives[i], "criteria");
      if (says_something(criteria) && places_of(file, criteria).size() != corpus_.objectives[i].criteria.size())
        return false;
    }
    return true;
  }

  void judge(const Member& member, const LocatedText& criterion) {
    if (criterion->empty() || known_.contains(*criterion)) return;
    reporter_.report(member.file, criterion.range,
                     message("Kriteriet «{}» findes ikke i criteria.yaml", "criteria.yaml has no criterion “{}”",
                             quoted(*criterion)),
                     did_you_mean(suggestions_.nearest_to(*criterion),
                                  {"Skriv id'et på et kriterium, som det står i content/criteria.yaml.",
                                   "Write the id of a criterion as content/criteria.yaml has it."}));
  }

  const Corpus& corpus_;
  Reporter& reporter_;
  Suggestions suggestions_;
  std::unordered_set<std::string_view> known_;
};

void find_unknown_criteria(const CheckInput& input, Reporter& reporter) { UnknownCriteria(input, reporter).find(); }

}  // namespace

namespace rules {
const Rule unknown_criterion{
    RuleId::unknown_criterion,
    "members",
    Severity::error,
    {"Et kriterium findes ikke i criteria.yaml", "A criterion does not exist in criteria.yaml"},
    find_unknown_criteria};
}  // namespace rules

}  // namespace kanon
