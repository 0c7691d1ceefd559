#include "env/files.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <filesystem>

#include "env/descriptor.h"
#include "env/paths.h"
#include "env/system_error.h"

namespace kanon {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> cannot(const char* da, const char* en, const std::string& path, int error) {
  const Message cause = cause_of(error);
  return failure({fmt::format(fmt::runtime(da), path, cause.da), fmt::format(fmt::runtime(en), path, cause.en)},
                 remedy_of(error));
}

std::unexpected<Error> cannot_read(const std::string& path, int error) {
  return cannot("«{}» kan ikke læses: {}", "“{}” can't be read: {}", path, error);
}

std::unexpected<Error> cannot_write(const std::string& path, int error) {
  return cannot("«{}» kan ikke skrives: {}", "“{}” can't be written: {}", path, error);
}

int open_to_read(const std::string& path) {
  // Not waiting for the other end of a pipe that took a file's place.
  return open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

Result<std::string> read_all(int descriptor, const std::string& path, std::size_t expected) {
  std::string bytes;
  std::size_t used = 0;
  bytes.resize(expected + 1);
  while (true) {
    if (used == bytes.size()) bytes.resize(2 * bytes.size());
    const ssize_t count = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return cannot_read(path, errno);
    if (count == 0) break;
    used += static_cast<std::size_t>(count);
  }
  bytes.resize(used);
  return bytes;
}

/// 0, or errno.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

/// A file under a name of its own, which is removed again unless it is given its real name.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& beside) {
    static std::atomic<unsigned> count{0};
    do {
      // Short, so that it fits wherever the real name fits.
      path_ = (beside.parent_path() / fmt::format(".kanon-{}-{}", getpid(), count++)).string();
      descriptor_ = Descriptor(open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    } while (!descriptor_.is_open() && errno == EEXIST);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (descriptor_.is_open()) unlink(path_.c_str());
  }

  bool is_open() const { return descriptor_.is_open(); }
  int write(std::string_view bytes) const { return write_all(descriptor_.number(), bytes); }
  int take_place_of(const std::string& path) {
    struct stat old {};
    const bool replaces = lstat(path.c_str(), &old) == 0 && S_ISREG(old.st_mode);
    if (replaces) fchmod(descriptor_.number(), old.st_mode & 07777U);
    if (rename(path_.c_str(), path.c_str()) != 0) return errno;
    // A network disk may only now say that it is full.
    return ::close(descriptor_.release()) == 0 ? 0 : errno;
  }

 private:
  std::string path_;
  Descriptor descriptor_;
};

}  // namespace

Result<std::string> Disk::read(const std::string& path) const {
  const Descriptor file(open_to_read(path));
  if (!file.is_open()) return cannot_read(path, errno);
  struct stat found {};
  if (fstat(file.number(), &found) != 0) return cannot_read(path, errno);
  if (S_ISDIR(found.st_mode)) return cannot_read(path, EISDIR);
  if (!S_ISREG(found.st_mode)) {
    return failure(
        message("«{}» er ikke en almindelig fil og bliver ikke læst", "“{}” is not an ordinary file and is not read",
                path),
        {"Erstat den med en almindelig fil, eller fjern den.", "Replace it with an ordinary file, or remove it."});
  }
  return read_all(file.number(), path, static_cast<std::size_t>(found.st_size));
}

bool Disk::is_file(const std::string& path) const {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 && S_ISREG(found.st_mode);
}

bool Disk::stays_below(const std::string& path, const std::string& folder) const {
  return path_inside(path, folder).has_value();
}

bool Disk::is_folder(const std::string& path) const {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode);
}

Result<void> Disk::write(const std::string& path, std::string_view bytes) {
  const fs::path target(path);
  std::error_code error;
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
  if (error) return cannot_write(path, error.value());
  TemporaryFile file(target);
  if (!file.is_open()) return cannot_write(path, errno);
  if (const int failed = file.write(bytes)) return cannot_write(path, failed);
  if (const int failed = file.take_place_of(path)) return cannot_write(path, failed);
  return {};
}

Result<void> Disk::remove(const std::string& path) {
  std::string name = path;
  // With a slash at its end, a link would mean the folder it leads to.
  while (name.size() > 1 && name.ends_with('/')) name.pop_back();
  std::error_code error;
  fs::remove_all(name, error);
  if (error && error.value() != ENOENT && error.value() != ENOTDIR) {
    return cannot("«{}» kan ikke fjernes: {}", "“{}” can't be removed: {}", path, error.value());
  }
  return {};
}

}  // namespace kanon
