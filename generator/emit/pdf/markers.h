#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

class QPDF;

namespace kanon {

/// Where something stands in a printed PDF.
struct PlaceOnPage {
  std::size_t page = 0;  ///< from 0
  double left = 0;       ///< points from the left edge
  double top = 0;        ///< points from the bottom edge
};

/// Places by the ids they have in the HTML.
using Places = std::map<std::string, PlaceOnPage, std::less<>>;

/// Invisible links that tell after printing where things stand: a link leaves no text, and its annotation gives page
/// and position. Searching for text instead is misled by hyphenation and repetition.
class Markers {
 public:
  /// `content` decides the address that the markers lead to, so that no link in the content can pass for one.
  explicit Markers(std::string_view content);

  /// A marker to put into an element that others are placed by (`position: relative`).
  std::string at(std::string_view place) const;
  /// The same at the element's right edge, or at its lower one.
  std::string at_end(std::string_view place) const;
  std::string at_foot(std::string_view place) const;
  /// The HTML with a marker in everything that has an id and can hold one.
  std::string put_into(std::string_view html) const;
  /// The id that a marker's address stands for; empty for any other address.
  std::string place_of(std::string_view uri) const;
  /// Reads the markers of a PDF. The first of a place counts.
  Places find(QPDF& pdf) const;

 private:
  std::string link(std::string_view place, std::string_view classes) const;

  std::string prefix_;
};

/// The places that an engine named by itself (ISO 32000-2, 12.3.2.4, names in the catalog's /Dests).
Places named_places(QPDF& pdf);

}  // namespace kanon
