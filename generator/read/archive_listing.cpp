#include "read/archive_listing.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "base/id.h"
#include "read/mapping_form.h"
#include "read/markdown_text.h"
#include "read/project_sources.h"

namespace kanon {
namespace {

constexpr std::string_view kArchive = "content/archive";
constexpr std::string_view kLedger = "ledger.yaml";
constexpr std::size_t kLongestId = 120;

bool is_showable(std::string_view path) {
  return is_publishable(path) && path.find_first_of("\t\n\r") == std::string_view::npos;
}

/// A name before a `/`, and what comes after it: nothing where there is no `/`.
struct Split {
  std::string_view first;
  std::optional<std::string_view> rest;
};

Split split_first(std::string_view path) {
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return {path, std::nullopt};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

class ArchiveListing {
 public:
  explicit ArchiveListing(std::vector<Diagnostic>& diagnostics) : diagnostics_(diagnostics) {}

  void add(Entry entry) {
    const auto [id, below] = split_first(entry.path);
    if (entry.path == ".") return report_link();
    if (!is_item_id(id) || id.size() > kLongestId || !below) return report(id);
    const auto [name, rest] = split_first(*below);
    if (name == kLedger && !rest) {
      archive_[std::string(id)].ledger = std::move(entry);
      return;
    }
    const auto version = Version::parse(name);
    if (!version) return report(std::string_view(entry.path).substr(0, id.size() + 1 + name.size()));
    std::vector<Entry>& files = archive_[std::string(id)].releases[*version];
    if (!rest) return;
    files.push_back({std::string(*rest), entry.kind, entry.size});
  }

  ListedArchive take() { return std::move(archive_); }

 private:
  /// Entries are sorted, so those of one folder follow each other.
  void report(std::string_view path) {
    if (reported_ == path) return;
    reported_ = path;
    const std::string_view name = path.substr(path.rfind('/') + 1);
    std::string place = fmt::format("{}/{}", kArchive, path);
    // A name that no report may hold is quoted as far as it can be.
    if (!is_showable(place)) place.erase(is_showable(split_first(path).first) ? place.rfind('/') : kArchive.size());
    report(std::move(place),
           message("«{}» hører ikke til i arkivet", "“{}” doesn't belong in the archive", quotable(name)));
  }

  void report_link() {
    report(std::string(kArchive), {"Arkivet er en genvej ud af projektet; den bliver aldrig fulgt",
                                   "The archive is a link that leaves the project; it is never followed"});
  }

  void report(std::string path, Message what) {
    diagnostics_.push_back(
        {RuleId::tampered_archive,
         Severity::error,
         std::move(path),
         {},
         std::move(what),
         {"I arkivet ligger kun det, «kanon release» har lagt der. Flyt det et andet sted hen, eller "
          "slet det.",
          "The archive holds nothing but what “kanon release” put there. Move this elsewhere, or "
          "delete it."},
         {}});
  }

  static std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

  std::vector<Diagnostic>& diagnostics_;
  ListedArchive archive_;
  std::string reported_;
};

}  // namespace

Result<ListedArchive> list_archive(const Files& files, const std::string& folder,
                                   std::vector<Diagnostic>& diagnostics) {
  auto entries = files.list(path_below(folder, kArchive), folder);
  if (!entries) return std::unexpected(std::move(entries.error()));
  ArchiveListing listing(diagnostics);
  for (Entry& entry : *entries) listing.add(std::move(entry));
  return listing.take();
}

Result<std::optional<std::string>> read_frozen(const Files& files, const std::string& path, const Entry& entry) {
  if (entry.kind != EntryKind::file || entry.size > kMostFrozenBytes) return std::nullopt;
  auto bytes = files.read(path);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  return std::optional(std::move(*bytes));
}

}  // namespace kanon
