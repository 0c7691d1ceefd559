#include "env/own_limits.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "env/descriptor.h"

namespace kanon {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSanitized = true;
#elif defined(__has_feature)
constexpr bool kSanitized = __has_feature(address_sanitizer);
#else
constexpr bool kSanitized = false;
#endif

/// The size of this process's address space in bytes (proc_pid_statm(5), first number, in pages).
std::optional<std::uint64_t> address_space() {
  const Descriptor statm(open("/proc/self/statm", O_RDONLY | O_CLOEXEC));
  std::array<char, 64> text{};
  const ssize_t count = statm.is_open() ? read(statm.number(), text.data(), text.size()) : -1;
  std::uint64_t pages = 0;
  if (count <= 0 || std::from_chars(text.data(), text.data() + count, pages).ec != std::errc()) return std::nullopt;
  return pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

void set_soft_limit(__rlimit_resource resource, rlim_t value) {
  rlimit limit{};
  getrlimit(resource, &limit);
  limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? value : std::min(value, limit.rlim_max);
  setrlimit(resource, &limit);
}

void set_timer(std::chrono::milliseconds time) {
  itimerval timer{};
  timer.it_value.tv_sec = time.count() / 1000;
  timer.it_value.tv_usec = time.count() % 1000 * 1000;
  setitimer(ITIMER_PROF, &timer, nullptr);
}

}  // namespace

void OwnLimits::memory(std::uint64_t more_bytes) {
  if (kSanitized) return;
  if (const auto used = address_space()) set_soft_limit(RLIMIT_AS, *used + more_bytes);
}

void OwnLimits::cpu_time(std::chrono::milliseconds time) { set_timer(std::max(time, std::chrono::milliseconds(1))); }

void OwnLimits::no_cpu_time_limit() { set_timer(std::chrono::milliseconds(0)); }

void OwnLimits::no_core_dump() { set_soft_limit(RLIMIT_CORE, 0); }

bool ended_by_time(int status) { return status == 128 + SIGPROF || status == 128 + SIGXCPU; }

bool ended_by_memory(int status) {
  return status == 128 + SIGABRT || status == 128 + SIGSEGV || status == 128 + SIGBUS;
}

}  // namespace kanon
