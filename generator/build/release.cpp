#include "build/release.h"

#include <algorithm>

#include "base/nearest.h"
#include "base/text.h"
#include "build/release_obstacles.h"
#include "build/release_run.h"
#include "build/release_sources.h"
#include "history/new_entry.h"
#include "history/unrecorded.h"
#include "model/governed.h"

namespace kanon {
namespace {

constexpr std::string_view kAttributes = "content/archive/.gitattributes";
constexpr std::string_view kNoLineEndsChanged = "# Frozen releases: git must not change their line ends.\n* -text\n";

std::unexpected<Error> unknown_id(const Corpus& corpus, const std::string& id) {
  const auto meant = nearest(id, all_releasable(corpus));
  return wrong_use(message("Intet dokument, kravkatalog eller håndbog har id’et «{}»",
                           "No document, catalog or handbook has the id “{}”", id),
                   meant ? message("Mente du «{}»?", "Did you mean “{}”?", *meant)
                         : Message{"Id’erne er filernes navne uden endelse i content/documents/, content/catalogs/ og "
                                   "content/handbooks/.",
                                   "The ids are the names of the files in content/documents/, content/catalogs/ and "
                                   "content/handbooks/, without their endings."});
}

std::unexpected<Error> leads_out(const std::string& path) {
  return failure(message("«{}» er et link, der fører ud af projektet; intet er skrevet dér",
                         "“{}” is a link that leaves the project; nothing was written there", path),
                 {"Læg selve mappen i projektet.", "Put the folder itself into the project."});
}

/// What was frozen before something failed stays frozen: whoever reads of the failure must know of it.
Error after(Error error, const std::vector<ReleaseOutcome>& outcomes) {
  std::vector<std::string> released;
  for (const auto& one : outcomes) {
    if (one.kind == ReleaseOutcome::Kind::released) released.push_back(one.id + " " + one.version.text());
  }
  if (released.empty()) return error;
  const std::string list = join(released, ", ");
  error.help.da += fmt::format("{}Inden da blev udgivet: {}.", error.help.da.empty() ? "" : " ", list);
  error.help.en += fmt::format("{}Before that were released: {}.", error.help.en.empty() ? "" : " ", list);
  return error;
}

class Releaser {
 public:
  Releaser(Files& files, const CheckedProject& checked, const std::string& folder, Date today)
      : files_(files),
        folder_(folder),
        today_(today),
        run_(checked),
        obstacles_(run_, today),
        sources_(files, checked, folder) {}

  Result<ReleaseOutcome> release(ItemRef ref);

 private:
  bool is_unchanged(const Governed& item) const;
  std::vector<std::string> parts_of(ItemRef ref);
  std::optional<ReleaseName> name_of(const std::string& id) const;
  Result<LedgerEntry> freeze(ItemRef ref, const std::vector<std::string>& parts,
                             const std::vector<std::string>& local_files);
  Result<void> prepare_archive(const std::string& id);

  Files& files_;
  const std::string& folder_;
  Date today_;
  ReleaseRun run_;
  ReleaseObstacles obstacles_;
  ReleaseSources sources_;
};

bool Releaser::is_unchanged(const Governed& item) const {
  const LedgerEntry* newest = run_.newest(item.id.value);
  return newest != nullptr && *newest->version == *item.version && !difference_from_newest_release(run_.corpus(), item);
}

std::vector<std::string> Releaser::parts_of(ItemRef ref) {
  if (ref.kind == ItemKind::handbook) return run_.ids_in(run_.corpus().handbooks[ref.index]);
  return ref.kind == ItemKind::catalog ? run_.ids_extended_by(ref) : std::vector<std::string>{};
}

std::optional<ReleaseName> Releaser::name_of(const std::string& id) const {
  const LedgerEntry* newest = run_.newest(id);
  if (newest == nullptr) return std::nullopt;
  return ReleaseName{id, *newest->version};
}

Result<ReleaseOutcome> Releaser::release(ItemRef ref) {
  const Governed& item = run_.model().governed(ref);
  ReleaseOutcome outcome;
  outcome.kind = ReleaseOutcome::Kind::refused;
  outcome.id = item.id.value;
  outcome.path = run_.corpus().files[item.file].path;
  outcome.version = *item.version;
  outcome.reasons = obstacles_.of_archive(item);
  if (outcome.reasons.empty() && is_unchanged(item)) {
    outcome.kind = ReleaseOutcome::Kind::unchanged;
    return outcome;
  }
  const auto parts = parts_of(ref);
  const auto local_files = sources_.local_files_of(item);
  auto unreadable = sources_.obstacles(local_files);
  if (!unreadable) return std::unexpected(unreadable.error());
  std::ranges::move(obstacles_.of_item(ref, parts), std::back_inserter(outcome.reasons));
  std::ranges::move(*unreadable, std::back_inserter(outcome.reasons));
  if (!outcome.reasons.empty()) return outcome;

  const auto entry = freeze(ref, parts, local_files);
  if (!entry) return std::unexpected(entry.error());
  outcome.kind = ReleaseOutcome::Kind::released;
  outcome.fingerprint = *entry->entry;
  return outcome;
}

Result<void> Releaser::prepare_archive(const std::string& id) {
  for (const std::string& path : {std::string("content"), std::string("content/archive"), "content/archive/" + id}) {
    const std::string place = folder_ + "/" + path;
    if (files_.is_folder(place) && !files_.stays_below(place, folder_)) return leads_out(path);
  }
  const std::string attributes = folder_ + "/" + std::string(kAttributes);
  return files_.is_file(attributes) ? Result<void>{} : files_.write(attributes, kNoLineEndsChanged);
}

Result<LedgerEntry> Releaser::freeze(ItemRef ref, const std::vector<std::string>& parts,
                                     const std::vector<std::string>& local_files) {
  const Governed& item = run_.model().governed(ref);
  const std::string& id = item.id.value;
  auto frozen = sources_.frozen(item, local_files);
  if (!frozen) return std::unexpected(frozen.error());
  NewRelease release{id, *item.version, today_, run_.corpus().files[item.file].path, std::move(*frozen), {}, {}};
  if (ref.kind == ItemKind::document) {
    const auto& parent = run_.corpus().documents[ref.index].parent;
    if (parent) release.parent = name_of(**parent);
  }
  for (const auto& part : parts) {
    if (auto name = name_of(part)) release.parts.push_back(std::move(*name));
  }
  if (const auto ready = prepare_archive(id); !ready) return std::unexpected(ready.error());
  LedgerEntry entry = next_entry(run_.ledger_of(id), release);
  const auto added =
      files_.add_together(folder_ + "/content/archive/" + id, files_of_release(run_.ledger_of(id), std::move(release)));
  if (!added) return std::unexpected(added.error());
  run_.add(id, entry);
  return entry;
}

}  // namespace

std::vector<std::string> all_releasable(const Corpus& corpus) {
  std::vector<std::string> ids;
  for_each_governed(corpus, [&](const auto& item) { ids.push_back(item.id.value); });
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
  return ids;
}

Result<std::vector<ReleaseOutcome>> release_items(Files& files, const CheckedProject& checked,
                                                  const std::string& folder, const std::vector<std::string>& ids,
                                                  Date today) {
  for (const auto& id : ids) {
    if (!releasable(checked.model, id)) return unknown_id(checked.corpus(), id);
  }
  Releaser releaser(files, checked, folder, today);
  std::vector<ReleaseOutcome> outcomes;
  for (const ItemRef ref : in_order_of_release(checked.model, ids)) {
    auto outcome = releaser.release(ref);
    if (!outcome) return std::unexpected(after(std::move(outcome.error()), outcomes));
    outcomes.push_back(std::move(*outcome));
  }
  return outcomes;
}

}  // namespace kanon
