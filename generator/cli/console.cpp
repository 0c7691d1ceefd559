#include "cli/console.h"

#include <algorithm>
#include <cstdio>

#include "base/text.h"
#include "env/surroundings.h"

namespace kanon {
namespace {

void write_to(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fflush(stream);
}

/// As much of a line as fits a terminal: one that wraps could not be wiped out again.
std::string cut_to(const std::string& line, std::size_t columns) {
  std::size_t end = 0;
  for (std::size_t shown = 0; end < line.size(); ++end) {
    const bool begins_letter = (static_cast<unsigned char>(line[end]) & 0xC0U) != 0x80U;
    if (begins_letter && ++shown > columns) break;
  }
  return line.substr(0, end);
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
  const std::string line = fmt::format("{} {}/{} {}", what.in(console_.language), done, all, name_);
  write_to(stderr, "\r\033[K" + cut_to(line, static_cast<std::size_t>(std::max(terminal_width(), 2) - 1)));
}

void ProgressLine::name(const std::string& name) {
  const std::lock_guard lock(mutex_);
  name_ = printable(name);
}

}  // namespace kanon
