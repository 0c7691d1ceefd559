#include "build/verify.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "history/unrecorded.h"
#include "model/governed.h"

namespace kanon {
namespace {

Message how_much(std::size_t releases, std::size_t items) {
  if (releases == 0) {
    return {"Projektet har ingen udgivelser endnu: der var intet at kontrollere",
            "The project has no releases yet: there was nothing to check"};
  }
  if (releases == 1) return {"1 udgivelse er kontrolleret", "1 release was checked"};
  if (items == 1) return message("{} udgivelser er kontrolleret", "{} releases were checked", releases);
  return message("{} udgivelser i {} protokoller er kontrolleret", "{} releases in {} ledgers were checked", releases,
                 items);
}

Message nothing_of(std::string_view id) {
  return message("Arkivet har intet af «{}»", "The archive has nothing of “{}”", id);
}

/// The sources whose version is not released, after an interrupted release too: `id version`.
std::vector<std::string> unreleased_versions(const Corpus& corpus, std::string_view only) {
  std::vector<std::string> names;
  for_each_governed(corpus, [&](const auto& item) {
    if (!only.empty() && *item.id != only) return;
    const LedgerEntry* newest = newest_release(corpus, item);
    if (newest == nullptr || *newest->version < *item.version) names.push_back(*item.id + " " + item.version->text());
  });
  return names;
}

}  // namespace

std::string first_of(std::vector<std::string> names) {
  constexpr std::size_t most_named = 10;
  const std::size_t all = names.size();
  names.resize(std::min(all, most_named));
  return join(names, ", ") + (all > most_named ? fmt::format(" + {}", all - most_named) : std::string());
}

Verification verify_archive(const Corpus& corpus, std::string_view only) {
  Verification verification;
  std::size_t releases = 0;
  std::size_t items = 0;
  for (const auto& [id, archive] : corpus.archive) {
    if (!only.empty() && id != only) continue;
    ++items;
    releases += archive.entries.size();
    auto faults = faults_of(archive, corpus);
    std::ranges::move(faults, std::back_inserter(verification.faults));
  }
  const bool is_unknown = !only.empty() && items == 0;
  verification.facts.push_back(is_unknown ? nothing_of(only) : how_much(releases, items));
  const auto unreleased = unreleased_versions(corpus, only);
  if (releases > 0 && !unreleased.empty()) {
    const std::string names = first_of(unreleased);
    verification.facts.push_back(message("Ikke udgivet endnu: {}", "Not released yet: {}", names));
  }
  return verification;
}

}  // namespace kanon
