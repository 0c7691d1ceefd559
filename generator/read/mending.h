#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/message.h"
#include "base/version.h"

namespace kanon {

/// What an import found to be unlike what Kanon wants, and what it made of it. Of each kind the first few are told one
/// by one, the others counted: a large file must not tell a thousand times the same.
class Mending {
 public:
  static constexpr std::size_t told_of_a_kind = 10;

  /// `kind` tells which messages are alike.
  void tell(std::string_view kind, Message message);
  /// In the order in which their kinds were first told.
  std::vector<Message> take() const;

  /// A requirement id made of what is written (or of `fallback`, where nothing is left of it), which no other
  /// requirement has, also not in other letters' case. Told where it differs from what is written.
  std::string requirement_id(std::string_view written, std::string_view fallback);
  /// The version that the words most likely mean, told where they are no version: `5.1.1+u4` is 5.1.1, no number 1.0.
  Version version(std::string_view written);
  /// The day of a date or time of ISO 8601; nothing where it begins with none.
  static std::optional<Date> day(std::string_view written);
  /// A text cut to what an item may hold, told where it was longer.
  std::string bounded(std::string text);

 private:
  struct Kind {
    std::vector<Message> told;
    std::size_t untold = 0;
  };
  std::vector<std::string> order_;
  std::map<std::string, Kind, std::less<>> kinds_;
  std::set<std::string> taken_;
  std::map<std::string, std::size_t> next_number_;
};

/// The version that a text holds: its first numbers with dots between.
std::optional<Version> version_in(std::string_view text);

}  // namespace kanon
