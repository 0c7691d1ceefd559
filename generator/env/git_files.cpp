#include "env/git_files.h"

#include <algorithm>
#include <set>

namespace kanon {
namespace {

bool lies_below(std::string_view path, std::string_view folder) {
  if (folder.empty() || path == folder) return true;
  return path.starts_with(folder) && path[folder.size()] == '/';
}

bool has_hidden_part(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

std::unexpected<Error> read_only() {
  return failure({"En gammel udgave i git kan ikke ændres", "A revision of git can't be changed"});
}

/// Lists a folder of a tree as Disk::list() lists one of a disk.
class TreeListing {
 public:
  TreeListing(git_repository* repository, GitTrees& trees, const git_tree* top, std::string root)
      : repository_(repository), trees_(trees), top_(top), root_(std::move(root)) {}

  Result<void> open() {
    git_odb* database = nullptr;
    if (git_repository_odb(&database, repository_) != 0) return git_failure("odb");
    database_.reset(database);
    return {};
  }

  /// `real` is the folder's own path, `prefix` what goes before the names of its files.
  Result<void> add_folder(const git_oid& id, const std::string& real, const std::string& prefix) {
    if (!above_.insert(real).second) return {};
    const git_tree* found = trees_.at(id);
    if (found == nullptr) return git_failure(real);
    for (std::size_t i = 0; i < git_tree_entrycount(found); ++i) {
      const git_tree_entry* entry = git_tree_entry_byindex(found, i);
      const std::string name = git_tree_entry_name(entry);
      if (name.starts_with('.')) continue;
      const std::string path = real.empty() ? name : real + "/" + name;
      if (auto added = add(*entry, path, prefix + name); !added) return added;
    }
    above_.erase(real);
    return {};
  }

  std::vector<Entry> take() {
    std::ranges::sort(entries_, {}, &Entry::path);
    return std::move(entries_);
  }

 private:
  Result<void> add(const git_tree_entry& entry, const std::string& path, const std::string& name) {
    const git_oid id = *git_tree_entry_id(&entry);
    switch (git_tree_entry_filemode(&entry)) {
      case GIT_FILEMODE_TREE:
        return add_folder(id, path, name + "/");
      case GIT_FILEMODE_LINK:
        return add_link(path, name);
      case GIT_FILEMODE_COMMIT:
        return {};
      default:
        return add_file(id, name);
    }
  }

  Result<void> add_link(const std::string& path, const std::string& name) {
    const GitPath target = follow(repository_, trees_, top_, path);
    using Leads = GitPath::Leads;
    const bool arrives = target.leads == Leads::to_file || target.leads == Leads::to_folder;
    if (target.leads == Leads::outside || (arrives && !lies_below(target.path, root_)) ||
        has_hidden_part(target.path)) {
      entries_.push_back({name, EntryKind::link_outside, 0});
      return {};
    }
    if (target.leads == Leads::to_file) return add_file(target.id, name);
    if (target.leads == Leads::nowhere) {
      entries_.push_back({name, EntryKind::special, 0});
      return {};
    }
    // Folders that a link leads to are listed once: a few links could multiply into any number of paths.
    if (!reached_by_link_.insert(target.path).second) return {};
    return add_folder(target.id, target.path, name + "/");
  }

  Result<void> add_file(const git_oid& id, const std::string& name) {
    std::size_t size = 0;
    git_object_t type{};
    if (git_odb_read_header(&size, &type, database_.get(), &id) != 0) return git_failure(name);
    entries_.push_back({name, EntryKind::file, size});
    return {};
  }

  git_repository* repository_;
  GitTrees& trees_;
  const git_tree* top_;
  std::string root_;
  GitDatabaseHandle database_;
  std::vector<Entry> entries_;
  std::set<std::string> above_;  ///< the folders around the one being listed
  std::set<std::string> reached_by_link_;
};

}  // namespace

Result<std::vector<Entry>> GitFiles::list(const std::string& folder, const std::string& root) const {
  const GitPath start = at(folder);
  const GitPath bound = at(root);
  if (start.leads == GitPath::Leads::nowhere || start.leads == GitPath::Leads::to_file) return std::vector<Entry>{};
  if (start.leads == GitPath::Leads::outside || !lies_below(start.path, bound.path)) {
    return std::vector<Entry>{{".", EntryKind::link_outside, 0}};
  }
  TreeListing listing(repository_, trees_, top_.get(), bound.path);
  if (auto opened = listing.open(); !opened) return std::unexpected(opened.error());
  if (auto added = listing.add_folder(start.id, start.path, ""); !added) return std::unexpected(added.error());
  return listing.take();
}

Result<std::string> GitFiles::read(const std::string& path) const {
  const GitPath file = at(path);
  if (file.leads != GitPath::Leads::to_file) {
    return failure(message("«{}» kan ikke læses: den findes ikke i denne udgave",
                           "“{}” can't be read: it does not exist in this revision", path));
  }
  auto bytes = bytes_of(repository_, file.id);
  if (!bytes) return git_failure(path);
  return std::move(*bytes);
}

bool GitFiles::is_file(const std::string& path) const { return at(path).leads == GitPath::Leads::to_file; }

bool GitFiles::is_folder(const std::string& path) const { return at(path).leads == GitPath::Leads::to_folder; }

bool GitFiles::stays_below(const std::string& path, const std::string& folder) const {
  const GitPath target = at(path);
  const GitPath bound = at(folder);
  return target.leads != GitPath::Leads::outside && lies_below(target.path, bound.path);
}

Result<void> GitFiles::write(const std::string&, std::string_view) { return read_only(); }
Result<void> GitFiles::add_together(const std::string&, const std::vector<NewFile>&) { return read_only(); }
Result<void> GitFiles::remove(const std::string&) { return read_only(); }

}  // namespace kanon
