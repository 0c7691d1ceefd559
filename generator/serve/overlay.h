#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diagnostic/diagnostic.h"

namespace kanon {

/// How a place in a file is opened: an address with {file}, {line} and {column}.
struct Editor {
  std::string address = "vscode://file{file}:{line}:{column}";
  std::string folder;  ///< absolute: of the project
};

/// What the preview says of a page, besides the page.
struct Notes {
  Language language = Language::da;
  std::string state;                         ///< which state of the project the page shows
  std::optional<Error> problem;              ///< why the newest texts aren't shown
  std::vector<const Diagnostic*> of_page;    ///< findings in the page's own source
  std::vector<const Diagnostic*> of_others;  ///< all others
};

/// A page with the notes put at its end, and leave for its script to listen to changes: the site's own content security
/// policy forbids it.
std::string with_notes(std::string page, const Notes& notes, const Editor& editor);
/// A page that has nothing but the notes.
std::string page_of_notes(const Notes& notes, const Editor& editor);

/// The overlay's script and styles, by name below /_kanon/; empty for any other.
std::string_view overlay_file(std::string_view name);

}  // namespace kanon
