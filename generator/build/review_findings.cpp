#include "build/review_findings.h"

#include <algorithm>

#include "check/check.h"

namespace kanon {
namespace {

Message what_happened(const RewrittenRelease& rewritten, const std::string& base) {
  const std::string version = rewritten.version ? rewritten.version->text() : std::string();
  using Kind = RewrittenRelease::Kind;
  switch (rewritten.kind) {
    case Kind::ledger_removed:
      return message("Protokollen for «{}» er fjernet; i {} har den udgivelser",
                     "The ledger of “{}” was removed; in {} it has releases", rewritten.id, base);
    case Kind::entry_removed:
      return message("Udgivelsen af «{}» version {} står i {} og er fjernet",
                     "The release of “{}” version {} stands in {} and was removed", rewritten.id, version, base);
    case Kind::entry_changed:
      return message("Udgivelsen af «{}» version {} er en anden end i {}",
                     "The release of “{}” version {} is not the one in {}", rewritten.id, version, base);
    case Kind::files_changed:
      return message("De frosne filer af «{}» version {} er andre end i {}",
                     "The frozen files of “{}” version {} are not those in {}", rewritten.id, version, base);
  }
  return {};
}

Diagnostic finding_of(const RewrittenRelease& rewritten, const Review& review) {
  const bool is_ledger = rewritten.kind != RewrittenRelease::Kind::files_changed;
  Diagnostic found;
  found.rule = is_ledger ? RuleId::broken_ledger : RuleId::tampered_archive;
  found.severity = severity_of(found.rule, review.head.corpus().config);
  const std::string folder = "content/archive/" + rewritten.id + "/";
  found.path = is_ledger ? folder + "ledger.yaml" : folder + rewritten.version->text();
  found.place = {1, 1, 1, 1};
  found.message = what_happened(rewritten, review.base_side.name);
  found.help = message("Det, der er udgivet, kan ikke ændres. Hent mappen tilbage: git checkout {} -- {}",
                       "What was released can't be changed. Get the folder back: git checkout {} -- {}",
                       review.base_side.name, folder.substr(0, folder.size() - 1));
  return found;
}

/// Whether `head` was found to be damaged there already: one defect is one finding.
bool was_found(const Diagnostic& rewritten, const std::vector<Diagnostic>& findings) {
  return std::ranges::any_of(findings, [&](const Diagnostic& found) {
    return (found.rule == RuleId::broken_ledger || found.rule == RuleId::tampered_archive) &&
           found.path.starts_with(rewritten.path.substr(0, rewritten.path.rfind('/') + 1));
  });
}

}  // namespace

void add_findings(Review& review) {
  std::vector<Diagnostic> findings = review.head.diagnostics;
  for (const RewrittenRelease& rewritten : review.consequences.rewritten) {
    Diagnostic found = finding_of(rewritten, review);
    if (found.severity != Severity::off && !was_found(found, review.head.diagnostics)) {
      findings.push_back(std::move(found));
    }
  }
  sort_diagnostics(findings);
  review.findings = compare_findings(review.base.diagnostics, std::move(findings), renamed_files(review.changes));
}

}  // namespace kanon
