#pragma once

#include <string>
#include <string_view>

#include "base/message.h"
#include "resolve/model.h"

namespace kanon {

/// What the content says, fit to be quoted in a message: on one line, and no longer than a line.
std::string quoted(std::string_view text);

/// «Mente du …?» where a suggestion was found, and what else to do.
Message did_you_mean(std::string_view suggestion, Message otherwise);

/// What an item is: «et dokument», “a document”.
Message kind_in_words(ItemKind kind);

/// The name of a classification level.
std::string level_name(const Config& config, std::size_t level);

}  // namespace kanon
