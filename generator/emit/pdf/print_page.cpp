#include <fmt/format.h>

#include <algorithm>

#include "base/escape.h"
#include "emit/pdf/print.h"
#include "emit/pdf/tags.h"

namespace kanon {
namespace {

// What printing itself rests on, whatever a theme looks like. The theme's own style sheet, handbook.css, is the same
// for both engines; all that differs between them is here.

constexpr const char* common_structure = R"(
body { margin: 0; word-wrap: break-word }
h1, h2, h3, h4, h5, h6, .leads { page-break-inside: avoid }
.cover { page-break-after: always; position: relative; height: 240mm; overflow: hidden }
.contents.own-page { page-break-after: always }
.chapter { page-break-before: always }
.chapter:first-child { page-break-before: auto }
.contents .entry { display: -webkit-flex; display: flex }
.contents .leader { -webkit-flex: 1; flex: 1 }
.contents .page { width: 9mm; text-align: right }
.page-reference { white-space: nowrap }
.sheet { position: relative; height: 290mm; page-break-after: always; overflow: hidden }
.sheet:last-child { page-break-after: auto }
.sheet .left, .sheet .right { overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
)";

/// Debian's wkhtmltopdf shrinks everything to 0.768; the zoom undoes it. The space below a heading that its own box
/// reaches over keeps it with what follows: `page-break-after: avoid` isn't understood. Tables come in blocks.
constexpr const char* plain_structure = R"(
html { zoom: 1.3020833 }
.front, .text { overflow: hidden }
[id], th, td { position: relative }
.visually-hidden { display: none }
.marker { position: absolute; top: 0; left: 0; width: 1px; height: 1px }
.marker.end { left: auto; right: 0 }
.marker.foot { top: auto; bottom: 0 }
h1::after, h2::after, h3::after, h4::after, h5::after, h6::after { content: ""; display: block; height: 24mm; margin-bottom: -24mm }
.leads::after { content: ""; display: block; height: 14mm; margin-bottom: -14mm }
table.blocks, table.blocks > tbody { display: block }
table.blocks > tbody { page-break-inside: avoid }
table.blocks > tbody > tr { display: table; table-layout: fixed; width: 100% }
)";

/// Words for those who can't see marks of change are unseen, but in what is read aloud and copied. Chromium keeps
/// headings and rows by itself and repeats the heading of a table (but can't add a word to it).
constexpr const char* full_structure = R"(
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; font-variant-ligatures: none; text-rendering: geometricPrecision; hyphens: manual }
h1, h2, h3, h4, h5, h6, .leads, dt, caption { break-after: avoid }
tr { break-inside: avoid }
.visually-hidden { display: inline-block; width: 0; height: 0; font-size: 1px; line-height: 0; color: transparent; white-space: nowrap }
)";

/// From so many entries on, contents leave out the headings inside documents.
constexpr std::size_t most_entries = 150;

std::string head(const Print& print, Typesetting typesetting, const std::string& styles) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n"
      "<style>{}{}{}</style>\n<link rel=\"stylesheet\" href=\"handbook.css\">\n</head>\n",
      print.facts.language, escape_html(print.facts.title), common_structure,
      typesetting == Typesetting::full ? full_structure : plain_structure, styles);
}

std::string entry(const PrintHeading& heading, const PageNumbers& numbers) {
  const auto page = numbers.find(heading.place);
  const std::string number =
      heading.number.empty() ? std::string() : "<span class=\"number\">" + escape_html(heading.number) + "</span>";
  return fmt::format(
      "<a class=\"entry level{}\" href=\"#{}\">{}<span class=\"name\">{}</span><span class=\"leader\"></span>"
      "<span class=\"page\">{}</span></a>\n",
      heading.level, escape_href(heading.place), number, escape_html(heading.title),
      page == numbers.end() ? std::string() : std::to_string(page->second));
}

std::string contents(const Print& print, const Words& words, const PageNumbers& numbers) {
  if (print.contents == ContentsPlace::none) return {};
  const bool own_page = print.contents == ContentsPlace::own_page;
  int deepest = own_page ? 3 : 2;
  const auto shown = [&](const PrintHeading& heading) { return heading.level <= deepest; };
  while (deepest > 1 && std::ranges::count_if(print.headings, shown) > static_cast<std::ptrdiff_t>(most_entries))
    --deepest;
  std::string html = fmt::format("<div class=\"contents{}\">\n<p class=\"contents-title\" id=\"{}\">{}</p>\n",
                                 own_page ? " own-page" : "", contents_place, escape_html(words["contents"]));
  for (const PrintHeading& heading : print.headings) {
    if (shown(heading)) html += entry(heading, numbers);
  }
  return html + "</div>\n";
}

/// Chromium gives a place a name in the PDF where a link leads to it; these lead to every place, unseen.
std::string links_to_places(std::string_view html) {
  std::string links = "<div hidden>\n";
  for (auto tag = next_tag(html, 0); tag; tag = next_tag(html, tag->end)) {
    const std::string_view id = tag->closing ? std::string_view() : attribute(*tag, "id");
    if (!id.empty()) links += fmt::format("<a href=\"#{}\"></a>", id);
  }
  return links + "</div>\n";
}

/// The chapter of each page: the last part, chapter or appendix that has begun on it or before; empty before the first.
std::vector<std::string> chapters_of(const Print& print, const SheetFacts& facts) {
  constexpr int level_of_chapters = 2;
  std::vector<std::string> chapters(facts.pages);
  std::size_t filled = 0;
  std::string chapter;
  for (const PrintHeading& heading : print.headings) {
    const auto page = facts.numbers.find(heading.place);
    if (heading.level > level_of_chapters || page == facts.numbers.end() || page->second > facts.pages) continue;
    for (; filled + 1 < page->second; ++filled) chapters[filled] = chapter;
    chapter = heading.number.empty() ? heading.title : heading.number + " " + heading.title;
  }
  for (; filled < facts.pages; ++filled) chapters[filled] = chapter;
  return chapters;
}

std::string sheet(const Print& print, const std::string& chapter, const std::string& page) {
  return fmt::format(
      "<div class=\"sheet-head\"><span class=\"left\">{}</span><span class=\"right\">{}</span></div>"
      "<div class=\"sheet-foot\"><span class=\"left\">{}</span><span class=\"right\">{}</span></div>",
      escape_html(print.running_title), escape_html(chapter), escape_html(print.foot_line), escape_html(page));
}

}  // namespace

std::string print_html(const Print& print, const Words& words, const PrintLayout& layout, const Markers& markers,
                       const PageNumbers& numbers) {
  const bool is_plain = layout.typesetting == Typesetting::plain;
  const std::string front = print.front + contents(print, words, numbers);
  std::string html = head(print, layout.typesetting, layout.styles) + "<body class=\"" +
                     (print.has_cover ? "handbook" : "document") + (print.marks_changes ? " redline" : "") +
                     "\">\n<div class=\"front\">" + (is_plain ? markers.put_into(front) : front) +
                     "</div>\n<div class=\"text\">\n" + layout.text + "</div>\n";
  if (!is_plain) html += links_to_places(front) + links_to_places(layout.text);
  return html + "</body>\n</html>\n";
}

std::string sheets_html(const Print& print, const Words& words, Typesetting typesetting, const SheetFacts& facts) {
  std::string html = head(print, typesetting, "") + "<body class=\"sheets\">\n";
  const std::string all = std::to_string(facts.pages);
  const auto chapters = print.has_cover ? chapters_of(print, facts) : std::vector<std::string>(facts.pages);
  for (std::size_t page = 1; page <= facts.pages; ++page) {
    const bool is_cover = page == 1 && print.has_cover;
    const std::string number = words.with("page_of", {{"page", std::to_string(page)}, {"pages", all}});
    html += "<div class=\"sheet\">" + (is_cover ? "&nbsp;" : sheet(print, chapters[page - 1], number)) + "</div>\n";
  }
  return html + "</body>\n</html>\n";
}

}  // namespace kanon
