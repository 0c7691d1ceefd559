#include <algorithm>

#include "base/text.h"
#include "history/faults_parts.h"

namespace kanon {
namespace {

/// Holds each entry against its folder, and each folder against the entries.
class FolderJudge {
 public:
  FolderJudge(const ItemArchive& archive, const Corpus& corpus, const LedgerFaults& ledger)
      : archive_(archive), corpus_(corpus), ledger_(ledger) {}

  std::vector<Fault> judge() {
    for (std::size_t i = 0; i < archive_.entries.size(); ++i) {
      if (!ledger_.doubtful.contains(i)) judge(archive_.entries[i]);
    }
    // What could not be read of a ledger may have been the entry that a folder lacks.
    if (archive_.ledger_is_readable && !archive_.entries.empty()) {
      for (const FrozenRelease& release : archive_.releases) judge(release);
    }
    return std::move(faults_);
  }

 private:
  void judge(const LedgerEntry& entry) {
    const std::string& version = entry.version->text();
    const FrozenRelease* release = archive_.release_of(*entry.version);
    if (release == nullptr) {
      const std::string folder = "content/archive/" + archive_.id + "/" + version;
      faults_.push_back({Fault::Kind::archive, archive_.ledger, corpus_.files[*archive_.ledger].path, entry.range,
                         message("Version {0} står i protokollen, men dens filer er væk: mappen «{1}» findes ikke",
                                 "Version {0} stands in the ledger, but its files are gone: there is no folder “{1}”",
                                 version, folder),
                         restore_with_git(folder)});
    } else if (release->sha256 != *entry.sha256) {
      report(*release, altered(entry, *release), restore_with_git(release->folder));
    }
  }

  Message altered(const LedgerEntry& entry, const FrozenRelease& release) const {
    const std::string& version = entry.version->text();
    const auto unreadable =
        std::ranges::find_if(release.files, [](const FrozenFile& file) { return file.sha256.empty(); });
    if (unreadable != release.files.end()) {
      return message("Version {0} er ændret, efter at den blev udgivet: «{1}» kan ikke læses som en fil",
                     "Version {0} was altered after it was released: “{1}” can't be read as a file", version,
                     printable(unreadable->path));
    }
    const LineIndex lines(corpus_.parsed(*archive_.ledger).text());
    return message(
        "Version {0} er ændret, efter at den blev udgivet: dens filer passer ikke til linje {1} i protokollen «{2}»",
        "Version {0} was altered after it was released: its files don't fit line {1} of the ledger “{2}”", version,
        lines.place(entry.sha256.range).line, corpus_.files[*archive_.ledger].path);
  }

  void judge(const FrozenRelease& release) {
    if (archive_.entry_of(release.version) != nullptr || ledger_.explained.contains(release.version)) return;
    const std::string& ledger = corpus_.files[*archive_.ledger].path;
    report(release,
           message("Version {} ligger i arkivet, men står ikke i protokollen",
                   "Version {} is in the archive, but does not stand in the ledger", release.version.text()),
           message("Versioner udgives med «kanon release» alene. Er mappen lagt ind i hånden, så slet den. Er der "
                   "slettet i protokollen, så find den seneste rigtige udgave med «git log -- {0}», og hent den "
                   "tilbage med «git restore --source=COMMIT -- {0}».",
                   "Versions are released by “kanon release” alone. If the folder was put there by hand, delete it. If "
                   "something was deleted from the ledger, find its last right state with “git log -- {0}”, and fetch "
                   "it back with “git restore --source=COMMIT -- {0}”.",
                   ledger));
  }

  void report(const FrozenRelease& release, Message what, Message help) {
    faults_.push_back({Fault::Kind::archive, release.file, release.folder, {}, std::move(what), std::move(help)});
  }

  const ItemArchive& archive_;
  const Corpus& corpus_;
  const LedgerFaults& ledger_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> faults_of_folders(const ItemArchive& archive, const Corpus& corpus, const LedgerFaults& ledger) {
  if (!archive.ledger) return {};
  return FolderJudge(archive, corpus, ledger).judge();
}

}  // namespace kanon
