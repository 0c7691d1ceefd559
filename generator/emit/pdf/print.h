#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "emit/html/theme.h"
#include "emit/pdf/finish.h"
#include "emit/pdf/pdf.h"
#include "emit/pdf/print_references.h"
#include "plan/view.h"

namespace kanon {

/// A heading of the printed text.
struct PrintHeading {
  std::string place;   ///< its id in the HTML
  std::string number;  ///< 1.2; may be empty
  std::string title;
  int level = 1;  ///< 1 for the parts of a handbook and for the headings of a single document
};

/// How the contents begin.
enum class ContentsPlace {
  none,
  own_page,          ///< after a handbook's cover
  below_title_block  ///< of a single document
};

/// A handbook or document, ready to be printed: all of its text, but not yet its page numbers.
struct Print {
  PdfFacts facts;
  std::string front;  ///< HTML of the cover, or of the title block
  std::string text;   ///< HTML of all that follows the contents
  std::vector<PrintHeading> headings;
  ContentsPlace contents = ContentsPlace::none;
  bool has_cover = false;
  bool marks_changes = false;                ///< has bars in the margin
  std::string running_title;                 ///< what the top of each page says
  std::string foot_line;                     ///< what the foot of each page says: version, fingerprint, classification
  std::map<std::string, std::string> files;  ///< pictures and fonts
};

/// What a handbook or document says to this view's audience; with `since`, an older release of it, what changed is
/// marked and told first. Fails where a layout is wrong or a picture can't be read.
Result<Print> compose_print(const View& view, const Theme& theme, ItemRef item, const ReadFile& read,
                            std::optional<ItemRef> since = {});
/// The Statement of Applicability. It has no version of its own: it is dated as the newest release that the audience
/// sees.
Result<Print> compose_applicability(const View& view, const Theme& theme);

/// Millimetres that the text of a print with bars keeps free left of it; handbook.css has the same as 24px.
inline constexpr double room_for_bars = 6.35;

/// The id of the contents' own title.
inline constexpr const char* contents_place = "_contents";

/// How the body of a print stands in its HTML.
struct PrintLayout {
  Typesetting typesetting = Typesetting::plain;
  std::string styles;  ///< added to the theme's own
  std::string text;    ///< the print's, ready for the engine
};

/// The whole HTML to print: front, contents with page numbers, and the text. For an engine that names places by itself
/// with links to all of them, which are not shown; for another with markers in the front.
std::string print_html(const Print& print, const Words& words, const PrintLayout& layout, const Markers& markers,
                       const PageNumbers& numbers);

/// What the sheets below the pages say.
struct SheetFacts {
  std::size_t pages = 0;
  PageNumbers numbers;  ///< by which the chapter of each page is known
};

/// The HTML of the sheets below the pages: title and chapter above, version, classification and page number below;
/// nothing on a cover.
std::string sheets_html(const Print& print, const Words& words, Typesetting typesetting, const SheetFacts& facts);

}  // namespace kanon
