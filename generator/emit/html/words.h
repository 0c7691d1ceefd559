#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "base/message.h"
#include "base/result.h"

namespace kanon {

/// The words of the interface in one language: layouts/language/<language>.yaml, a flat list of `key: text`. Layouts
/// reach them as {{t.key}}.
class Words {
 public:
  Words() = default;
  /// Reads a list of words. `path` names it in the error, which speaks of wrong use and gives the line.
  static Result<Words> parse(std::string_view text, const std::string& path, Language language);

  Language language() const { return language_; }
  const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

  /// The text of a key that the program itself knows; the key where a theme's own list lacks it.
  const std::string& operator[](std::string_view key) const;
  /// The same with `{name}` replaced by values, which are not looked into again.
  std::string with(std::string_view key,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values) const;

  /// Takes every text of `other` in place of its own.
  void replace_by(const Words& other);

  /// «9. april 2025», “9 April 2025”.
  std::string date(Date date) const;
  /// «April 2025»: a month as a heading.
  std::string month(Date date) const;
  /// How often: «hver måned», «hver 3. måned», «én gang»; any other text as it is. ISO 8601 durations and `once`.
  std::string frequency(std::string_view text) const;

 private:
  Language language_ = Language::da;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace kanon
