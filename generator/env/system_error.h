#pragma once

#include "base/message.h"

namespace kanon {

/// What an errno value of the system means, in words that go after a colon.
Message cause_of(int error);
/// What to do about it; empty where nothing general can be said.
Message remedy_of(int error);

}  // namespace kanon
