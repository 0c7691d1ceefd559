#include "build/release_obstacles.h"

#include <algorithm>

#include "base/text.h"
#include "history/approvals.h"
#include "history/faults.h"
#include "history/unrecorded.h"
#include "model/governed.h"

namespace kanon {
namespace {

constexpr std::string_view kArchive = "content/archive/";

/// Rules that speak of what a release looks at itself, or of what it puts right.
bool is_judged_here(RuleId rule) {
  return rule == RuleId::missing_approval || rule == RuleId::unreleased_parent || rule == RuleId::suspect_parent ||
         rule == RuleId::unrecorded_change;
}

/// The id of the item whose archive a path lies in; empty for other paths.
std::string_view archived_id(std::string_view path) {
  if (!path.starts_with(kArchive)) return {};
  path.remove_prefix(kArchive.size());
  return path.substr(0, path.find('/'));
}

Message errors_in(const std::string& path, const std::vector<const Diagnostic*>& errors) {
  const Message& first = errors.front()->message;
  if (errors.size() == 1) {
    return {fmt::format("1 fejl, som «kanon check {}» viser: {}", path, first.da),
            fmt::format("1 error, which “kanon check {}” shows: {}", path, first.en)};
  }
  return {fmt::format("{} fejl, som «kanon check {}» viser; den første: {}", errors.size(), path, first.da),
          fmt::format("{} errors, which “kanon check {}” shows; the first: {}", errors.size(), path, first.en)};
}

Message handbook_lacks(const std::string& part) {
  return message("«{0}», som håndbogen indeholder, er aldrig udgivet: kør først «kanon release {0}»",
                 "“{0}”, which the handbook holds, was never released: first run “kanon release {0}”", part);
}

Message catalog_lacks(const std::string& part) {
  return message("«{0}», som kataloget bygger på, er aldrig udgivet: kør først «kanon release {0}»",
                 "“{0}”, which the catalog extends, was never released: first run “kanon release {0}”", part);
}

std::vector<std::string> approvals_missing(const Model& model, ItemRef ref) {
  const Corpus& corpus = model.source();
  if (ref.kind == ItemKind::document) return missing_approvals(corpus.config, corpus.documents[ref.index]);
  if (ref.kind == ItemKind::catalog) return missing_approvals(corpus.config, corpus.catalogs[ref.index]);
  return missing_approvals(corpus.config, corpus.handbooks[ref.index]);
}

}  // namespace

ReleaseObstacles::ReleaseObstacles(const ReleaseRun& run, Date today) : run_(run), today_(today) {
  for (const Diagnostic& found : run.checked().diagnostics) {
    if (found.severity != Severity::error) continue;
    if (const auto id = archived_id(found.path); !id.empty()) {
      by_archive_[id].push_back(&found);
    } else if (!is_judged_here(found.rule)) {
      by_source_[found.path].push_back(&found);
    }
  }
  for_each_governed(run.corpus(), [&](const auto& item) { sources_[item.id.value].push_back(item.file); });
}

std::vector<Message> ReleaseObstacles::of_archive(const Governed& item) const {
  const std::string& id = item.id.value;
  const std::string folder = std::string(kArchive) + id;
  if (const auto errors = by_archive_.find(id); errors != by_archive_.end()) {
    return {errors_in(folder, errors->second)};
  }
  const auto archive = run_.corpus().archive.find(id);
  if (archive == run_.corpus().archive.end()) return {};
  if (!archive->second.ledger_is_readable) {
    return {message("{}/ledger.yaml kan ikke læses: hent filen fra en sikkerhedskopi",
                    "{}/ledger.yaml can't be read: get the file from a backup", folder)};
  }
  std::vector<Message> reasons;
  for (const Fault& fault : faults_of(archive->second, run_.corpus())) reasons.push_back(fault.message);
  return reasons;
}

std::vector<Message> ReleaseObstacles::of_item(ItemRef ref, const std::vector<std::string>& parts) const {
  const Governed& item = run_.model().governed(ref);
  std::vector<Message> reasons;
  add_errors(item, reasons);
  add_other_sources(item, reasons);
  add_version(item, reasons);
  add_approvals(ref, reasons);
  if (ref.kind == ItemKind::document) add_parent(run_.corpus().documents[ref.index], reasons);
  for (const auto& part : parts) {
    if (run_.newest(part) != nullptr) continue;
    reasons.push_back(ref.kind == ItemKind::handbook ? handbook_lacks(part) : catalog_lacks(part));
  }
  return reasons;
}

void ReleaseObstacles::add_errors(const Governed& item, std::vector<Message>& reasons) const {
  const std::string& path = run_.corpus().files[item.file].path;
  if (const auto errors = by_source_.find(path); errors != by_source_.end()) {
    reasons.push_back(errors_in(path, errors->second));
  }
}

void ReleaseObstacles::add_other_sources(const Governed& item, std::vector<Message>& reasons) const {
  std::vector<FileIndex> others = sources_.at(item.id.value);
  const auto holder = run_.model().find(item.id.value);
  if (holder && !is_governed(holder->kind)) others.push_back(run_.model().file_of(*holder));
  for (const FileIndex file : others) {
    if (file == item.file) continue;
    reasons.push_back(message("Id’et «{0}» bruges også af {1}: giv den ene et andet id",
                              "{1} has the id “{0}”, too: give one of them another id", item.id.value,
                              run_.corpus().files[file].path));
  }
}

void ReleaseObstacles::add_version(const Governed& item, std::vector<Message>& reasons) const {
  const LedgerEntry* newest = run_.newest(item.id.value);
  if (newest == nullptr) return;
  const std::string& version = item.version->text();
  const std::string& released = newest->version->text();
  if (*item.version < *newest->version) {
    reasons.push_back(
        message("Version {0} er under den nyeste udgivelse, {1}: ret filen tilbage til {1}, og kør "
                "«kanon bump {2}»",
                "Version {0} is below the newest release, {1}: set the file back to {1} and run “kanon "
                "bump {2}”",
                version, released, item.id.value));
  } else if (*item.version == *newest->version && difference_from_newest_release(run_.corpus(), item)) {
    reasons.push_back(
        message("Version {} er allerede udgivet med en anden tekst: kør «kanon bump {}» for at begynde "
                "den næste",
                "Version {} was already released with another text: run “kanon bump {}” to begin the "
                "next one",
                version, item.id.value));
  }
  if (today_ < *newest->date) {
    reasons.push_back(message("Den nyeste udgivelse er af {}, men i dag er {}: ret maskinens dato eller --date",
                              "The newest release is of {}, but today is {}: set the machine's date or --date right",
                              newest->date->iso(), today_.iso()));
  }
}

void ReleaseObstacles::add_approvals(ItemRef ref, std::vector<Message>& reasons) const {
  const Governed& item = run_.model().governed(ref);
  for (const auto& body : approvals_missing(run_.model(), ref)) {
    const std::string& name = run_.corpus().config.name_of_body(body);
    reasons.push_back(
        message("{0} har ikke godkendt version {1}: skriv under approvals: - {{body: {2}, date: "
                "ÅÅÅÅ-MM-DD, version: \"{1}\"}}",
                "{0} has not approved version {1}: write below approvals: - {{body: {2}, date: "
                "YYYY-MM-DD, version: \"{1}\"}}",
                name, item.version->text(), body));
  }
}

void ReleaseObstacles::add_parent(const Document& document, std::vector<Message>& reasons) const {
  if (!document.parent || run_.newest(**document.parent) != nullptr) return;
  reasons.push_back(message("Dokumentet ovenover, «{0}», er aldrig udgivet: kør først «kanon release {0}»",
                            "The document above, “{0}”, was never released: first run “kanon release {0}”",
                            **document.parent));
}

}  // namespace kanon
