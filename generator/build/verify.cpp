#include "build/verify.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "history/unrecorded.h"

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

constexpr std::size_t most_named = 10;

/// The sources whose version is not released, after an interrupted release too: `id version`.
template <class T>
void add_unreleased(const Corpus& corpus, const std::vector<T>& items, std::string_view only,
                    std::vector<std::string>& names) {
  for (const T& item : items) {
    if (!only.empty() && *item.id != only) continue;
    const LedgerEntry* newest = newest_release(corpus, item);
    if (newest == nullptr || *newest->version < *item.version) names.push_back(*item.id + " " + item.version->text());
  }
}

Message not_released(std::vector<std::string> names) {
  const std::size_t all = names.size();
  names.resize(std::min(all, most_named));
  const std::string others = all > most_named ? fmt::format(" + {}", all - most_named) : std::string();
  const std::string list = join(names, ", ") + others;
  return message("Ikke udgivet endnu: {}", "Not released yet: {}", list);
}

}  // namespace

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
  std::vector<std::string> unreleased;
  add_unreleased(corpus, corpus.documents, only, unreleased);
  add_unreleased(corpus, corpus.catalogs, only, unreleased);
  add_unreleased(corpus, corpus.handbooks, only, unreleased);
  if (releases > 0 && !unreleased.empty()) verification.facts.push_back(not_released(std::move(unreleased)));
  return verification;
}

}  // namespace kanon
