#include "cli/console.h"

#include <cstdio>

#include "base/text.h"
#include "env/surroundings.h"

namespace kanon {
namespace {

void write_to(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fflush(stream);
}

}  // namespace

void Console::print(std::string_view text) const { write_to(stdout, text); }

void Console::say(const Message& message) const {
  if (!quiet) write_to(stderr, printable(message.in(language)) + "\n");
}

void Console::detail(const Message& message) const {
  if (verbose) write_to(stderr, printable(message.in(language)) + "\n");
}

ExitStatus Console::fail(const Error& error) const {
  std::string text =
      (language == Language::da ? "kanon: fejl: " : "kanon: error: ") + printable(error.what.in(language)) + "\n";
  if (!error.help.empty())
    text += (language == Language::da ? "hjælp: " : "help: ") + printable(error.help.in(language)) + "\n";
  write_to(stderr, text);
  return error.kind == Error::Kind::usage ? ExitStatus::wrong_use : ExitStatus::surroundings_failed;
}

ProgressLine::ProgressLine(const Console& console) : console_(console), wanted_(!console.quiet && is_terminal(2)) {}

ProgressLine::~ProgressLine() {
  if (visible_) write_to(stderr, "\r\033[K");
}

void ProgressLine::show(const Message& what, std::size_t done, std::size_t all) {
  using namespace std::chrono_literals;
  if (!wanted_) return;
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now - begun_ < 1s || now - shown_ < 100ms) return;
  shown_ = now;
  visible_ = true;
  write_to(stderr, fmt::format("\r\033[K{} {}/{}", what.in(console_.language), done, all));
}

}  // namespace kanon
