#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "env/files.h"
#include "lsp/background_check.h"
#include "lsp/framing.h"

namespace kanon::lsp {

/// What the server works with: the surroundings, or stand-ins for them.
struct ServerSettings {
  const Files& disk;
  Date today;
  MakeParsers make_parsers;
  MessageStream::Read read;
  std::function<bool(std::string_view)> write;
  std::optional<Language> language;      ///< of messages; else each project's own
  std::chrono::milliseconds pause{200};  ///< how long nobody types before the whole project is checked
};

/// Speaks the Language Server Protocol 3.17 until the client says `exit` or its input ends. Gives the exit status that
/// the protocol asks for: 0 after `shutdown`, else 1.
int serve(const ServerSettings& settings);

}  // namespace kanon::lsp
