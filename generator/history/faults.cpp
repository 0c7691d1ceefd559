#include "history/faults.h"

#include <algorithm>
#include <iterator>

#include "history/faults_parts.h"

namespace kanon {

Message restore_with_git(const std::string& path) {
  return message(
      "Udgivne versioner må aldrig ændres. Find den seneste rigtige udgave med «git log -- {0}», og hent den tilbage "
      "med «git restore --source=COMMIT -- {0}». Skal indholdet være anderledes, så udgiv en ny version.",
      "Released versions may never change. Find the last right state with “git log -- {0}”, and fetch it back with "
      "“git restore --source=COMMIT -- {0}”. If the content should be different, release a new version.",
      path);
}

std::vector<Fault> faults_of(const ItemArchive& archive, const Corpus& corpus) {
  LedgerFaults ledger = faults_of_ledger(archive, corpus);
  std::vector<Fault> folders = faults_of_folders(archive, corpus, ledger);
  std::vector<Fault> all = std::move(ledger.faults);
  std::ranges::move(folders, std::back_inserter(all));
  return all;
}

}  // namespace kanon
