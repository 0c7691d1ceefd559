#include <algorithm>

#include "history/faults_parts.h"
#include "model/seal.h"

namespace kanon {
namespace {

/// Judges a ledger that could be read. What one fault explains is no second one: an entry that was altered no longer
/// fits its neighbours or its folder either.
class LedgerJudge {
 public:
  LedgerJudge(const ItemArchive& archive, const Corpus& corpus)
      : archive_(archive), corpus_(corpus), entries_(archive.entries), path_(corpus.files[*archive.ledger].path) {}

  LedgerFaults judge() {
    find_altered();
    find_breaks();
    find_disorder();
    if (found_.faults.empty() && entries_.empty() && !archive_.releases.empty()) {
      report({}, {"Protokollen er tom, men der ligger udgivne versioner ved siden af den",
                  "The ledger is empty, but there are released versions beside it"});
    }
    if (found_.faults.empty()) compare_text();
    return std::move(found_);
  }

 private:
  void report(Range range, Message what) {
    found_.faults.push_back(
        {Fault::Kind::ledger, archive_.ledger, path_, range, std::move(what), restore_with_git(path_)});
  }

  void find_altered() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const LedgerEntry& entry = entries_[i];
      if (seal_of_entry(entry) == *entry.entry) continue;
      found_.doubtful.insert(i);
      // Its version may be what was altered: the folder it spoke of then seems to have no entry.
      for (const FrozenRelease& release : archive_.releases) {
        if (release.sha256 == *entry.sha256) found_.explained.insert(release.version);
      }
      report(entry.range, message("Det, protokollen siger om version {}, er ændret, efter at versionen blev udgivet",
                                  "What the ledger says of version {} was altered after the version was released",
                                  entry.version->text()));
    }
  }

  /// Where an entry's `previous` is not the `entry` of the one before it.
  void find_breaks() {
    std::vector<std::size_t> breaks;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (!found_.doubtful.contains(i) && !follows(i)) breaks.push_back(i);
    }
    if (breaks.empty()) return;
    broken_ = {breaks.begin(), breaks.end()};
    const bool only_moved = breaks.size() > 1 && std::ranges::all_of(breaks, [&](std::size_t i) {
                              return *entries_[i].previous == no_entry || position_of(*entries_[i].previous);
                            });
    if (only_moved) {
      report(entries_[breaks.front()].previous.range,
             message("Rækkefølgen i protokollen er ændret fra version {} og frem: kæden af udgivelser er brudt",
                     "The order of the ledger was changed from version {} onwards: the chain of releases is broken",
                     entries_[breaks.front()].version->text()));
      return;
    }
    for (const std::size_t i : breaks) report_break(i);
  }

  bool follows(std::size_t i) const {
    if (i == 0) return *entries_[0].previous == no_entry;
    const LedgerEntry& before = entries_[i - 1];
    // Of an altered entry either its seal or its fields are still as the next one knew them.
    return *entries_[i].previous == *before.entry ||
           (found_.doubtful.contains(i - 1) && *entries_[i].previous == seal_of_entry(before));
  }

  std::optional<std::size_t> position_of(const std::string& seal) const {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (*entries_[i].entry == seal) return i;
    }
    return {};
  }

  void report_break(std::size_t i) {
    const std::string& version = entries_[i].version->text();
    const Range range = entries_[i].previous.range;
    const auto known = position_of(*entries_[i].previous);
    const bool begins = *entries_[i].previous == no_entry;
    if (i > 0 && (begins || (known && *known + 1 < i))) {
      for (std::size_t inserted = begins ? 0 : *known + 1; inserted < i; ++inserted) found_.doubtful.insert(inserted);
      report(range,
             message("Før version {} er der sat noget ind i protokollen: kæden af udgivelser er brudt her",
                     "Something was inserted in the ledger before version {}: the chain of releases is broken here",
                     version));
      return;
    }
    const std::string removed = removed_before(i);
    if (!removed.empty()) {
      report(range,
             message("Version {0} er fjernet fra protokollen: kæden af udgivelser er brudt før version {1}",
                     "Version {0} was removed from the ledger: the chain of releases is broken before version {1}",
                     removed, version));
      return;
    }
    report(range,
           message("Kæden af udgivelser er brudt før version {}: her er en udgivelse fjernet, indsat eller flyttet",
                   "The chain of releases is broken before version {}: a release was removed, inserted or moved "
                   "here",
                   version));
  }

  /// The versions whose folders are there, and whose entries would have stood where the chain is broken.
  std::string removed_before(std::size_t i) {
    std::string removed;
    for (const FrozenRelease& release : archive_.releases) {
      const bool between =
          release.version < *entries_[i].version && (i == 0 || *entries_[i - 1].version < release.version);
      if (!between || archive_.entry_of(release.version) != nullptr) continue;
      found_.explained.insert(release.version);
      removed += (removed.empty() ? "" : ", ") + release.version.text();
    }
    return removed;
  }

  void find_disorder() {
    for (std::size_t i = 1; i < entries_.size(); ++i) {
      if (found_.doubtful.contains(i) || found_.doubtful.contains(i - 1) || broken_.contains(i)) continue;
      const LedgerEntry& before = entries_[i - 1];
      const LedgerEntry& entry = entries_[i];
      if (*entry.version <= *before.version) {
        found_.doubtful.insert(i);
        report(entry.version.range,
               *entry.version == *before.version
                   ? message("Version {} står to gange i protokollen", "Version {} stands twice in the ledger",
                             entry.version->text())
                   : message("Version {0} står efter version {1} i protokollen, men er ikke højere",
                             "Version {0} stands after version {1} in the ledger, but is not higher",
                             entry.version->text(), before.version->text()));
      } else if (*entry.date < *before.date) {
        report(entry.date.range,
               message("Version {0} er udgivet den {1}, før version {2}, som er udgivet den {3}",
                       "Version {0} was released on {1}, before version {2}, which was released on {3}",
                       entry.version->text(), entry.date->iso(), before.version->text(), before.date->iso()));
      }
    }
  }

  /// A ledger has exactly one form, so that not a byte of it can be changed unseen.
  void compare_text() {
    const std::string_view text = corpus_.parsed(*archive_.ledger).text();
    const std::string expected = ledger_text(entries_);
    if (text == expected) return;
    const auto difference = std::ranges::mismatch(text, expected).in1 - text.begin();
    const std::size_t offset = static_cast<std::size_t>(difference);
    const std::size_t line_feed = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    const std::size_t begin = line_feed == std::string_view::npos ? 0 : line_feed + 1;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    report({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
           {"Protokollen er rettet i hånden: linjen står ikke, som «kanon release» skriver den",
            "The ledger was edited by hand: the line is not in the form that “kanon release” writes"});
  }

  const ItemArchive& archive_;
  const Corpus& corpus_;
  const std::vector<LedgerEntry>& entries_;
  const std::string& path_;
  LedgerFaults found_;
  std::set<std::size_t> broken_;  ///< entries that don't follow the one before them
};

LedgerFaults missing_ledger(const ItemArchive& archive) {
  LedgerFaults found;
  if (archive.releases.empty()) return found;
  const auto pointed = std::ranges::find_if(archive.releases.rbegin(), archive.releases.rend(),
                                            [](const FrozenRelease& release) { return release.file.has_value(); });
  const std::string ledger = "content/archive/" + archive.id + "/ledger.yaml";
  Fault fault{Fault::Kind::ledger, {}, ledger, {}, {}, restore_with_git(ledger)};
  if (pointed != archive.releases.rend()) {
    fault.file = pointed->file;
    fault.path = pointed->folder;
  }
  fault.message = message("Protokollen «{}» mangler, men der ligger udgivne versioner",
                          "The ledger “{}” is missing, but there are released versions", ledger);
  found.faults.push_back(std::move(fault));
  return found;
}

}  // namespace

LedgerFaults faults_of_ledger(const ItemArchive& archive, const Corpus& corpus) {
  if (!archive.ledger) return archive.ledger_is_readable ? missing_ledger(archive) : LedgerFaults{};
  if (archive.ledger_is_readable) return LedgerJudge(archive, corpus).judge();
  LedgerFaults unread;
  for (std::size_t i = 0; i < archive.entries.size(); ++i) {
    if (seal_of_entry(archive.entries[i]) != *archive.entries[i].entry) unread.doubtful.insert(i);
  }
  return unread;
}

}  // namespace kanon
