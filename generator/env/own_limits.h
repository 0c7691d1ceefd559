#pragma once

#include <chrono>
#include <cstdint>

namespace kanon {

/// Bounds that a process sets for itself, for one task at a time. Meeting the CPU bound ends the process by the signal
/// that `ended_by_time` knows; meeting the memory bound makes allocations fail.
class OwnLimits {
 public:
  /// As much more address space than is in use now. Sanitizers reserve terabytes: under them it does nothing.
  static void memory(std::uint64_t more_bytes);
  /// From now on; replaces an earlier bound.
  static void cpu_time(std::chrono::milliseconds time);
  static void no_cpu_time_limit();
  static void no_core_dump();
};

/// Whether the status of a process (128 + signal) says that it met its CPU bound.
bool ended_by_time(int status);
/// Whether it says that an allocation failed: C libraries then abort.
bool ended_by_memory(int status);

}  // namespace kanon
