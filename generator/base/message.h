#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>

namespace kanon {

/// The languages that messages, reports and generated labels exist in.
enum class Language { da, en };

/// A sentence for people, in every language the program speaks. Both are kept, so that what was found can be cached and
/// printed in either.
struct Message {
  std::string da;
  std::string en;

  const std::string& in(Language language) const { return language == Language::da ? da : en; }
  bool empty() const { return da.empty() && en.empty(); }
  friend bool operator==(const Message&, const Message&) = default;
};

/// The sentence in both languages, with the same arguments put into `{}` of each.
template <class... Args>
Message message(fmt::format_string<Args&...> da, fmt::format_string<Args&...> en, Args&&... args) {
  return {fmt::format(da, args...), fmt::format(en, args...)};
}

}  // namespace kanon
