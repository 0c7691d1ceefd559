#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kanon {

/// A dotted version of whole numbers, compared number by number: 1.10 is above 1.9, and 1 equals 1.0 only as written.
class Version {
 public:
  Version() = default;
  /// `1`, `1.2`, `1.2.3`: at most four numbers of at most six digits, no leading zeros; nothing for any other form.
  static std::optional<Version> parse(std::string_view text);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

  friend std::strong_ordering operator<=>(const Version& a, const Version& b) { return a.numbers_ <=> b.numbers_; }
  friend bool operator==(const Version& a, const Version& b) { return a.numbers_ == b.numbers_; }

 private:
  std::string text_;
  std::vector<int> numbers_;
};

}  // namespace kanon
