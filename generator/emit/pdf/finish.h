#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "emit/pdf/engine.h"
#include "emit/pdf/markers.h"

namespace kanon {

/// What a PDF says of itself.
struct PdfFacts {
  std::string name;      ///< the item's id, for messages
  std::string title;     ///< shown as the window's title
  std::string author;    ///< the publisher; may be empty
  std::string language;  ///< BCP 47: da
  Date date;             ///< stands for the moment it was made, so that it doesn't change from build to build
  std::string version;   ///< of the item
  std::string entry;     ///< of the release in its ledger; empty for a draft
};

/// An entry of the outline (bookmarks), in reading order.
struct OutlineEntry {
  std::string place;  ///< an id of the HTML
  std::string title;
  int level = 1;
};

struct FinishPlan {
  PdfFacts facts;
  Typesetting typesetting = Typesetting::plain;  ///< of the engine: whether it tagged the text
  std::vector<OutlineEntry> outline;
  std::string cover_label;  ///< the page label of the first page where that is a cover; empty: it is page 1
  /// What is read aloud of a link to a page (from 1), where it leads to no heading.
  std::function<std::string(std::size_t page)> link_text;
};

/// What an engine printed.
struct RawPrint {
  std::string_view pages;
  std::string_view sheets;  ///< running heads and page numbers, page by page, to be laid under the pages; may be empty
  Places places;
};

/// Makes a professional PDF of what an engine printed: internal links and the outline lead to named destinations (the
/// ids of the HTML), every other link to a file and every marker is gone, text outside the pages too, letters can be
/// searched and copied, and title, author, language, dates and the file's id depend on nothing but the content. What is
/// tagged is mended where the engine leaves out what PDF/UA asks for. The file is sealed (seal.h).
Result<std::string> finish_pdf(const RawPrint& raw, const Markers& markers, const FinishPlan& plan);

}  // namespace kanon
