#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "build/site_files.h"
#include "build/site_ledger.h"
#include "build/verify.h"
#include "model/fingerprint.h"
#include "model/seal.h"

namespace kanon {
namespace {

/// How many releases that aren't published yet are named one by one.

Fault fault(Message what, Message help) {
  return {Fault::Kind::ledger, {}, site_ledger_path, {}, std::move(what), std::move(help)};
}

Message look_for_it() {
  return {"Hent arkivet fra en sikkerhedskopi eller fra versionsstyringen, og find ud af, hvem der har rettet i det.",
          "Get the archive from a backup or from version control, and find out who changed it."};
}

Message build_anew() {
  return {"Byg webstedet igen, og find ud af, hvem der har rettet i det.",
          "Build the site again, and find out who changed it."};
}

/// `backup 1.2 (3fa9 01bc 77e2)`; without the version where the site may not tell it.
std::string name_of(const std::string& id, const PublishedEntry& entry) {
  return fmt::format("{}{}{} ({})", id, entry.version.empty() ? "" : " ", entry.version,
                     short_fingerprint(entry.entry));
}

/// One site's ledgers held against a project's.
class Comparison {
 public:
  explicit Comparison(const Archive& archive) : archive_(archive) {}

  void add(const PublishedLedger& published);
  Verification done(const std::vector<PublishedLedger>& published);

 private:
  bool fits_itself(const std::string& id, const PublishedEntry& entry, const std::string& previous);
  void hold_against(const PublishedEntry& entry, std::size_t position, const std::string& id, const ItemArchive* ours);
  void lacks(const std::string& id, const PublishedEntry& entry);

  const Archive& archive_;
  Verification verification_;
  std::size_t fitting_ = 0;
};

/// What can be seen of the site alone: an entry's own hash, and the one that it names before it.
bool Comparison::fits_itself(const std::string& id, const PublishedEntry& entry, const std::string& previous) {
  if (entry.complete && seal_of_entry(*entry.complete) != entry.entry) {
    verification_.faults.push_back(fault(
        message("Webstedets oplysninger om udgivelsen {} er ændret: de passer ikke til deres egen kontrolsum",
                "What the site says of the release {} was changed: it doesn't fit its own hash", name_of(id, entry)),
        build_anew()));
    return false;
  }
  if (entry.previous != previous) {
    verification_.faults.push_back(
        fault(message("Kæden er brudt ved udgivelsen {}: den følger ikke efter den foregående på webstedet",
                      "The chain is broken at the release {}: it doesn't follow the one before it on the site",
                      name_of(id, entry)),
              build_anew()));
    return false;
  }
  return true;
}

void Comparison::lacks(const std::string& id, const PublishedEntry& entry) {
  verification_.faults.push_back(fault(
      message("Webstedet har udgivelsen {}, som ikke står i projektets protokol",
              "The site has the release {}, which the project's ledger lacks", name_of(id, entry)),
      {"Er den fjernet fra protokollen sammen med sin mappe, så hent begge fra en sikkerhedskopi eller fra "
       "versionsstyringen. Er projektet hentet før udgivelsen, så hent det igen.",
       "If it was cut off the ledger together with its folder, get both from a backup or from version control. If the "
       "project was fetched before the release, fetch it again."}));
}

void Comparison::hold_against(const PublishedEntry& entry, std::size_t position, const std::string& id,
                              const ItemArchive* ours) {
  if (ours == nullptr) return lacks(id, entry);
  const auto& entries = ours->entries;
  const auto same = std::ranges::find_if(entries, [&](const LedgerEntry& one) { return *one.entry == entry.entry; });
  if (same != entries.end()) {
    const bool in_place = static_cast<std::size_t>(same - entries.begin()) == position;
    if (in_place) {
      ++fitting_;
      return;
    }
    verification_.faults.push_back(
        fault(message("Udgivelsen {} har en anden plads i projektets protokol end på webstedet",
                      "The release {} has another place in the project's ledger than on the site", name_of(id, entry)),
              look_for_it()));
    return;
  }
  const auto version = Version::parse(entry.version);
  const LedgerEntry* other = version ? ours->entry_of(*version) : nullptr;
  if (other == nullptr) return lacks(id, entry);
  verification_.faults.push_back(
      fault(message("Webstedet har udgivelsen {}, men projektets protokol har en anden version {} af den ({})",
                    "The site has the release {}, but the project's ledger has another version {} of it ({})",
                    name_of(id, entry), entry.version, short_fingerprint(*other->entry)),
            look_for_it()));
}

void Comparison::add(const PublishedLedger& published) {
  const auto found = archive_.find(published.id);
  const ItemArchive* ours = found == archive_.end() ? nullptr : &found->second;
  std::string previous = no_entry;
  for (std::size_t i = 0; i < published.entries.size(); ++i) {
    const PublishedEntry& entry = published.entries[i];
    if (fits_itself(published.id, entry, previous)) hold_against(entry, i, published.id, ours);
    previous = entry.entry;
  }
}

Verification Comparison::done(const std::vector<PublishedLedger>& published) {
  std::vector<std::string> unpublished;
  for (const auto& [id, archive] : archive_) {
    const auto theirs = std::ranges::find(published, id, &PublishedLedger::id);
    for (const LedgerEntry& entry : archive.entries) {
      const bool is_there =
          theirs != published.end() && std::ranges::any_of(theirs->entries, [&](const PublishedEntry& one) {
            return one.entry == *entry.entry || one.version == entry.version->text();
          });
      if (!is_there) unpublished.push_back(id + " " + entry.version->text());
    }
  }
  if (verification_.faults.empty()) {
    verification_.facts.push_back(message("{} udgivelser på webstedet står i projektets protokol",
                                          "{} releases of the site are in the project's ledger", fitting_));
  }
  if (!unpublished.empty()) {
    const std::string names = first_of(std::move(unpublished));
    verification_.facts.push_back(
        message("Ikke på webstedet, fordi de ikke er offentliggjort endnu eller ikke er for dets målgruppe: {}",
                "Not on the site, as they are not published yet or not for its audience: {}", names));
  }
  return std::move(verification_);
}

}  // namespace

Result<Verification> verify_against_site(const Files& files, const Corpus& corpus, const std::string& site) {
  const auto published = read_site_ledger(files, site);
  if (!published) return std::unexpected(published.error());
  if (!*published) {
    Verification verification;
    verification.faults.push_back(fault(
        {"Webstedets protokol er ikke, som Kanon skriver den", "The ledger of the site is not as Kanon writes it"},
        build_anew()));
    return verification;
  }
  Comparison comparison(corpus.archive);
  for (const PublishedLedger& ledger : **published) comparison.add(ledger);
  return comparison.done(**published);
}

Result<Verification> verify_site(const Files& files, const Corpus& corpus, const std::string& site) {
  auto verification = verify_against_site(files, corpus, site);
  if (!verification) return verification;
  auto of_files = verify_files_of_site(files, site);
  if (!of_files) return of_files;
  std::ranges::move(of_files->faults, std::back_inserter(verification->faults));
  std::ranges::move(of_files->facts, std::back_inserter(verification->facts));
  return verification;
}

}  // namespace kanon
