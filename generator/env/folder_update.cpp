#include "env/folder_update.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "env/descriptor.h"
#include "env/leftovers.h"
#include "env/put_on_disk.h"
#include "env/system_error.h"

namespace kanon {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> cannot_update(const std::string& path, int error) {
  const Message cause = cause_of(error);
  Message remedy = remedy_of(error);
  const auto and_then = [](std::string text, std::string_view more) {
    return text.empty() ? std::string(more) : std::move(text) + " " + std::string(more);
  };
  return failure({fmt::format("«{}» kan ikke skrives: {}", path, cause.da),
                  fmt::format("“{}” can't be written: {}", path, cause.en)},
                 {and_then(std::move(remedy.da), "Mappen er uændret."),
                  and_then(std::move(remedy.en), "The folder stands as it was.")});
}

std::unexpected<Error> not_a_folder(const std::string& path) {
  return failure(message("«{}» er ikke en almindelig mappe og bliver ikke ændret",
                         "“{}” is not an ordinary folder and is not changed", path),
                 {"Fjern det, der ligger der (for eksempel en genvej), og prøv igen.",
                  "Remove what lies there (a symbolic link, for example) and try again."});
}

bool is_below(std::string_view path) {
  if (path.find('\0') != std::string_view::npos) return false;
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == "." || part == "..") return false;
  }
  return true;
}

/// 0, or errno.
int write_new_file(const std::string& path, std::string_view bytes) {
  const Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file.is_open()) return errno;
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  // The disk may begin now; commit() waits for it.
  (void)sync_file_range(file.number(), 0, 0, SYNC_FILE_RANGE_WRITE);
  return 0;
}

}  // namespace

Result<void> check_new_files(const std::vector<NewFile>& files) {
  std::set<std::string_view> paths;
  std::set<std::string_view> folders;
  for (const NewFile& file : files) {
    const std::string_view path = file.path;
    if (!is_below(path)) {
      return wrong_use(message("«{}» er ikke en sti i mappen", "“{}” is no path below the folder", printable(path)));
    }
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
      folders.insert(path.substr(0, slash));
    }
    if (!paths.insert(path).second) {
      return wrong_use(message("«{}» skal skrives to gange", "“{}” is to be written twice", printable(path)));
    }
  }
  for (const std::string_view path : paths) {
    if (!folders.contains(path)) continue;
    return wrong_use(
        message("«{}» skal både være en fil og en mappe", "“{}” is to be both a file and a folder", printable(path)));
  }
  return {};
}

Result<FolderUpdate> FolderUpdate::begin(const std::string& folder) {
  std::string target = folder;
  // With a slash at its end, a link would mean the folder it leads to.
  while (target.size() > 1 && target.ends_with('/')) target.pop_back();
  const std::string name = fs::path(target).filename().string();
  if (name.empty() || name == "." || name == "..") return not_a_folder(folder);
  std::error_code error;
  fs::create_directories(parent_of(target), error);
  if (error) return cannot_update(parent_of(target), error.value());
  clear_leftovers(target);
  struct stat found {};
  const bool replaces = lstat(target.c_str(), &found) == 0;
  if (replaces && !S_ISDIR(found.st_mode)) return not_a_folder(target);
  const std::string staged = hidden_beside(target);
  if (mkdir(staged.c_str(), 0777) != 0) return cannot_update(staged, errno);
  FolderUpdate update(target, staged);
  if (replaces) {
    if (auto carried = update.carry_over(); !carried) return std::unexpected(std::move(carried.error()));
  }
  return update;
}

FolderUpdate::FolderUpdate(FolderUpdate&& other) noexcept
    : folder_(std::move(other.folder_)),
      staged_(std::exchange(other.staged_, {})),
      written_(std::move(other.written_)) {}

FolderUpdate::~FolderUpdate() {
  std::error_code ignored;
  if (!staged_.empty()) fs::remove_all(staged_, ignored);
}

Result<void> FolderUpdate::carry_over() {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder_, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    const std::string from = entry->path().string();
    const std::string to = staged_ + from.substr(folder_.size());
    struct stat found {};
    if (lstat(from.c_str(), &found) != 0) return cannot_update(from, errno);
    if (S_ISDIR(found.st_mode)) {
      if (mkdir(to.c_str(), 0700 | (found.st_mode & 0777U)) != 0) return cannot_update(to, errno);
    } else if (linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) != 0) {
      // Not every file system has a second name for a file.
      if (S_ISLNK(found.st_mode)) {
        fs::copy_symlink(from, to, error);
      } else if (S_ISREG(found.st_mode)) {
        fs::copy_file(from, to, error);
        if (!error) fs::last_write_time(to, fs::last_write_time(from, error), error);
        written_.push_back(to);
      } else {
        error = std::error_code(errno, std::generic_category());
      }
      if (error) return cannot_update(to, error.value());
    }
  }
  if (error) return cannot_update(folder_, error.value());
  return {};
}

Result<void> FolderUpdate::make_folders_above(const std::string& path) {
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const std::string above = staged_ + "/" + path.substr(0, slash);
    if (mkdir(above.c_str(), 0777) == 0) continue;
    const int error = errno;
    struct stat found {};
    if (error != EEXIST || lstat(above.c_str(), &found) != 0) return cannot_update(above, error);
    // A link would carry the file somewhere else.
    if (!S_ISDIR(found.st_mode)) return not_a_folder(folder_ + "/" + path.substr(0, slash));
  }
  return {};
}

Result<void> FolderUpdate::add(const NewFile& file) {
  if (auto made = make_folders_above(file.path); !made) return made;
  const std::string to = staged_ + "/" + file.path;
  // The old file is the same file as in the old folder: it may lose this name, but must not be written to.
  if (unlink(to.c_str()) != 0 && errno != ENOENT) return cannot_update(folder_ + "/" + file.path, errno);
  if (const int error = write_new_file(to, file.bytes)) return cannot_update(folder_ + "/" + file.path, error);
  written_.push_back(to);
  return {};
}

Result<void> FolderUpdate::synchronise() const {
  std::vector<std::string> paths = written_;
  std::error_code error;
  fs::recursive_directory_iterator entry(staged_, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    if (!entry->is_symlink(error) && entry->is_directory(error)) paths.push_back(entry->path().string());
  }
  if (error) return cannot_update(staged_, error.value());
  paths.push_back(staged_);
  if (const auto failed = put_on_disk(paths)) return cannot_update(failed->path, failed->error);
  return {};
}

Result<void> FolderUpdate::swap() {
  if (!stands_there(folder_)) {
    if (rename(staged_.c_str(), folder_.c_str()) != 0) return cannot_update(folder_, errno);
    staged_.clear();
    return {};
  }
  if (renameat2(AT_FDCWD, staged_.c_str(), AT_FDCWD, folder_.c_str(), RENAME_EXCHANGE) == 0) return {};
  // A file system without the exchange: two renames, and the old folder back in place if the second fails.
  const std::string aside = aside_of(folder_);
  if (rename(folder_.c_str(), aside.c_str()) != 0) return cannot_update(folder_, errno);
  if (rename(staged_.c_str(), folder_.c_str()) != 0) {
    const int cause = errno;
    (void)rename(aside.c_str(), folder_.c_str());
    return cannot_update(folder_, cause);
  }
  staged_ = aside;
  return {};
}

Result<void> FolderUpdate::commit() {
  struct stat old {};
  if (lstat(folder_.c_str(), &old) == 0) (void)chmod(staged_.c_str(), old.st_mode & 07777U);
  if (auto synchronised = synchronise(); !synchronised) return synchronised;
  if (auto swapped = swap(); !swapped) return swapped;
  // From here on it has happened: a disk that can't say so is no failure to add.
  (void)put_on_disk({parent_of(folder_)});
  std::error_code ignored;
  if (!staged_.empty()) fs::remove_all(std::exchange(staged_, {}), ignored);
  return {};
}

Result<void> Disk::add_together(const std::string& folder, const std::vector<NewFile>& files) {
  if (auto checked = check_new_files(files); !checked) return checked;
  auto update = FolderUpdate::begin(folder);
  if (!update) return std::unexpected(std::move(update.error()));
  for (const NewFile& file : files) {
    if (auto added = update->add(file); !added) return added;
  }
  return update->commit();
}

}  // namespace kanon
