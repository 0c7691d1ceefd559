#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "env/files.h"
#include "env/system_error.h"

namespace kanon {
namespace {

struct FreeText {
  void operator()(char* text) const { free(text); }
};

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

using FolderIdentity = std::pair<dev_t, ino_t>;

std::unexpected<Error> cannot_list(const std::string& folder, int error) {
  const Message cause = cause_of(error);
  return failure({fmt::format("Mappen «{}» kan ikke læses: {}", folder, cause.da),
                  fmt::format("The folder “{}” can't be read: {}", folder, cause.en)},
                 remedy_of(error));
}

std::optional<std::string> real_path(const std::string& path) {
  const std::unique_ptr<char, FreeText> real(realpath(path.c_str(), nullptr));
  if (!real) return std::nullopt;
  return std::string(real.get());
}

/// The path below `root`, without the slash between; nothing if it lies elsewhere.
std::optional<std::string_view> below(std::string_view path, std::string_view root) {
  if (path == root) return std::string_view();
  if (root == "/") return path.substr(1);
  if (!path.starts_with(root) || path[root.size()] != '/') return std::nullopt;
  return path.substr(root.size() + 1);
}

bool has_hidden_part(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

/// Walks a folder without opening anything but folders.
class Listing {
 public:
  explicit Listing(std::string root) : root_(std::move(root)) {}

  /// `reached` tells whether a symbolic link led here: such folders are listed once, or a few links could multiply into
  /// any number of paths.
  enum class Reached { directly, by_link };

  Result<void> add_folder(const std::string& folder, const std::string& prefix, Reached reached) {
    struct stat found {};
    if (stat(folder.c_str(), &found) != 0) return vanished(folder, errno);
    const FolderIdentity identity{found.st_dev, found.st_ino};
    if (std::ranges::find(above_, identity) != above_.end()) return {};
    if (reached == Reached::by_link && !reached_by_link_.insert(identity).second) return {};
    Result<std::vector<std::string>> names = names_in(folder);
    if (!names) return std::unexpected(names.error());
    above_.push_back(identity);
    for (const std::string& name : *names) {
      if (auto added = add(folder + "/" + name, prefix + name, reached); !added) return added;
    }
    above_.pop_back();
    return {};
  }

  std::vector<Entry> take() {
    std::ranges::sort(entries_, {}, &Entry::path);
    return std::move(entries_);
  }

 private:
  /// What was removed while the folder was being listed is not there: no error.
  static Result<void> vanished(const std::string& path, int error) {
    if (error == ENOENT || error == ENOTDIR) return {};
    return cannot_list(path, error);
  }

  static Result<std::vector<std::string>> names_in(const std::string& folder) {
    const std::unique_ptr<DIR, CloseFolder> open(opendir(folder.c_str()));
    std::vector<std::string> names;
    if (!open && (errno == ENOENT || errno == ENOTDIR)) return names;
    if (!open) return cannot_list(folder, errno);
    errno = 0;
    while (const dirent* entry = readdir(open.get())) {
      if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    }
    if (errno != 0) return cannot_list(folder, errno);
    std::ranges::sort(names);
    return names;
  }

  Result<void> add(const std::string& path, const std::string& name, Reached reached) {
    struct stat found {};
    if (lstat(path.c_str(), &found) != 0) return vanished(path, errno);
    if (!S_ISLNK(found.st_mode)) return add_found(path, name, found, reached);
    const std::optional<EntryKind> refused = refuse_link(path);
    if (refused || stat(path.c_str(), &found) != 0) {
      entries_.push_back({name, refused.value_or(EntryKind::special), 0});
      return {};
    }
    return add_found(path, name, found, Reached::by_link);
  }

  Result<void> add_found(const std::string& path, const std::string& name, const struct stat& found, Reached reached) {
    if (S_ISDIR(found.st_mode)) return add_folder(path, name + "/", reached);
    if (S_ISREG(found.st_mode)) {
      entries_.push_back({name, EntryKind::file, static_cast<std::uint64_t>(found.st_size)});
    } else {
      entries_.push_back({name, EntryKind::special, 0});
    }
    return {};
  }

  /// Why a link is not followed; nothing if it is. A link into `.git` would publish what the listing passes over.
  std::optional<EntryKind> refuse_link(const std::string& path) const {
    const std::optional<std::string> real = real_path(path);
    if (real) {
      const auto inside = below(*real, root_);
      if (!inside || has_hidden_part(*inside)) return EntryKind::link_outside;
      return std::nullopt;
    }
    // It leads to nothing, or in circles; where it points still tells whether it leaves the project.
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path target = fs::path(path).parent_path() / fs::read_symlink(path, error);
    if (error) return EntryKind::special;
    const fs::path points_to = fs::weakly_canonical(target, error);
    return !error && !below(points_to.string(), root_) ? EntryKind::link_outside : EntryKind::special;
  }

  std::string root_;
  std::vector<Entry> entries_;
  std::vector<FolderIdentity> above_;  ///< the folders around the one being listed
  std::set<FolderIdentity> reached_by_link_;
};

}  // namespace

Result<std::vector<Entry>> Disk::list(const std::string& folder, const std::string& root) const {
  const std::optional<std::string> real_root = real_path(root);
  if (!real_root) {
    if (errno == ENOENT || errno == ENOTDIR) return std::vector<Entry>{};
    return cannot_list(root, errno);
  }
  if (const auto real = real_path(folder); real && !below(*real, *real_root)) {
    return std::vector<Entry>{{".", EntryKind::link_outside, 0}};
  }
  Listing listing(*real_root);
  if (auto added = listing.add_folder(folder, "", Listing::Reached::directly); !added) {
    return std::unexpected(added.error());
  }
  return listing.take();
}

}  // namespace kanon
