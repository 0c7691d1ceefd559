#pragma once

#include <string_view>

#include "model/parsed_file.h"

namespace kanon {

/// Whether a file's keys, or its front matter's, hold the key with some value, readable or not.
bool says_something_of(const ParsedFile& file, std::string_view key);

/// Whether there are no keys, or some that the parser could not read: what is not said then says nothing.
bool keys_are_unreadable(const ParsedFile& file);

}  // namespace kanon
