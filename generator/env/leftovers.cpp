#include "env/leftovers.h"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <vector>

namespace kanon {
namespace {

namespace fs = std::filesystem;

/// What every hidden folder beside a folder begins with.
std::string hidden_prefix(const std::string& folder) { return "." + fs::path(folder).filename().string() + ".kanon-"; }

/// Whether the process of a leftover is gone; one of this process's own was left by an update that failed.
bool is_abandoned(std::string_view digits) {
  pid_t process = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, process);
  if (error != std::errc() || stopped != end || process <= 0) return false;
  return process == getpid() || (kill(process, 0) != 0 && errno == ESRCH);
}

}  // namespace

std::string parent_of(const std::string& folder) {
  const std::string parent = fs::path(folder).parent_path().string();
  return parent.empty() ? "." : parent;
}

std::string hidden_beside(const std::string& folder) {
  return parent_of(folder) + "/" + hidden_prefix(folder) + std::to_string(getpid());
}

std::string aside_of(const std::string& folder) { return parent_of(folder) + "/" + hidden_prefix(folder) + "old"; }

bool stands_there(const std::string& path) {
  struct stat found {};
  return lstat(path.c_str(), &found) == 0;
}

void clear_leftovers(const std::string& folder) {
  const std::string prefix = hidden_prefix(folder);
  const std::string beside = parent_of(folder) + "/";
  std::error_code ignored;
  const std::string aside = aside_of(folder);
  if (stands_there(aside)) {
    if (!stands_there(folder)) fs::rename(aside, folder, ignored);
    fs::remove_all(aside, ignored);
  }
  std::vector<fs::path> leftovers;
  for (fs::directory_iterator entry(beside, ignored), end; !ignored && entry != end; entry.increment(ignored)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(prefix) && is_abandoned(std::string_view(name).substr(prefix.size()))) {
      leftovers.push_back(entry->path());
    }
  }
  for (const fs::path& leftover : leftovers) fs::remove_all(leftover, ignored);
}

}  // namespace kanon
