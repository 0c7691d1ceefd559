#include "emit/hierarchy_drawing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/escape.h"
#include "base/text.h"

namespace kanon {
namespace {

// Sizes in px.
constexpr double box_width = 232;
constexpr double line_height = 18;
constexpr double padding = 8;
constexpr double margin = 4;
constexpr double between_columns = 56;
constexpr double between_rows = 12;
constexpr double between_roots = 36;
constexpr double corner = 6;

double height_of(const DrawnBox& box) {
  const std::size_t lines = box.lines.size() + (box.small_line.empty() ? 0 : 1);
  return 2 * padding + line_height * static_cast<double>(lines);
}

class HierarchySvg {
 public:
  explicit HierarchySvg(const std::vector<DrawnBox>& boxes)
      : boxes_(boxes), below_(boxes.size()), placed_(boxes.size()) {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      if (boxes[i].above) below_[*boxes[i].above].push_back(i);
    }
    place();
  }

  std::string write(const std::string& title, const std::string& text) const {
    std::string svg = fmt::format(
        "<svg class=\"hierarchy-drawing\" role=\"group\" aria-labelledby=\"_drawing-title _drawing-text\" "
        "viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" xmlns=\"http://www.w3.org/2000/svg\">\n",
        right_ + margin, bottom_ + margin);
    svg += "<title id=\"_drawing-title\">" + escape_html(title) + "</title>\n";
    svg += "<desc id=\"_drawing-text\">" + escape_html(text) + "</desc>\n";
    svg += "<g class=\"lines\" fill=\"none\" stroke=\"currentColor\">\n";
    for (const std::size_t box : order_) write_lines(svg, box);
    svg += "</g>\n";
    for (const std::size_t box : order_) write_box(svg, boxes_[box], placed_[box]);
    return svg + "</svg>\n";
  }

 private:
  struct Place {
    double left = 0;
    double top = 0;
  };

  /// Depth first, without recursion: a chain of boxes may be long.
  void place() {
    double top = margin;
    for (std::size_t root = 0; root < boxes_.size(); ++root) {
      if (boxes_[root].above) continue;
      if (root > 0 && !order_.empty()) top += between_roots - between_rows;
      std::vector<std::size_t> open{root};
      while (!open.empty()) {
        const std::size_t box = open.back();
        open.pop_back();
        order_.push_back(box);
        top = place_box(box, top);
        open.insert(open.end(), below_[box].rbegin(), below_[box].rend());
      }
      top = bottom_ + between_rows;
    }
  }

  /// Gives the top of what comes next: the same for what hangs under the box, which stands beside it.
  double place_box(std::size_t box, double top) {
    const auto& above = boxes_[box].above;
    const bool is_first = above && below_[*above].front() == box;
    if (!is_first && above) top = bottom_ + between_rows;
    const double left = above ? placed_[*above].left + box_width + between_columns : margin;
    placed_[box] = {left, top};
    right_ = std::max(right_, left + box_width);
    bottom_ = std::max(bottom_, top + height_of(boxes_[box]));
    return top;
  }

  /// From the box's right side to a line down beside its column, and from there to each box under it.
  void write_lines(std::string& svg, std::size_t box) const {
    if (below_[box].empty()) return;
    const double from_x = placed_[box].left + box_width;
    const double trunk = from_x + between_columns / 2;
    const double from_y = placed_[box].top + first_line;
    for (const std::size_t under : below_[box]) {
      const double to_y = placed_[under].top + first_line;
      const double to_x = placed_[under].left;
      if (to_y == from_y) {
        svg += fmt::format("<path d=\"M{:.1f},{:.1f} H{:.1f}\"/>\n", from_x, from_y, to_x);
      } else {
        // Only the last one draws the line down; the others branch off it.
        const bool is_last = under == below_[box].back();
        const double begin = is_last ? from_y : to_y - corner;
        svg += fmt::format("<path d=\"M{0:.1f},{1:.1f} V{2:.1f} Q{0:.1f},{3:.1f} {4:.1f},{3:.1f} H{5:.1f}\"/>\n", trunk,
                           begin, to_y - corner, to_y, trunk + corner, to_x);
      }
    }
  }

  static void write_box(std::string& svg, const DrawnBox& box, Place place) {
    const double centre = place.left + box_width / 2;
    if (!box.href.empty()) svg += "<a href=\"" + escape_html(box.href) + "\">\n";
    svg += fmt::format(
        "<rect class=\"box{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"4\" fill=\"none\" "
        "stroke=\"currentColor\"/>\n",
        box.above ? "" : " box-root", place.left, place.top, box_width, height_of(box));
    svg +=
        "<text class=\"box-text\" fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"14\" "
        "text-anchor=\"middle\">";
    double baseline = place.top + padding + line_height * 0.75;
    const auto write_line = [&](const std::string& line, const char* attributes) {
      svg += fmt::format("<tspan{} x=\"{:.1f}\" y=\"{:.1f}\">", attributes, centre, baseline) + escape_html(line) +
             " </tspan>";
      baseline += line_height;
    };
    for (const std::string& line : box.lines) write_line(line, "");
    if (!box.small_line.empty()) write_line(box.small_line, " class=\"box-type\" font-size=\"12\"");
    svg += box.href.empty() ? "</text>\n" : "</text>\n</a>\n";
  }

  /// Lines meet boxes here: where every box has its first line, so that neighbours of different heights line up.
  static constexpr double first_line = padding + line_height * 0.75;

  const std::vector<DrawnBox>& boxes_;
  std::vector<std::vector<std::size_t>> below_;
  std::vector<Place> placed_;
  std::vector<std::size_t> order_;  ///< as the drawing is read
  double right_ = 0;
  double bottom_ = 0;
};

/// The beginning of a text, by characters.
std::string_view beginning(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool starts_character = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (starts_character && characters-- == 0) break;
  }
  return text.substr(0, at);
}

}  // namespace

std::vector<std::string> broken_text(std::string_view text, std::size_t width, std::size_t most) {
  std::vector<std::string> lines;
  std::string_view rest = trim(text);
  while (!rest.empty() && lines.size() < most) {
    const bool last = lines.size() + 1 == most;
    std::string_view line = beginning(rest, width);
    std::string ending;
    if (line.size() < rest.size()) {
      if (last) line = beginning(rest, width - 2);
      const std::size_t space = rest[line.size()] == ' ' ? line.size() : line.rfind(' ');
      if (space != std::string_view::npos && space > 0) {
        line = line.substr(0, space);
      } else if (!last) {
        line = beginning(rest, width - 1);
        ending = "-";
      }
      if (last) ending = " …";
    }
    lines.push_back(std::string(line) + ending);
    rest = trim(rest.substr(line.size()));
  }
  return lines;
}

std::string hierarchy_svg(const std::vector<DrawnBox>& boxes, const std::string& title, const std::string& text) {
  return HierarchySvg(boxes).write(title, text);
}

}  // namespace kanon
