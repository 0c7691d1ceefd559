#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "model/corpus.h"

namespace kanon {

// What a member's front matter says, told from what could not be read in it: that is a finding of its own, and no rule
// about members builds on a guess.

/// Whether the file says that the member is associated.
bool is_associated(const Corpus& corpus, const Member& member);
/// Whether the file says that the member is in one of these stages.
bool is_at(const Member& member, std::initializer_list<MemberStatus> stages);

/// The value of a key of a mapping of the file; null where the key is not there.
const YamlNode* value_in(const ParsedFile& file, const YamlNode& mapping, std::string_view key);
/// The same below a key of the whole file, or of its front matter: `declaration`, `criteria`.
const YamlNode* value_in(const ParsedFile& file, std::string_view outer, std::string_view key);
/// Where that key stands; the opening of the outer mapping where it doesn't.
Range key_of(const ParsedFile& file, std::string_view outer, std::string_view key);
/// The places of a list; none where it is no list.
std::vector<const YamlNode*> places_of(const ParsedFile& file, const YamlNode* list);
/// Whether something stands there.
bool says_something(const YamlNode* value);
/// The first character of a stretch: what a missing key of a mapping points at.
Range first_character(const ParsedFile& file, Range range);

}  // namespace kanon
