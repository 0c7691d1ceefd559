#pragma once

#include <string_view>
#include <vector>

namespace kanon::embedded {

/// A file built into the program.
struct File {
  std::string_view path;  ///< relative to the folder that was embedded
  std::string_view bytes;
};

const std::vector<File>& rule_pages();    ///< check/rules/*.md
const std::vector<File>& layouts();       ///< layouts/
const std::vector<File>& layout_names();  ///< emit/html/names/layout_names.txt
const std::vector<File>& assets();        ///< the theme's built assets
const std::vector<File>& hyphenation();   ///< libhyphen's patterns for Danish, from Debian's hyphen-da
const std::vector<File>& overlay();       ///< serve/overlay/: the preview's script and styles
const std::vector<File>& starter();       ///< cli/starter/: what `kanon init` writes

}  // namespace kanon::embedded
