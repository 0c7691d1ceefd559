#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "emit/html/words.h"
#include "env/files.h"

namespace kanon {

/// The program's own layouts/ and assets/, built in; a file of the project's layouts/ or assets/ replaces the built-in
/// one of the same name. A further layout may be added, and a further asset where one of the project's own layouts or
/// styles names it: sources that an asset is made from stay where they are. Of a list of words (layouts/language/), the
/// project's file replaces the words that it has.
class Theme {
 public:
  /// Fails where a file can't be read, leaves the project, or is a list of words that isn't one.
  static Result<Theme> load(const Files& files, const std::string& project);
  /// The built-in theme alone.
  static Result<Theme> built_in();

  /// A layout's text; null if there is none of that name (`document` for layouts/document.mustache).
  const std::string* layout(std::string_view name) const;
  /// Where a layout came from, for messages: layouts/document.mustache.
  std::string layout_path(std::string_view name) const;
  const std::map<std::string, std::string>& layouts() const { return layouts_; }
  /// Files of assets/ by path below it.
  const std::map<std::string, std::string>& assets() const { return assets_; }
  /// Whether only PDFs use an asset, so that the site does without.
  static bool is_for_print(std::string_view asset) { return asset == "handbook.css" || asset.starts_with("print/"); }
  const Words& words(Language language) const { return language == Language::da ? danish_ : english_; }

 private:
  Result<void> add_layout(const std::string& path, std::string_view bytes);
  Result<void> add_project_files(const Files& files, const std::string& project, const std::string& folder);
  void add_assets(std::map<std::string, std::string> own);

  std::map<std::string, std::string> layouts_;
  std::map<std::string, std::string> assets_;
  std::string own_texts_;  // of the project's own layouts and styles: what they name is published
  Words danish_;
  Words english_;
};

}  // namespace kanon
