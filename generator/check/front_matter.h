#pragma once

#include <cstddef>
#include <string_view>

#include "model/parsed_file.h"

namespace kanon {

/// Whether a file's keys, or its front matter's, hold the key with some value, readable or not.
bool says_something_of(const ParsedFile& file, std::string_view key);

/// The value of a key of the file, or of its front matter; null where the key is not there.
const YamlNode* value_of(const ParsedFile& file, std::string_view key);

/// Whether the list below a key holds no more places than were `read` of it: what the others were meant to say is not
/// known. True where there is no such key.
bool all_were_read(const ParsedFile& file, std::string_view key, std::size_t read);

/// Whether there are no keys, or some that the parser could not read: what is not said then says nothing.
bool keys_are_unreadable(const ParsedFile& file);

}  // namespace kanon
