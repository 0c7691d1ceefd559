#include "env/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>

#include "env/descriptor.h"
#include "env/system_error.h"

namespace kanon {
namespace {

constexpr std::uint32_t changes = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                  IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB | IN_ONLYDIR;
/// How long nothing may change before a change counts as made, and after how long one counts that never ends.
constexpr std::chrono::milliseconds quiet{4};
constexpr std::chrono::milliseconds longest{250};

std::unexpected<Error> cannot_watch(const std::string& folder, int error) {
  if (error == ENOSPC || error == EMFILE) {
    return failure({"Der er for mange mapper til, at systemet kan holde øje med dem",
                    "There are too many folders for the system to watch them"},
                   {"Sæt grænsen op: sysctl fs.inotify.max_user_watches=524288",
                    "Raise the limit: sysctl fs.inotify.max_user_watches=524288"});
  }
  const Message cause = cause_of(error);
  return failure(message("Der kan ikke holdes øje med «{}»: {}", "“{}” can't be watched: {}", folder, cause.da),
                 remedy_of(error));
}

bool is_hidden(std::string_view name) { return name.starts_with('.'); }

bool has_bytes(const std::string& path) {
  std::error_code gone;
  const auto size = std::filesystem::file_size(path, gone);
  return !gone && size > 0;
}

enum class Depth { itself, all_below };

}  // namespace

struct FolderWatch::State {
  struct Watched {
    std::string path;
    Depth depth = Depth::itself;
  };

  Result<void> add(const std::string& folder, Depth depth) {
    const int watch = inotify_add_watch(notices.number(), folder.c_str(), changes);
    if (watch < 0) {
      if (errno == ENOENT || errno == ENOTDIR) return {};
      return cannot_watch(folder, errno);
    }
    Watched& watched = by_watch[watch];
    watched.path = folder;
    if (depth == Depth::itself) return {};
    watched.depth = depth;
    return add_below(folder);
  }

  Result<void> add_below(const std::string& folder) {
    std::error_code gone;  // a folder may go while it is read: its own watch tells
    for (const auto& entry : std::filesystem::directory_iterator(folder, gone)) {
      const std::string name = entry.path().filename().string();
      if (is_hidden(name) || entry.is_symlink(gone) || !entry.is_directory(gone)) continue;
      if (auto added = add(folder + "/" + name, Depth::all_below); !added) return added;
    }
    return {};
  }

  /// Takes what notices there are; false where there are none.
  bool read_notices(std::set<std::string>& paths) {
    alignas(inotify_event) std::array<char, 65536> buffer{};
    const ssize_t count = ::read(notices.number(), buffer.data(), buffer.size());
    if (count <= 0) return false;
    for (const char* at = buffer.data(); at < buffer.data() + count;) {
      inotify_event event{};
      std::memcpy(&event, at, sizeof(event));
      take(event, event.len > 0 ? std::string(at + sizeof(event)) : std::string(), paths);
      at += sizeof(event) + event.len;
    }
    return true;
  }

  void take(const inotify_event& event, const std::string& name, std::set<std::string>& paths) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      for (const auto& [watch, watched] : by_watch) paths.insert(watched.path);
      return;
    }
    const auto found = by_watch.find(event.wd);
    if (found == by_watch.end()) return;
    const Watched watched = found->second;
    if ((event.mask & IN_IGNORED) != 0) {
      by_watch.erase(found);
      return;
    }
    if (is_hidden(name)) return;
    std::error_code gone;
    if ((event.mask & IN_MOVE_SELF) != 0 && !std::filesystem::is_directory(watched.path, gone)) {
      // It went to where nothing is watched: else it has its new name by now, from the folder above it.
      inotify_rm_watch(notices.number(), event.wd);
      by_watch.erase(found);
    }
    const std::string path = name.empty() ? watched.path : watched.path + "/" + name;
    const bool is_new_folder = (event.mask & IN_ISDIR) != 0 && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0;
    if (is_new_folder && watched.depth == Depth::all_below) (void)add(path, Depth::all_below);
    // A file that is opened for writing appears before it holds anything: the end of writing is another notice.
    const bool is_new_file = (event.mask & IN_CREATE) != 0 && (event.mask & IN_ISDIR) == 0;
    if (!is_new_file || has_bytes(path)) paths.insert(path);
  }

  Descriptor notices;
  std::map<int, Watched> by_watch;
};

FolderWatch::FolderWatch() : state_(std::make_unique<State>()) {}
FolderWatch::~FolderWatch() = default;

Result<std::unique_ptr<FolderWatch>> FolderWatch::open() {
  std::unique_ptr<FolderWatch> watch(new FolderWatch());
  watch->state_->notices = Descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (!watch->state_->notices.is_open()) return cannot_watch("", errno);
  return watch;
}

Result<void> FolderWatch::add(const std::string& folder) { return state_->add(folder, Depth::itself); }
Result<void> FolderWatch::add_with_all_below(const std::string& folder) {
  return state_->add(folder, Depth::all_below);
}

Result<std::vector<std::string>> FolderWatch::wait(std::chrono::milliseconds limit) {
  using Clock = std::chrono::steady_clock;
  std::set<std::string> paths;
  pollfd ready{state_->notices.number(), POLLIN, 0};
  const auto end = Clock::now() + limit;
  auto first = Clock::time_point::max();
  while (true) {
    const auto now = Clock::now();
    if (!paths.empty() && now - first >= longest) break;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - now);
    const auto patience = paths.empty() ? std::max(left, std::chrono::milliseconds(0)) : quiet;
    const int found = poll(&ready, 1, static_cast<int>(std::min<std::int64_t>(patience.count(), 1'000'000)));
    if (found < 0 && errno != EINTR) return cannot_watch("", errno);
    if (found > 0) {
      state_->read_notices(paths);
      if (!paths.empty() && first == Clock::time_point::max()) first = Clock::now();
      continue;
    }
    if (found == 0 && (!paths.empty() || Clock::now() >= end)) break;
  }
  return std::vector<std::string>(paths.begin(), paths.end());
}

}  // namespace kanon
