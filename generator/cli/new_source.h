#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "resolve/model.h"

namespace kanon {

/// A source file that `kanon new` writes.
struct NewSource {
  std::string path;  ///< relative to the project
  std::string text;
};

/// The ids that can be chosen from, and the one that `wrong` was most likely meant to be.
Message choices(const std::vector<std::string>& ids, const std::string& wrong);

/// The id that was asked for, where it can be an id and is free; wrong use where it can't.
Result<std::string> free_id(const Model& model, const std::string& id);

/// Text as a double-quoted YAML scalar (YAML 1.2, 7.3.1).
std::string quoted_scalar(std::string_view text);

/// Wrong use where a text is empty, is not UTF-8, or holds characters that can't be shown.
Result<void> check_text(std::string_view flag, std::string_view text);

}  // namespace kanon
