#include "env/surroundings.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <thread>

namespace kanon {
namespace {

/// The whole number a text is; nothing for any other.
std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Date local_day() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  const std::chrono::year_month_day day{std::chrono::year(parts.tm_year + 1900),
                                        std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
                                        std::chrono::day(static_cast<unsigned>(parts.tm_mday))};
  return Date::from_days(std::chrono::sys_days(day));
}

}  // namespace

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  return std::string(value);
}

Date today() {
  const std::optional<std::string> epoch = variable("SOURCE_DATE_EPOCH");
  const std::optional<std::int64_t> seconds = epoch ? whole_number(*epoch) : std::nullopt;
  constexpr std::int64_t kYear2200 = 7'258'118'400;  // what a Date does not hold is as good as no date
  if (!seconds || *seconds < 0 || *seconds >= kYear2200) return local_day();
  const std::chrono::sys_seconds moment{std::chrono::seconds(*seconds)};
  return Date::from_days(std::chrono::floor<std::chrono::days>(moment));
}

std::string program_path() {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string() : path.string();
}

std::string working_folder() {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::current_path(error);
  return error ? std::string(".") : path.string();
}

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

int terminal_width() {
  constexpr int kUsual = 80;
  winsize size{};
  for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  }
  return kUsual;
}

unsigned processor_count() { return std::max(1U, std::thread::hardware_concurrency()); }

bool runs_as_root() { return geteuid() == 0; }

}  // namespace kanon
