#include "env/git.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "env/processes.h"
#include "unit/env/temporary.h"

using namespace kanon;
namespace fs = std::filesystem;

namespace {

/// A repository made by git itself.
class Repository {
 public:
  Repository() { git({"init", "-q", "-b", "main"}); }

  std::string git(std::vector<std::string> arguments) const { return git_in(folder_.path(), std::move(arguments)); }

  static std::string git_in(const std::string& folder, std::vector<std::string> arguments) {
    Command command;
    command.argv = {"git", "-c", "user.name=Test", "-c", "user.email=test@example.org"};
    command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
    command.environment = {"PATH=/usr/bin:/bin", "HOME=/nonexistent", "GIT_CONFIG_NOSYSTEM=1"};
    command.folder = folder;
    const auto outcome = RealProcesses().run(command);
    REQUIRE(outcome);
    INFO(outcome->complaints);
    REQUIRE(outcome->status == 0);
    return outcome->output.substr(0, outcome->output.find('\n'));
  }

  void write(const std::string& path, const std::string& bytes) { REQUIRE(Disk().write(at(path), bytes)); }
  void link(const std::string& path, const std::string& target) { fs::create_symlink(target, at(path)); }
  std::string commit(const std::string& subject) const {
    git({"add", "-A"});
    git({"commit", "-q", "-m", subject});
    return git({"rev-parse", "HEAD"});
  }
  std::string at(const std::string& path) const { return path.empty() ? folder_.path() : folder_.path() + "/" + path; }

 private:
  Temporary folder_;
};

GitRepository opened(const std::string& folder) {
  auto repository = GitRepository::around(folder);
  REQUIRE(repository);
  return std::move(*repository);
}

std::vector<std::string> listed(const Files& files, const std::string& folder, const std::string& root) {
  const auto entries = files.list(folder, root);
  REQUIRE(entries);
  std::vector<std::string> all;
  for (const Entry& entry : *entries) {
    const char* mark = entry.kind == EntryKind::file ? "" : entry.kind == EntryKind::special ? "?" : "!";
    all.push_back(mark + entry.path + " " + std::to_string(entry.size));
  }
  return all;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a commit is read as a disk is, whatever the working tree holds") {
  Repository made;
  made.write("docs/content/a.md", "a");
  made.write("docs/content/b/c.md", "ccc");
  made.write("docs/.hidden", "x");
  made.write("other.txt", "other");
  const std::string first = made.commit("First");
  made.write("docs/content/a.md", "changed");
  fs::remove_all(made.at("docs/content/b"));
  const std::string second = made.commit("Second");
  made.write("docs/content/a.md", "not committed");

  const GitRepository repository = opened(made.at("docs"));
  CHECK(repository.path_of(made.at("docs")) == "docs");
  CHECK(repository.path_of(made.at("")) == "");
  CHECK(repository.commit("HEAD") == second);
  CHECK(repository.commit("main~1") == first);
  CHECK(repository.commit(first.substr(0, 10)) == first);
  const auto files = repository.files_of(first);
  REQUIRE(files);
  CHECK(listed(**files, "docs/content", "docs") == Names{"a.md 1", "b/c.md 3"});
  CHECK(listed(**files, "docs/nothing", "docs").empty());
  CHECK((*files)->read("docs/content/a.md") == "a");
  CHECK((*files)->is_file("docs/content/b/c.md"));
  CHECK((*files)->is_folder("docs/content/b"));
  CHECK_FALSE((*files)->is_file("docs/content/b"));
  CHECK_FALSE((*files)->is_file("docs/content/none.md"));
  CHECK_FALSE((*files)->read("docs/content/none.md"));
  CHECK_FALSE((*files)->write("docs/content/a.md", "x"));
  CHECK(repository.files_of(second).value()->read("docs/content/a.md") == "changed");
}

TEST_CASE("symbolic links of a commit are followed within the project and no further") {
  Repository made;
  made.write("project/content/real.md", "real");
  made.write("project/content/folder/x.md", "x");
  made.write("secret.txt", "secret");
  made.link("project/content/good.md", "../content/real.md");
  made.link("project/content/again", "folder");
  made.link("project/content/out.md", "../../secret.txt");
  made.link("project/content/absolute.md", "/etc/passwd");
  made.link("project/content/above.md", "../../../etc/passwd");
  made.link("project/content/broken.md", "nothing.md");
  made.link("project/content/circle.md", "circle.md");
  made.link("project/content/folder/up", "..");
  made.commit("Links");
  const GitRepository repository = opened(made.at(""));
  const auto files = repository.files_of(repository.commit("HEAD").value());
  REQUIRE(files);
  const auto names = listed(**files, "project/content", "project");
  const auto has = [&](const std::string& name) { return std::ranges::find(names, name) != names.end(); };
  CHECK(has("good.md 4"));
  CHECK(has("again/x.md 1"));
  CHECK(has("!out.md 0"));
  CHECK(has("!absolute.md 0"));
  CHECK(has("!above.md 0"));
  CHECK(has("?broken.md 0"));
  CHECK(has("?circle.md 0"));
  CHECK(names.size() < 20);
  CHECK((*files)->read("project/content/good.md") == "real");
  CHECK_FALSE((*files)->stays_below("project/content/out.md", "project"));
  CHECK((*files)->stays_below("project/content/good.md", "project"));
}

TEST_CASE("where two branches grew apart, and what is no commit") {
  Repository made;
  made.write("a", "1");
  const std::string base = made.commit("Base");
  made.git({"checkout", "-q", "-b", "side"});
  made.write("b", "1");
  const std::string side = made.commit("Side");
  made.git({"checkout", "-q", "main"});
  made.write("c", "1");
  const std::string main = made.commit("Main");
  const GitRepository repository = opened(made.at(""));
  CHECK(repository.merge_base(main, side) == base);
  const auto missing = repository.commit("origin/main");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == Error::Kind::usage);
  CHECK(missing.error().what.en.find("origin/main") != std::string::npos);
}

TEST_CASE("no repository, a bare one and a shallow one say what to do") {
  const Temporary alone;
  const auto none = GitRepository::around(alone.path());
  REQUIRE_FALSE(none);
  CHECK(none.error().help.en.find("clone") != std::string::npos);

  Repository made;
  made.write("a", "1");
  made.commit("One");
  made.write("a", "2");
  made.commit("Two");
  Repository::git_in(alone.path(), {"clone", "-q", "--bare", made.at(""), "bare.git"});
  const auto bare = GitRepository::around(alone.path("bare.git"));
  REQUIRE_FALSE(bare);
  CHECK(bare.error().what.en.find("bare") != std::string::npos);

  Repository::git_in(alone.path(), {"clone", "-q", "--depth", "1", "file://" + made.at(""), "shallow"});
  const auto missing = opened(alone.path("shallow")).commit("HEAD~1");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().help.en.find("fetch-depth: 0") != std::string::npos);
}
