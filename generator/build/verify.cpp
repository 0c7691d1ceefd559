#include "build/verify.h"

#include <iterator>

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
  return verification;
}

}  // namespace kanon
