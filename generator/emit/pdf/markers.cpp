#include "emit/pdf/markers.h"

#include <algorithm>
#include <array>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "base/escape.h"
#include "base/path.h"
#include "base/sha256.h"
#include "emit/pdf/annotations.h"
#include "emit/pdf/tags.h"

namespace kanon {
namespace {

bool can_hold_marker(std::string_view name) {
  constexpr std::array names = {"h1", "h2", "h3",   "h4",  "h5", "h6", "p",       "div",
                                "li", "dt", "span", "sup", "td", "th", "section", "dd"};
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

Markers::Markers(std::string_view content)
    : prefix_("https://marker.invalid/" + sha256_hex(content).substr(0, 16) + "/") {}

std::string Markers::link(std::string_view place, std::string_view classes) const {
  return "<a class=\"" + std::string(classes) + "\" href=\"" + escape_href(prefix_ + std::string(place)) + "\"></a>";
}

std::string Markers::at(std::string_view place) const { return link(place, "marker"); }
std::string Markers::at_end(std::string_view place) const { return link(place, "marker end"); }
std::string Markers::at_foot(std::string_view place) const { return link(place, "marker foot"); }

std::string Markers::put_into(std::string_view html) const {
  std::string marked;
  std::size_t copied = 0;
  for (auto tag = next_tag(html, 0); tag; tag = next_tag(html, tag->end)) {
    const std::string_view id = tag->closing ? std::string_view() : attribute(*tag, "id");
    if (id.empty()) continue;
    // A link can't hold another: its marker stands before it.
    const std::size_t at = tag->name == "a" ? tag->begin : tag->end;
    if (tag->name != "a" && !can_hold_marker(tag->name)) continue;
    marked.append(html.substr(copied, at - copied));
    marked += this->at(id);
    copied = at;
  }
  marked.append(html.substr(copied));
  return marked;
}

std::string Markers::place_of(std::string_view uri) const {
  if (!uri.starts_with(prefix_)) return {};
  return percent_decoded(uri.substr(prefix_.size()));
}

Places Markers::find(QPDF& pdf) const {
  Places places;
  const auto& pages = pdf.getAllPages();
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (QPDFObjectHandle annotation : annotations_of(pages[page])) {
      const std::string place = place_of(uri_of(annotation));
      if (place.empty()) continue;
      const auto rectangle = annotation.getKey("/Rect").getArrayAsRectangle();
      places.try_emplace(place, PlaceOnPage{page, rectangle.llx, rectangle.ury});
    }
  }
  return places;
}

Places named_places(QPDF& pdf) {
  std::map<QPDFObjGen, std::size_t> numbers;
  const auto& pages = pdf.getAllPages();
  for (std::size_t page = 0; page < pages.size(); ++page) numbers[pages[page].getObjGen()] = page;
  Places places;
  QPDFObjectHandle names = pdf.getRoot().getKey("/Dests");
  if (!names.isDictionary()) return places;
  for (const auto& [name, found] : names.getDictAsMap()) {
    QPDFObjectHandle destination = found;  // [page /XYZ left top zoom]
    if (!destination.isArray() || destination.getArrayNItems() < 4) continue;
    const auto page = numbers.find(destination.getArrayItem(0).getObjGen());
    if (page == numbers.end()) continue;
    places[name.substr(1)] = {page->second, destination.getArrayItem(2).getNumericValue(),
                              destination.getArrayItem(3).getNumericValue()};
  }
  return places;
}

}  // namespace kanon
