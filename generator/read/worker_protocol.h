#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "model/config.h"
#include "read/parse.h"

namespace kanon {

/// What a worker says first. A program that does not say it is no worker.
inline constexpr std::string_view worker_greeting = "kanon-worker-1\n";

/// Before the bytes of a file on the way to a worker. Both ends are the same program on the same machine.
struct JobHeader {
  std::uint64_t size = 0;  ///< bytes of the file
  std::uint64_t memory = 0;
  std::uint64_t output = 0;
  std::uint64_t milliseconds = 0;  ///< of CPU time
  std::uint64_t form = 0;          ///< a SourceForm
};

enum class WorkerAnswer : std::uint64_t { parsed, out_of_memory, too_much_output };

/// Before the bytes of a parsed file on the way back.
struct ReplyHeader {
  std::uint64_t size = 0;  ///< bytes of the parsed file; 0 unless `parsed`
  std::uint64_t answer = 0;
};

JobHeader job_header(std::string_view bytes, SourceForm form, const Limits& limits);
/// Nothing where a header asks for a form that there is none of.
std::optional<SourceForm> form_of(const JobHeader& header);

template <class Header>
std::string_view bytes_of(const Header& header) {
  static_assert(std::has_unique_object_representations_v<Header>);
  return {reinterpret_cast<const char*>(&header), sizeof header};
}

}  // namespace kanon
