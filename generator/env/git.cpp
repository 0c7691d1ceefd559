#include "env/git.h"

#include "env/git_files.h"
#include "env/git_handles.h"
#include "env/paths.h"

namespace kanon {
namespace {

/// libgit2 wants to be told once that it is used; it stays so until the program ends.
void begin_using_git() {
  static const int begun = git_libgit2_init();
  (void)begun;
}

Message fetch_all() {
  return {
      "Lageret er kun hentet delvist. Hent resten med «git fetch --unshallow», eller sæt fetch-depth: 0 i "
      "arbejdsgangen.",
      "The clone is shallow. Fetch the rest by “git fetch --unshallow”, or set fetch-depth: 0 in the workflow."};
}

/// Whether a folder lies in a repository at all. Where it belongs to another user, libgit2 1.5 says that there is none.
bool lies_in_repository(const std::string& folder) {
  git_buf found{};
  const bool lies_in_one = git_repository_discover(&found, folder.c_str(), 0, nullptr) == 0;
  git_buf_dispose(&found);
  return lies_in_one;
}

std::unexpected<Error> cannot_open(int code, const std::string& folder) {
  const bool is_foreign = code == GIT_EOWNER || (code == GIT_ENOTFOUND && lies_in_repository(folder));
  if (is_foreign) {
    return failure(message("Git-lageret omkring «{}» tilhører en anden bruger og bliver ikke læst",
                           "The git repository around “{}” belongs to another user and is not read", folder),
                   message("Stoler du på det, så kør: git config --global --add safe.directory {}",
                           "If you trust it, run: git config --global --add safe.directory {}", folder));
  }
  if (code == GIT_ENOTFOUND) {
    return failure(
        message("«{}» ligger ikke i et git-lager", "“{}” lies in no git repository", folder),
        {"Kør kommandoen i en klon, eller peg på projektet med --project. To udgivelser sammenlignes uden git "
         "med «kanon diff».",
         "Run the command in a clone, or point at the project with --project. “kanon diff” compares two "
         "releases without git."});
  }
  const std::string cause = git_cause();
  return failure(message("Git-lageret omkring «{}» kan ikke åbnes: {}",
                         "The git repository around “{}” can't be opened: {}", folder, cause));
}

Result<git_oid> oid_of(const std::string& commit) {
  git_oid id;
  if (git_oid_fromstr(&id, commit.c_str()) != 0) return git_failure(commit);
  return id;
}

}  // namespace

std::string git_cause() {
  const git_error* error = git_error_last();
  return error == nullptr ? "?" : error->message;
}

std::unexpected<Error> git_failure(const std::string& what) {
  const std::string cause = git_cause();
  return failure(
      message("Git-lageret kan ikke læses ved «{}»: {}", "The git repository can't be read at “{}”: {}", what, cause),
      {"Kontrollér lageret med «git fsck». Er det kun hentet delvist, så hent resten: «git fetch --unshallow».",
       "Check the repository by “git fsck”. If the clone is partial, fetch the rest: “git fetch --unshallow”."});
}

struct GitRepository::Open {
  GitRepositoryHandle repository;

  git_repository* get() const { return repository.get(); }
};

GitRepository::GitRepository(std::unique_ptr<Open> open) : open_(std::move(open)) {}
GitRepository::GitRepository(GitRepository&&) noexcept = default;
GitRepository& GitRepository::operator=(GitRepository&&) noexcept = default;
GitRepository::~GitRepository() = default;

Result<GitRepository> GitRepository::around(const std::string& folder) {
  begin_using_git();
  git_repository* repository = nullptr;
  const std::string from = folder.empty() ? "." : folder;
  if (const int code = git_repository_open_ext(&repository, from.c_str(), 0, nullptr); code != 0) {
    return cannot_open(code, from);
  }
  auto open = std::make_unique<Open>();
  open->repository.reset(repository);
  if (git_repository_is_bare(repository) != 0) {
    return failure(message("Git-lageret «{}» har ingen arbejdsmappe (bare)", "The git repository “{}” is bare", from),
                   {"Kør kommandoen i en almindelig klon af lageret.", "Run the command in an ordinary clone of it."});
  }
  return GitRepository(std::move(open));
}

Result<std::string> GitRepository::path_of(const std::string& folder) const {
  const std::string top = git_repository_workdir(open_->get());
  auto inside = path_inside(folder.empty() ? "." : folder, top);
  if (!inside) {
    return failure(message("«{}» ligger ikke i git-lagerets arbejdsmappe «{}»",
                           "“{}” does not lie in the repository's working tree “{}”", folder, top));
  }
  return std::move(*inside);
}

Result<std::string> GitRepository::commit(const std::string& revision) const {
  git_object* found = nullptr;
  const int code = git_revparse_single(&found, open_->get(), revision.c_str());
  const GitObjectHandle object(found);
  git_object* peeled = nullptr;
  if (code == 0 && git_object_peel(&peeled, found, GIT_OBJECT_COMMIT) == 0) {
    const GitObjectHandle commit(peeled);
    return std::string(git_oid_tostr_s(git_object_id(peeled)));
  }
  const bool is_shallow = git_repository_is_shallow(open_->get()) == 1;
  const Message advice =
      is_shallow
          ? fetch_all()
          : Message{"Skriv en gren, et mærke eller et commit, som «git log» kender; «git fetch» henter de nyeste.",
                    "Name a branch, a tag or a commit that “git log” knows; “git fetch” gets the newest."};
  if (code == GIT_EAMBIGUOUS) {
    return wrong_use(message("«{}» kan betyde flere commits", "“{}” may mean several commits", revision),
                     {"Skriv flere cifre af commit'et.", "Write more digits of the commit."});
  }
  return wrong_use(
      message("Git-lageret har intet commit, der hedder «{}»", "The repository has no commit called “{}”", revision),
      advice);
}

Result<std::string> GitRepository::merge_base(const std::string& commit, const std::string& other) const {
  const auto one = oid_of(commit);
  const auto two = oid_of(other);
  if (!one) return std::unexpected(one.error());
  if (!two) return std::unexpected(two.error());
  git_oid base;
  if (git_merge_base(&base, open_->get(), &*one, &*two) == 0) return std::string(git_oid_tostr_s(&base));
  return failure(message("{} og {} har intet fælles udgangspunkt", "{} and {} have no common ancestor",
                         commit.substr(0, 12), other.substr(0, 12)),
                 git_repository_is_shallow(open_->get()) == 1 ? fetch_all() : Message{});
}

Result<std::unique_ptr<Files>> GitRepository::files_of(const std::string& commit) const {
  const auto id = oid_of(commit);
  if (!id) return std::unexpected(id.error());
  git_object* found = nullptr;
  if (git_object_lookup(&found, open_->get(), &*id, GIT_OBJECT_COMMIT) != 0) return git_failure(commit);
  const GitObjectHandle object(found);
  git_object* peeled = nullptr;
  if (git_object_peel(&peeled, found, GIT_OBJECT_TREE) != 0) return git_failure(commit);
  // A peeled tree is a git_tree: libgit2's objects are one type behind many names.
  GitTreeHandle top(reinterpret_cast<git_tree*>(peeled));
  return std::make_unique<GitFiles>(open_->get(), std::move(top));
}

}  // namespace kanon
