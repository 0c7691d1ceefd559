#include "base/text.h"
#include "check/rule.h"
#include "check/wording.h"
#include "resolve/suggestion.h"

namespace kanon {
namespace {

class Classifications {
 public:
  Classifications(const CheckInput& input, Reporter& reporter)
      : input_(input), reporter_(reporter), suggestions_(input.config().classifications) {}

  template <class Items>
  void judge(const Items& items) {
    for (const Item& item : items) judge_item(item);
  }

 private:
  void judge_item(const Item& item) {
    const Config& config = input_.config();
    // One that could not be read is empty, and a finding of the reader's.
    if (!item.classification || item.classification->value.empty()) return;
    const std::string& level = item.classification->value;
    if (config.level_of(level)) return;
    reporter_.report(item.file, item.classification->range,
                     message("Klassifikationen «{}» findes ikke i kanon.yaml", "kanon.yaml has no classification “{}”",
                             quoted(level)),
                     did_you_mean(suggestions_.nearest_to(level), message("Skriv en af: {}.", "Write one of: {}.",
                                                                          join(config.classifications, ", "))));
  }

  const CheckInput& input_;
  Reporter& reporter_;
  Suggestions suggestions_;
};

void find_unknown_classifications(const CheckInput& input, Reporter& reporter) {
  Classifications classifications(input, reporter);
  const Corpus& corpus = input.corpus();
  classifications.judge(corpus.documents);
  classifications.judge(corpus.members);
  classifications.judge(corpus.projects);
  classifications.judge(corpus.pages);
  classifications.judge(corpus.terms);
  classifications.judge(corpus.catalogs);
  classifications.judge(corpus.handbooks);
  classifications.judge(corpus.dispensations);
}

}  // namespace

namespace rules {
const Rule unknown_classification{
    RuleId::unknown_classification,
    "classification",
    Severity::error,
    {"En klassifikation findes ikke i kanon.yaml", "A classification is not in kanon.yaml"},
    find_unknown_classifications};
}  // namespace rules

}  // namespace kanon
