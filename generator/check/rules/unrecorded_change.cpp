#include "check/rule.h"
#include "check/versions.h"
#include "check/wording.h"
#include "history/unrecorded.h"
#include "model/governed.h"

namespace kanon {
namespace {

Message what_changed(const LedgerEntry& release, const Difference& difference) {
  const std::string& version = release.version->text();
  if (difference.local_file.empty()) {
    return message("Version {0} er udgivet den {1}, og teksten er ændret siden",
                   "Version {0} was released on {1}, and its text was changed since", version, release.date->iso());
  }
  return message("Version {0} er udgivet den {1}, og filen «{2}», som den bruger, er ændret siden",
                 "Version {0} was released on {1}, and the file “{2}”, which it uses, was changed since", version,
                 release.date->iso(), quoted(difference.local_file));
}

void find_unrecorded_changes(const CheckInput& input, Reporter& reporter) {
  const Corpus& corpus = input.corpus();
  for_each_governed(corpus, [&](const Governed& item) {
    // What doesn't hold together within the source, or within the archive, is the defect there is.
    if (!names_newest_entry(corpus, item) || !versions_fall(item) || !dates_fall(item)) return;
    const LedgerEntry* release = intact_newest_release(corpus, item);
    if (release == nullptr || *release->version != *item.version) return;
    const auto difference = difference_from_newest_release(corpus, item);
    if (!difference) return;
    reporter.report(item.file, difference->range, what_changed(*release, *difference),
                    message("Tag ændringen tilbage, eller gør den til næste version med «kanon bump {} --kind updated "
                            "--by … --change …».",
                            "Take the change back, or make it the next version with “kanon bump {} --kind updated --by "
                            "… --change …”.",
                            quoted(*item.id)));
  });
}

}  // namespace

namespace rules {
const Rule unrecorded_change{RuleId::unrecorded_change,
                             "versions",
                             Severity::error,
                             {"En udgivet version er ændret uden at blive til en ny version",
                              "A released version was changed without becoming a new version"},
                             find_unrecorded_changes};
}  // namespace rules

}  // namespace kanon
