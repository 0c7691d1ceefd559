#include "env/lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>

#include "env/system_error.h"

namespace kanon {
namespace {

std::unexpected<Error> cannot_lock(const std::string& path, int error) {
  const Message cause = cause_of(error);
  return failure({fmt::format("Låsen «{}» kan ikke tages: {}", path, cause.da),
                  fmt::format("The lock “{}” can't be taken: {}", path, cause.en)},
                 remedy_of(error));
}

std::unexpected<Error> is_held(const std::string& path, unsigned seconds) {
  return failure(message("En anden kørsel af Kanon er i gang med det samme og blev ikke færdig på {1} sekunder («{0}»)",
                         "Another run of Kanon is at work on the same and didn't finish within {1} seconds (“{0}”)",
                         path, seconds),
                 {"Vent, til den er færdig, og prøv igen.", "Wait until it is done and try again."});
}

}  // namespace

Result<Lock> Lock::hold(const std::string& path, unsigned seconds) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) return cannot_lock(path, error.value());
  Descriptor file(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0666));
  if (!file.is_open()) return cannot_lock(path, errno);
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::seconds(seconds);
  while (flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) return cannot_lock(path, errno);
    if (Clock::now() >= end) return is_held(path, seconds);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return Lock(std::move(file));
}

}  // namespace kanon
