#include "emit/review/warnings.h"

#include <algorithm>

#include "base/text.h"

namespace kanon {
namespace {

/// The first few of a list, and how many more there are.
Message some_of(const std::vector<std::string>& names) {
  constexpr std::size_t most = 3;
  const std::vector<std::string> first(names.begin(),
                                       names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size())));
  const std::string list = join(first, ", ");
  if (names.size() <= most) return {list, list};
  return message("{} og {} andre", "{} and {} others", list, names.size() - most);
}

class Warnings {
 public:
  explicit Warnings(const ReviewReport& report) : report_(report), consequences_(report.input->consequences) {}

  std::vector<ReviewWarning> all() {
    for (const RewrittenRelease& one : consequences_.rewritten) add(one);
    for (const LoweredClassification& one : consequences_.lowered) {
      add(ReviewWarningKind::lowered_classification, one.id,
          message("«{0}» går fra klassifikationen «{1}» til «{2}»: flere må se det",
                  "“{0}” goes from the classification “{1}” to “{2}”: more people may see it", one.id, one.before,
                  one.after));
    }
    for (const std::string& id : consequences_.unrecorded) {
      add(ReviewWarningKind::unrecorded_text, id,
          message("Teksten i «{}» er ændret uden en ny version i versionshistorikken",
                  "The text of “{}” changed without a new version in its history", id));
    }
    for (const LostTarget& one : consequences_.lost_targets) add(one);
    for (const LostCoverage& one : consequences_.lost_coverage) add(one);
    for (const SuspectChild& one : consequences_.suspects) {
      add(ReviewWarningKind::suspect_child, one.id,
          message("«{}» skal læses op mod «{}», som går fra version {} til {}",
                  "“{}” has to be read against “{}”, which goes from version {} to {}", one.id, one.parent,
                  one.made_under.text(), one.now.text()));
    }
    for (const ReviewedItem& item : report_.items) {
      if (item.lacks_approval_of.empty()) continue;
      add(ReviewWarningKind::missing_approval, item.change->id,
          message("«{}» version {} mangler godkendelse af {}", "“{}” version {} lacks the approval of {}",
                  item.change->id, item.after->text(), join(item.lacks_approval_of, ", ")));
    }
    return std::move(warnings_);
  }

 private:
  void add(ReviewWarningKind kind, const std::string& id, Message what) {
    warnings_.push_back({kind, id, std::move(what)});
  }

  void add(const RewrittenRelease& one) {
    const std::string version = one.version ? one.version->text() : std::string();
    const Message what =
        one.version ? message("Udgivelsen af «{}» version {} er ændret eller fjernet: det, der er udgivet, skal stå",
                              "The release of “{}” version {} was altered or removed: what was released must stand",
                              one.id, version)
                    : message("Protokollen for «{}» er fjernet: det, der er udgivet, skal stå",
                              "The ledger of “{}” was removed: what was released must stand", one.id);
    add(ReviewWarningKind::rewritten_release, one.id, what);
  }

  void add(const LostTarget& one) {
    const Message users = some_of(one.used_by);
    if (one.anchor.empty()) {
      add(ReviewWarningKind::lost_target, one.id,
          {fmt::format("«{}» er væk; der blev linket til den fra {}", one.id, users.da),
           fmt::format("“{}” is gone; {} linked to it", one.id, users.en)});
      return;
    }
    add(ReviewWarningKind::lost_target, one.id,
        {fmt::format("Afsnittet «{}» i «{}» er væk; der blev linket til det fra {}", one.anchor, one.id, users.da),
         fmt::format("The section “{}” of “{}” is gone; {} linked to it", one.anchor, one.id, users.en)});
  }

  void add(const LostCoverage& one) {
    using Kind = LostCoverage::Kind;
    switch (one.kind) {
      case Kind::requirement:
        return add(ReviewWarningKind::lost_coverage, one.catalog,
                   message("Intet dokument gennemfører længere kravet {} i «{}»",
                           "No document carries out requirement {} of “{}” any more", one.id, one.catalog));
      case Kind::recommendation:
        return add(ReviewWarningKind::lost_coverage, one.catalog,
                   message("Intet krav dækker længere anbefaling {} i «{}»",
                           "No requirement covers recommendation {} of “{}” any more", one.id, one.catalog));
      case Kind::control:
        return add(ReviewWarningKind::lost_coverage, one.id,
                   message("Intet dækker længere foranstaltning {}", "Nothing covers control {} any more", one.id));
    }
  }

  const ReviewReport& report_;
  const Consequences& consequences_;
  std::vector<ReviewWarning> warnings_;
};

}  // namespace

std::vector<ReviewWarning> warnings_of(const ReviewReport& report) { return Warnings(report).all(); }

}  // namespace kanon
