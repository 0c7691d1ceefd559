#include "read/archive.h"

#include <algorithm>
#include <utility>

#include "base/sha256.h"
#include "base/text.h"
#include "model/seal.h"
#include "read/archive_listing.h"
#include "read/frozen_sources.h"
#include "read/ledger.h"
#include "read/project_intake.h"
#include "read/project_sources.h"

namespace kanon {
namespace {

/// A ledger grows with every release; the limit on sources is not meant for it.
constexpr std::uint64_t kMostLedgerBytes = std::uint64_t{16} << 20U;

std::string item_folder(const std::string& id) { return "content/archive/" + id; }

/// A line break that is evened out on reading, and so would hide that the file was altered.
bool has_lone_carriage_return(std::string_view bytes) {
  for (std::size_t at = bytes.find('\r'); at != std::string_view::npos; at = bytes.find('\r', at + 1)) {
    if (at + 1 == bytes.size() || bytes[at + 1] != '\n') return true;
  }
  return false;
}

/// The bytes of the file that is a release's source.
struct SourceBytes {
  std::string path;  ///< below the release's folder
  std::string bytes;
};

class ArchiveReader {
 public:
  ArchiveReader(const Files& files, Parsers& parsers, const std::string& folder, ArchiveDepth depth, Corpus& corpus,
                std::vector<Diagnostic>& diagnostics)
      : files_(files),
        parsers_(parsers),
        folder_(folder),
        depth_(depth),
        corpus_(corpus),
        diagnostics_(diagnostics),
        current_(corpus) {}

  Result<void> read() {
    auto listed = list_archive(files_, folder_, diagnostics_);
    if (!listed) return std::unexpected(std::move(listed.error()));
    if (auto read = read_ledgers(*listed); !read) return read;
    for (const auto& [id, item] : *listed) {
      if (auto read = read_releases(id, item); !read) return read;
    }
    if (auto parsed = parse_frozen(parsers_, found_); !parsed) return parsed;
    add_to_corpus();
    return hash_local_files();
  }

 private:
  Result<void> read_ledgers(const ListedArchive& listed) {
    for (const auto& [id, item] : listed) {
      corpus_.archive[id].id = id;
      if (!item.ledger) continue;
      if (auto taken = take_ledger(id, *item.ledger); !taken) return taken;
    }
    if (auto parsed = parse_frozen(parsers_, found_); !parsed) return parsed;
    for (const FrozenSource& source : found_) {
      ReadLedger ledger = read_ledger(source.file.parsed, source.file.path);
      ItemArchive& archive = corpus_.archive[source.id];
      archive.ledger_is_readable = ledger.is_readable();
      archive.entries = std::move(ledger.entries);
      add_diagnostics(source.file.path, source.file.parsed.text(), std::move(ledger.findings), diagnostics_);
    }
    return {};
  }

  Result<void> take_ledger(const std::string& id, const Entry& entry) {
    FrozenSource source{id, std::nullopt, {item_folder(id) + "/ledger.yaml", {}, {}, {}}, std::nullopt};
    if (entry.kind != EntryKind::file) {
      source.file.parsed = unread({RuleId::broken_ledger,
                                   {},
                                   {"Den er ikke en almindelig fil i projektet og bliver aldrig læst",
                                    "It is no regular file of the project and is never read"},
                                   {}});
    } else if (entry.size > kMostLedgerBytes) {
      source.file.parsed = unread(too_large(entry.size, kMostLedgerBytes, {}));
    } else {
      auto bytes = files_.read(path_below(folder_, source.file.path));
      if (!bytes) return std::unexpected(std::move(bytes.error()));
      if (has_lone_carriage_return(*bytes)) {
        source.file.parsed = unread({RuleId::broken_ledger,
                                     {},
                                     {"Den har linjeskift, som hverken git eller Kanon skriver",
                                      "It has line breaks that neither git nor Kanon writes"},
                                     {}});
      } else {
        source.job = ParseJob{source.file.path, std::move(*bytes), SourceForm::yaml};
      }
    }
    found_.push_back(std::move(source));
    return {};
  }

  Result<void> read_releases(const std::string& id, const ListedItem& item) {
    ItemArchive& archive = corpus_.archive[id];
    std::vector<SourceBytes> sources;
    for (const auto& [version, entries] : item.releases) {
      FrozenRelease release{version, item_folder(id) + "/" + version.text(), {}, {}, {}};
      sources.emplace_back();
      if (auto hashed = hash(id, entries, release, sources.back()); !hashed) return hashed;
      archive.releases.push_back(std::move(release));
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (!sources[i].path.empty()) take_source(archive, archive.releases[i], std::move(sources[i]));
    }
    return {};
  }

  Result<void> hash(const std::string& id, const std::vector<Entry>& entries, FrozenRelease& release,
                    SourceBytes& source) {
    for (const Entry& entry : entries) {
      auto bytes = read_frozen(files_, path_below(folder_, release.folder + "/" + entry.path), entry);
      if (!bytes) return std::unexpected(std::move(bytes.error()));
      release.files.push_back({entry.path, *bytes ? sha256_hex(**bytes) : std::string()});
      const Limits& limits = corpus_.config.limits;
      const std::uint64_t most = entry.path.ends_with(".xml") ? limits.import_bytes : limits.source_bytes;
      const bool fits = *bytes && entry.size <= most;
      // Files come by path: of two the Markdown is first.
      if (fits && source.path.empty() && is_frozen_source(id, entry.path)) source = {entry.path, std::move(**bytes)};
    }
    release.sha256 = seal_of_files(release.files);
    return {};
  }

  /// Keeps the source of a release if it is to be read as text.
  void take_source(const ItemArchive& archive, const FrozenRelease& release, SourceBytes source) {
    const SourceFile* const current = current_.source_of(archive.id);
    const bool is_newest = newest_of(archive) == &release;
    const bool is_same = is_newest && is_text_of(source, current);
    if (depth_ == ArchiveDepth::newest && fits_ledger(archive, release) && (!is_newest || is_same)) return;
    const std::string path = release.folder + "/" + source.path;
    FrozenSource found{archive.id, release.version, {path, {}, {}, release.folder}, std::nullopt};
    if (is_same) {
      found.file.parsed = current->parsed;
    } else {
      found.job = ParseJob{path, std::move(source.bytes), source_form(path)};
    }
    found_.push_back(std::move(found));
  }

  static const FrozenRelease* newest_of(const ItemArchive& archive) {
    const LedgerEntry* const entry = archive.newest();
    if (entry != nullptr) return archive.release_of(*entry->version);
    return archive.releases.empty() ? nullptr : &archive.releases.back();
  }

  static bool fits_ledger(const ItemArchive& archive, const FrozenRelease& release) {
    const LedgerEntry* const entry = archive.entry_of(release.version);
    return entry != nullptr && *entry->sha256 == release.sha256;
  }

  static bool is_text_of(const SourceBytes& source, const SourceFile* current) {
    return current != nullptr && source_form(source.path) == source_form(current->path) &&
           normalised_text(source.bytes) == current->parsed.text();
  }

  /// Everything found goes to the end of the corpus by path.
  void add_to_corpus() {
    for (FrozenSource& source : found_) {
      if (!source.version) continue;
      const LedgerEntry* const entry = corpus_.archive[source.id].entry_of(*source.version);
      source.file.stood_at = place_of(source, entry, current_.source_of(source.id));
    }
    std::ranges::sort(found_, {}, [](const FrozenSource& source) { return std::string_view(source.file.path); });
    for (FrozenSource& source : found_) {
      const auto index = static_cast<FileIndex>(corpus_.files.size());
      corpus_.files.push_back(std::move(source.file));
      ItemArchive& archive = corpus_.archive[source.id];
      if (!source.version) {
        archive.ledger = index;
        continue;
      }
      std::ranges::find(archive.releases, *source.version, &FrozenRelease::version)->file = index;
      read_frozen_item(source.id, index, corpus_);
    }
  }

  /// Hashes the files of content/ that newest releases hold copies of.
  Result<void> hash_local_files() {
    for (const auto& [id, archive] : corpus_.archive) {
      const FrozenRelease* const newest = newest_of(archive);
      if (newest == nullptr || current_.source_of(id) == nullptr) continue;
      for (const FrozenFile& file : newest->files) {
        constexpr std::string_view below = "files/";
        if (file.path.starts_with(below)) corpus_.local_files["content/" + file.path.substr(below.size())];
      }
    }
    if (corpus_.local_files.empty()) return {};
    auto entries = files_.list(path_below(folder_, "content"), folder_);
    if (!entries) return std::unexpected(std::move(entries.error()));
    for (const Entry& entry : *entries) {
      const std::string path = "content/" + entry.path;
      const auto local = corpus_.local_files.find(path);
      if (local == corpus_.local_files.end()) continue;
      auto bytes = read_frozen(files_, path_below(folder_, path), entry);
      if (!bytes) return std::unexpected(std::move(bytes.error()));
      if (*bytes) local->second = sha256_hex(**bytes);
    }
    return {};
  }

  const Files& files_;
  Parsers& parsers_;
  const std::string& folder_;
  ArchiveDepth depth_;
  Corpus& corpus_;
  std::vector<Diagnostic>& diagnostics_;
  CurrentSources current_;
  std::vector<FrozenSource> found_;
};

}  // namespace

Result<void> read_archive(const Files& files, Parsers& parsers, const std::string& folder, ArchiveDepth depth,
                          Corpus& corpus, std::vector<Diagnostic>& diagnostics) {
  return ArchiveReader(files, parsers, folder, depth, corpus, diagnostics).read();
}

}  // namespace kanon
