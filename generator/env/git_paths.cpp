#include "env/git_paths.h"

#include <deque>
#include <vector>

namespace kanon {
namespace {

constexpr int kMostLinks = 40;  // as the system bounds them on a disk

/// A walk down from the top, part by part.
class PathWalk {
 public:
  PathWalk(git_repository* repository, GitTrees& trees, const git_tree* top)
      : repository_(repository), trees_(trees), top_(top) {}

  GitPath walk(std::string_view path) {
    put_before(path);
    while (!left_.empty()) {
      const std::string part = std::move(left_.front());
      left_.pop_front();
      if (part == "..") {
        if (taken_.empty()) return {.leads = GitPath::Leads::outside};
        taken_.pop_back();
      } else if (const auto ends = take(part)) {
        return *ends;
      }
    }
    return arrived();
  }

 private:
  struct Step {
    std::string name;
    git_oid id;
    bool is_folder;
  };

  /// The parts of a path come before what is left of the one that led to it.
  void put_before(std::string_view path) {
    std::vector<std::string> parts;
    while (!path.empty()) {
      const std::size_t slash = std::min(path.find('/'), path.size());
      const std::string_view part = path.substr(0, slash);
      if (!part.empty() && part != ".") parts.emplace_back(part);
      path.remove_prefix(std::min(slash + 1, path.size()));
    }
    left_.insert(left_.begin(), parts.begin(), parts.end());
  }

  /// Nothing where the walk goes on.
  std::optional<GitPath> take(const std::string& part) {
    if (!taken_.empty() && !taken_.back().is_folder) return GitPath{};
    const git_tree* in = taken_.empty() ? top_ : trees_.at(taken_.back().id);
    if (in == nullptr) return GitPath{};
    const git_tree_entry* entry = git_tree_entry_byname(in, part.c_str());
    if (entry == nullptr) return GitPath{};
    const git_filemode_t mode = git_tree_entry_filemode(entry);
    const git_oid id = *git_tree_entry_id(entry);
    if (mode == GIT_FILEMODE_LINK) return follow_link(id);
    if (mode == GIT_FILEMODE_COMMIT) return GitPath{};  // a submodule: its files are in another repository
    taken_.push_back({part, id, mode == GIT_FILEMODE_TREE});
    return std::nullopt;
  }

  std::optional<GitPath> follow_link(const git_oid& id) {
    const auto target = bytes_of(repository_, id);
    if (!target || ++links_ > kMostLinks) return GitPath{};
    if (target->starts_with('/')) return GitPath{.leads = GitPath::Leads::outside};
    put_before(*target);
    return std::nullopt;
  }

  GitPath arrived() const {
    if (taken_.empty()) return {GitPath::Leads::to_folder, {}, *git_tree_id(top_)};
    GitPath arrived{
        taken_.back().is_folder ? GitPath::Leads::to_folder : GitPath::Leads::to_file, {}, taken_.back().id};
    for (const Step& step : taken_) arrived.path += (arrived.path.empty() ? "" : "/") + step.name;
    return arrived;
  }

  git_repository* repository_;
  GitTrees& trees_;
  const git_tree* top_;
  std::deque<std::string> left_;
  std::vector<Step> taken_;
  int links_ = 0;
};

}  // namespace

const git_tree* GitTrees::at(const git_oid& id) {
  const std::string key(git_oid_tostr_s(&id));
  const std::lock_guard lock(mutex_);
  const auto known = open_.find(key);
  if (known != open_.end()) return known->second.get();
  git_tree* tree = nullptr;
  if (git_tree_lookup(&tree, repository_, &id) != 0) return nullptr;
  return open_.emplace(key, GitTreeHandle(tree)).first->second.get();
}

GitPath follow(git_repository* repository, GitTrees& trees, const git_tree* top, std::string_view path) {
  return PathWalk(repository, trees, top).walk(path);
}

std::optional<std::string> bytes_of(git_repository* repository, const git_oid& id) {
  git_blob* found = nullptr;
  if (git_blob_lookup(&found, repository, &id) != 0) return std::nullopt;
  const GitBlobHandle blob(found);
  const auto* bytes = static_cast<const char*>(git_blob_rawcontent(found));
  return std::string(bytes, static_cast<std::size_t>(git_blob_rawsize(found)));
}

}  // namespace kanon
