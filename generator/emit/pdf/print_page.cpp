#include <fmt/format.h>

#include <algorithm>

#include "base/escape.h"
#include "emit/pdf/print.h"

namespace kanon {
namespace {

/// What printing itself rests on, whatever a theme looks like. Debian's wkhtmltopdf shrinks everything to 0.768; the
/// zoom undoes it. The space below a heading that its own box reaches over keeps it with what follows:
/// `page-break-after: avoid` isn't understood.
constexpr const char* structure = R"(
html { zoom: 1.3020833 }
body { margin: 0; word-wrap: break-word }
.front, .text { overflow: hidden }
[id], th, td { position: relative }
.marker { position: absolute; top: 0; left: 0; width: 1px; height: 1px }
.marker.end { left: auto; right: 0 }
h1, h2, h3, h4, h5, h6 { page-break-inside: avoid }
h1::after, h2::after, h3::after, h4::after, h5::after, h6::after { content: ""; display: block; height: 24mm; margin-bottom: -24mm }
.cover { page-break-after: always; position: relative; height: 240mm; overflow: hidden }
.contents.own-page { page-break-after: always }
.chapter { page-break-before: always }
.chapter:first-child { page-break-before: auto }
.contents .entry { display: -webkit-flex; display: flex }
.contents .leader { -webkit-flex: 1; flex: 1 }
.contents .page { width: 9mm; text-align: right }
table.blocks, table.blocks > tbody { display: block }
table.blocks > tbody { page-break-inside: avoid }
table.blocks > tbody > tr { display: table; table-layout: fixed; width: 100% }
.sheet { position: relative; height: 290mm; page-break-after: always; overflow: hidden }
.sheet:last-child { page-break-after: auto }
)";

/// From so many entries on, contents leave out the headings inside documents.
constexpr std::size_t most_entries = 150;

std::string head(const Print& print, const std::string& styles) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n"
      "<style>{}{}</style>\n<link rel=\"stylesheet\" href=\"handbook.css\">\n</head>\n",
      print.facts.language, escape_html(print.facts.title), structure, styles);
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

}  // namespace

std::string print_html(const Print& print, const Words& words, const std::string& styles, const Markers& markers,
                       const std::string& text, const PageNumbers& numbers) {
  return head(print, styles) + "<body class=\"" + (print.has_cover ? "handbook" : "document") + "\">\n" +
         "<div class=\"front\">" + markers.put_into(print.front + contents(print, words, numbers)) +
         "</div>\n<div class=\"text\">\n" + text + "</div>\n</body>\n</html>\n";
}

std::string sheets_html(const Print& print, const Words& words, std::size_t pages) {
  std::string html = head(print, "") + "<body class=\"sheets\">\n";
  const std::string all = std::to_string(pages);
  for (std::size_t page = 1; page <= pages; ++page) {
    html += "<div class=\"sheet\">";
    if (page > 1 || !print.has_cover) {
      const std::string number = words.with("page_of", {{"page", std::to_string(page)}, {"pages", all}});
      html += fmt::format(
          "<div class=\"sheet-head\"><span class=\"left\">{}</span><span class=\"right\">{}</span></div>"
          "<div class=\"sheet-foot\"><span class=\"left\">{}</span><span class=\"right\">{}</span></div>",
          escape_html(print.running_title), escape_html(print.classification), escape_html(print.version_line),
          escape_html(number));
    } else {
      html += "&nbsp;";
    }
    html += "</div>\n";
  }
  return html + "</body>\n</html>\n";
}

}  // namespace kanon
