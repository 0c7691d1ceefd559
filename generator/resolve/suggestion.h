#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kanon {

/// Words that may have been meant, for «did you mean». Comparing with all of them costs time, and whoever has a hundred
/// broken references has another problem than spelling: the hundred first are answered.
class Suggestions {
 public:
  explicit Suggestions(std::vector<std::string> candidates);

  /// The nearest candidate; empty if none is near, or if too many were asked for.
  std::string nearest_to(std::string_view word);
  /// The nearest candidate and the one that is nearest without it; each empty where none is near.
  std::pair<std::string, std::string> two_nearest_to(std::string_view word);

 private:
  /// Those that may be near.
  std::vector<std::string> near(std::string_view word);

  std::vector<std::string> candidates_;
  std::size_t left_ = 100;
};

}  // namespace kanon
