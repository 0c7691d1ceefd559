#include "compare/consequences.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "compare/consequences_parts.h"

namespace kanon {
namespace {

bool entries_differ(const Governed& before, const Governed& after) {
  const auto entry = [](const HistoryEntry& one) { return std::tie(*one.version, *one.date, one.by, one.change); };
  return *before.version != *after.version || before.history.size() != after.history.size() ||
         !std::ranges::equal(before.history, after.history,
                             [&](const auto& a, const auto& b) { return entry(a) == entry(b); });
}

}  // namespace

std::optional<ItemRef> item_of(const Model& model, const ItemChange& change) {
  if (change.kind == ItemKind::page) {
    const auto& pages = model.source().pages;
    const auto found = std::ranges::find(pages, change.id, &Page::address);
    if (found == pages.end()) return std::nullopt;
    return ItemRef{ItemKind::page, static_cast<std::uint32_t>(found - pages.begin())};
  }
  const auto found = model.find(change.id);
  return found && found->kind == change.kind ? found : std::nullopt;
}

std::vector<FileChange> changed_files(const Corpus& before, const Corpus& after) {
  std::vector<FileChange> changes;
  const auto configuration = [](const Corpus& corpus) -> std::string_view {
    const auto found = std::ranges::find(corpus.sources(), "kanon.yaml", &SourceFile::path);
    return found == corpus.sources().end() ? std::string_view() : found->parsed.text();
  };
  if (configuration(before) != configuration(after)) changes.push_back({Fate::changed, "kanon.yaml"});
  const std::set<std::string> old(before.other_files.begin(), before.other_files.end());
  const std::set<std::string> present(after.other_files.begin(), after.other_files.end());
  for (const std::string& path : old) {
    if (!present.contains(path)) changes.push_back({Fate::deleted, path});
  }
  for (const std::string& path : present) {
    if (!old.contains(path)) changes.push_back({Fate::inserted, path});
  }
  std::ranges::sort(changes, {}, &FileChange::path);
  return changes;
}
std::vector<std::string> unrecorded_texts(const Model& before, const Model& after, const ChangeSet& changes) {
  std::vector<std::string> ids;
  for (const ItemChange& change : changes.items) {
    const auto old = item_of(before, change);
    const auto present = item_of(after, change);
    if (!old || !present || !is_governed(change.kind) || change.redline.is_empty()) continue;
    if (!entries_differ(before.governed(*old), after.governed(*present))) ids.push_back(change.id);
  }
  return ids;
}

std::vector<SuspectChild> suspect_children(const Model& before, const Model& after) {
  std::vector<SuspectChild> suspects;
  const Corpus& corpus = after.source();
  for (std::uint32_t i = 0; i < corpus.documents.size(); ++i) {
    const auto above = after.parent[i];
    if (!above) continue;
    const Document& document = corpus.documents[i];
    const Document& parent = corpus.documents[*above];
    const auto old_parent = before.find(*parent.id);
    const auto old = before.find(*document.id);
    if (!old_parent || old_parent->kind != ItemKind::document || !old || old->kind != ItemKind::document) continue;
    const Version& made_under = *before.source().documents[old_parent->index].version;
    // A document that got a version of its own in the same change was read against the new one.
    const bool has_own_version = *before.source().documents[old->index].version != *document.version;
    if (*parent.version != made_under && !has_own_version) {
      suspects.push_back({*document.id, *parent.id, made_under, *parent.version});
    }
  }
  std::ranges::sort(suspects, {}, &SuspectChild::id);
  return suspects;
}

std::vector<LoweredClassification> lowered_classifications(const Model& before, const Model& after,
                                                           const ChangeSet& changes) {
  std::vector<LoweredClassification> lowered;
  for (const ItemChange& change : changes.items) {
    const auto old = item_of(before, change);
    const auto present = item_of(after, change);
    if (!old || !present) continue;
    const auto& was = before.source().config.classifications[before.own_level_of(*old)];
    const std::size_t level = after.own_level_of(*present);
    const auto was_level = after.source().config.level_of(was);
    // By the words of the configuration after: one that renames its levels lowers nothing that could be told.
    if (was_level && *was_level > level)
      lowered.push_back({change.id, was, after.source().config.classifications[level]});
  }
  return lowered;
}

Consequences consequences_of(const Model& before, const Model& after, const ChangeSet& changes) {
  return {.files = changed_files(before.source(), after.source()),
          .unrecorded = unrecorded_texts(before, after, changes),
          .lost_targets = lost_targets(before, after),
          .suspects = suspect_children(before, after),
          .lost_coverage = lost_coverage(before.source(), after.source()),
          .lowered = lowered_classifications(before, after, changes),
          .rewritten = rewritten_releases(before.source().archive, after.source().archive)};
}

}  // namespace kanon
