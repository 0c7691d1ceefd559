#include "env/staging.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "env/descriptor.h"

namespace kanon {
namespace {

namespace fs = std::filesystem;

/// Stands in every folder that this program published, and so may replace.
constexpr std::string_view kMarker = ".kanon-site";

std::unexpected<Error> cannot_write(const std::string& path, int error) {
  return failure(message("«{}» kan ikke skrives: {}", "“{}” can't be written: {}", path, std::strerror(error)),
                 message("Kontrollér rettigheder og ledig diskplads. Det hidtidige websted er uændret.",
                         "Check the permissions and the free disk space. The site stands as it was."));
}

/// What stands in the name of a folder whose files are on their way into the site.
constexpr std::string_view kMoving = "move-";
/// Moving single files is for so few of them, in a site so large that a second folder of it takes long.
constexpr std::size_t kFewChanges = 100;
constexpr std::size_t kLargeSite = 1000;

bool is_git_file(const std::string& name) { return name.starts_with(".git"); }

std::string staging_prefix(const fs::path& folder) { return "." + folder.filename().string() + ".kanon-"; }

struct NotMoved {
  std::string path;
  int error = 0;
};

/// Moves every file below one folder into another, over what is there, and removes the first; nothing where all went
/// well.
std::optional<NotMoved> move_all(const std::string& from, const std::string& to) {
  std::error_code error;
  std::vector<std::string> files;
  fs::recursive_directory_iterator entry(from, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    if (entry->is_symlink(error) || !entry->is_directory(error)) files.push_back(entry->path().string());
  }
  for (const std::string& file : files) {
    const std::string target = to + file.substr(from.size());
    if (!error) fs::create_directories(fs::path(target).parent_path(), error);
    if (error) return NotMoved{target, error.value()};
    if (rename(file.c_str(), target.c_str()) != 0) return NotMoved{target, errno};
  }
  if (error) return NotMoved{from, error.value()};
  fs::remove_all(from, error);
  return std::nullopt;
}

/// Finishes or removes what a killed run left beside the folder: files on their way into it are moved, a staging folder
/// whose process is gone is removed. An old site that was set aside comes back first, if nothing took its place.
void clear_leftovers(const fs::path& folder) {
  const std::string prefix = staging_prefix(folder);
  std::error_code ignored;
  const fs::path aside = folder.parent_path() / (prefix + "old");
  if (!fs::exists(folder, ignored) && fs::exists(aside, ignored)) fs::rename(aside, folder, ignored);
  fs::remove_all(aside, ignored);
  std::vector<fs::path> leftovers;
  for (const auto& entry : fs::directory_iterator(folder.parent_path(), ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix)) continue;
    pid_t process = 0;
    auto digits = std::string_view(name).substr(prefix.size());
    if (digits.starts_with(kMoving)) digits.remove_prefix(kMoving.size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), process);
    const bool ours = error == std::errc() && end == digits.data() + digits.size() && process > 0;
    if (ours && kill(process, 0) != 0 && errno == ESRCH) leftovers.push_back(entry.path());
  }
  for (const auto& leftover : leftovers) {
    const bool moving = leftover.filename().string().starts_with(prefix + std::string(kMoving));
    if (moving && fs::exists(folder / kMarker, ignored)) (void)move_all(leftover.string(), folder.string());
    fs::remove_all(leftover, ignored);
  }
}

/// Nothing where the folder may be replaced; else what stands in the way.
Result<void> check_replaceable(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return {};
  if (!fs::is_directory(folder, error)) {
    return wrong_use(message("«{}» er ikke en mappe", "“{}” is not a folder", folder.string()),
                     message("Vælg en anden mappe med --out.", "Choose another folder with --out."));
  }
  const bool published = fs::exists(folder / kMarker, error);
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name == ".git" && entry.is_directory(error)) {
      return wrong_use(message("«{}» er selv et git-arkiv", "“{}” is a git repository of its own", folder.string()),
                       message("Vælg en anden mappe med --out, og kopiér webstedet derfra.",
                               "Choose another folder with --out and copy the site from there."));
    }
    if (!published && !is_git_file(name)) {
      return wrong_use(
          message("«{}» indeholder «{}», som ikke er lavet af Kanon; mappen bliver ikke overskrevet",
                  "“{}” holds “{}”, which Kanon did not make; the folder is not overwritten", folder.string(), name),
          message("Vælg en tom mappe med --out, eller tøm mappen selv.",
                  "Choose an empty folder with --out, or empty it yourself."));
    }
  }
  if (error) return cannot_write(folder.string(), error.value());
  return {};
}

bool same_bytes(const std::string& path, std::string_view bytes) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open() || fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  if (static_cast<std::size_t>(status.st_size) != bytes.size()) return false;
  std::array<char, 1U << 16U> block;  // not filled first: it is read into
  while (!bytes.empty()) {
    const ssize_t count = read(file.number(), block.data(), std::min(block.size(), bytes.size()));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    const auto size = static_cast<std::size_t>(count);
    if (std::memcmp(block.data(), bytes.data(), size) != 0) return false;
    bytes.remove_prefix(size);
  }
  return true;
}

/// A second name for the same file; a copy with the same modification time where the file system has no such thing.
bool carry_over(const std::string& from, const std::string& to) {
  if (link(from.c_str(), to.c_str()) == 0) return true;
  std::error_code error;
  if (!fs::copy_file(from, to, error) || error) return false;
  const auto time = fs::last_write_time(from, error);
  if (!error) fs::last_write_time(to, time, error);
  return !error;
}

Result<void> write_new_file(const std::string& path, std::string_view bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return cannot_write(path, errno);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const int error = errno;
      close(file);
      return cannot_write(path, error);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (close(file) != 0) return cannot_write(path, errno);
  return {};
}

}  // namespace

Result<Staging> Staging::begin(const std::string& folder) {
  std::error_code error;
  fs::path target = fs::weakly_canonical(fs::absolute(folder, error), error);
  if (error) return cannot_write(folder, error.value());
  if (target.filename().empty()) target = target.parent_path();
  fs::create_directories(target.parent_path(), error);
  if (error) return cannot_write(target.parent_path().string(), error.value());
  clear_leftovers(target);
  if (const auto replaceable = check_replaceable(target); !replaceable) return std::unexpected(replaceable.error());
  const std::string staged = (target.parent_path() / (staging_prefix(target) + std::to_string(getpid()))).string();
  fs::remove_all(staged, error);
  if (mkdir(staged.c_str(), 0777) != 0) return cannot_write(staged, errno);
  return Staging(target.string(), staged, fs::exists(target, error));
}

Staging::Staging(Staging&& other) noexcept
    : folder_(std::move(other.folder_)),
      staged_(std::exchange(other.staged_, {})),
      replaces_(other.replaces_),
      state_(std::move(other.state_)) {}

Staging::~Staging() {
  std::error_code ignored;
  if (!staged_.empty()) fs::remove_all(staged_, ignored);
}

Result<void> Staging::make_folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {};
  std::string folder = path.substr(0, slash);
  const std::lock_guard lock(state_->mutex);
  if (state_->folders.contains(folder)) return {};
  std::error_code error;
  fs::create_directories(staged_ + "/" + folder, error);
  if (error) return cannot_write(path, error.value());
  state_->folders.insert(std::move(folder));
  return {};
}

Result<void> Staging::put(const std::string& path, std::string_view bytes) {
  if (replaces_ && same_bytes(folder_ + "/" + path, bytes)) {
    const std::lock_guard lock(state_->mutex);
    state_->same.push_back(path);
    return {};
  }
  if (auto made = make_folder_of(path); !made) return made;
  if (auto written = write_new_file(staged_ + "/" + path, bytes); !written) return written;
  struct stat old {};
  const bool replaces = replaces_ && lstat((folder_ + "/" + path).c_str(), &old) == 0 && S_ISREG(old.st_mode);
  const std::lock_guard lock(state_->mutex);
  ++state_->changed;
  if (replaces) ++state_->replaced;
  return {};
}

Result<void> Staging::carry_over_same() {
  for (const std::string& path : state_->same) {
    if (auto made = make_folder_of(path); !made) return made;
    if (!carry_over(folder_ + "/" + path, staged_ + "/" + path)) return cannot_write(path, errno);
  }
  return {};
}

/// The files of the old folder but for git's; nothing where it can't be looked through.
std::optional<std::size_t> Staging::count_old_files() const {
  std::size_t files = 0;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder_, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    if (entry.depth() == 0 && is_git_file(entry->path().filename().string())) continue;
    if (entry->is_symlink(error) || !entry->is_directory(error)) ++files;
  }
  if (error) return std::nullopt;
  return files;
}

Result<void> Staging::carry_over_git_files() {
  std::error_code error;
  if (!fs::exists(folder_, error)) return {};
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    const std::string name = entry.path().filename().string();
    if (!is_git_file(name)) continue;
    if (!carry_over(entry.path().string(), staged_ + "/" + name)) return cannot_write(name, errno);
  }
  return {};
}

Result<void> Staging::commit() {
  if (const auto marked = put(std::string(kMarker), "kanon\n"); !marked) return marked;
  std::error_code error;
  const State& state = *state_;
  const bool is_small = state.changed <= kFewChanges && state.same.size() >= kLargeSite;
  if (replaces_ && (state.changed == 0 || is_small) && count_old_files() == state.same.size() + state.replaced) {
    if (state.changed > 0) return move_in();
    fs::remove_all(std::exchange(staged_, {}), error);
    return {};
  }
  if (auto carried = carry_over_same(); !carried) return carried;
  if (auto carried = carry_over_git_files(); !carried) return carried;
  return swap();
}

/// From the moment that its folder has the new name, all of the change is to be published, by this run or the next.
Result<void> Staging::move_in() {
  const fs::path folder(folder_);
  const std::string moving =
      (folder.parent_path() / (staging_prefix(folder) + std::string(kMoving) + std::to_string(getpid()))).string();
  if (rename(staged_.c_str(), moving.c_str()) != 0) return cannot_write(moving, errno);
  staged_.clear();
  if (const auto failed = move_all(moving, folder_)) return cannot_write(failed->path, failed->error);
  return {};
}

Result<void> Staging::swap() {
  std::error_code error;
  if (!fs::exists(folder_, error)) {
    if (rename(staged_.c_str(), folder_.c_str()) != 0) return cannot_write(folder_, errno);
    staged_.clear();
    return {};
  }
  if (renameat2(AT_FDCWD, staged_.c_str(), AT_FDCWD, folder_.c_str(), RENAME_EXCHANGE) != 0) {
    // A file system without the exchange: two renames, and the old folder back in place if the second fails.
    const std::string aside = (fs::path(folder_).parent_path() / (staging_prefix(folder_) + "old")).string();
    if (rename(folder_.c_str(), aside.c_str()) != 0) return cannot_write(folder_, errno);
    if (rename(staged_.c_str(), folder_.c_str()) != 0) {
      const int cause = errno;
      (void)rename(aside.c_str(), folder_.c_str());
      return cannot_write(folder_, cause);
    }
    staged_ = aside;
  }
  fs::remove_all(staged_, error);
  staged_.clear();
  return {};
}

}  // namespace kanon
