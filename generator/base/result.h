#pragma once

#include <expected>
#include <string>

#include "base/message.h"

namespace kanon {

/// Something around the program failed (a disk, a program, wrong use): never a finding in the content.
struct Error {
  /// What the failure means for the exit status of the program.
  enum class Kind {
    usage,       ///< wrong use or configuration: exit status 2
    environment  ///< something around us failed: exit status 3
  };
  Kind kind = Kind::environment;
  Message what;  ///< what happened and where
  Message help;  ///< what to do about it; may be empty
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(Message what, Message help = {}) {
  return std::unexpected(Error{Error::Kind::environment, std::move(what), std::move(help)});
}

inline std::unexpected<Error> wrong_use(Message what, Message help = {}) {
  return std::unexpected(Error{Error::Kind::usage, std::move(what), std::move(help)});
}

}  // namespace kanon
