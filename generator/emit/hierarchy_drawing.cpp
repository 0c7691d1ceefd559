#include "emit/hierarchy_drawing.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "base/escape.h"
#include "base/text.h"

namespace kanon {
namespace {

// Sizes in px; a point of Graphviz is one.
constexpr double points_an_inch = 72;
constexpr double box_width = 232;
constexpr double line_height = 18;
constexpr double padding = 8;
constexpr double margin = 4;

double height_of(const DrawnBox& box) {
  const std::size_t lines = box.lines.size() + (box.small_line.empty() ? 0 : 1);
  return 2 * padding + line_height * static_cast<double>(lines);
}

/// Reads the fields of a line of Graphviz' plain format, separated by spaces.
class PlainLine {
 public:
  explicit PlainLine(std::string_view line) : rest_(line) {}

  std::string_view word() {
    rest_ = trim(rest_);
    const std::string_view word = rest_.substr(0, rest_.find(' '));
    rest_.remove_prefix(word.size());
    return word;
  }

  template <class T>
  std::optional<T> number() {
    return number_in<T>(word());
  }

  /// `n12`: the number of a box.
  std::optional<std::size_t> box() {
    const std::string_view name = word();
    return name.starts_with('n') ? number_in<std::size_t>(name.substr(1)) : std::nullopt;
  }

 private:
  template <class T>
  static std::optional<T> number_in(std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
  }

  std::string_view rest_;
};

struct Point {
  double x = 0;
  double y = 0;
};

class SvgWriter {
 public:
  explicit SvgWriter(const Drawing& drawing) : drawing_(drawing), placed_(drawing.boxes.size()) {}

  /// False where a line is not what Graphviz' documentation promises.
  bool read(std::string_view plain) {
    for (const std::string_view line : split(plain, '\n')) {
      PlainLine fields(line);
      const std::string_view kind = fields.word();
      const bool good = kind == "graph"  ? read_size(fields)
                        : kind == "node" ? read_box(fields)
                        : kind == "edge" ? read_curve(fields)
                                         : kind == "stop" || kind.empty();
      if (!good) return false;
    }
    for (const auto& place : placed_) {
      if (!place) return false;
    }
    return width_ > 0 && height_ > 0;
  }

  std::string write(const std::string& title, const std::string& text) const {
    std::string svg = fmt::format(
        "<svg class=\"hierarchy-drawing\" role=\"group\" aria-labelledby=\"_drawing-title _drawing-text\" "
        "viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" xmlns=\"http://www.w3.org/2000/svg\">\n",
        std::ceil(width_ + 2 * margin), std::ceil(height_ + 2 * margin));
    svg += "<title id=\"_drawing-title\">" + escape_html(title) + "</title>\n";
    svg += "<desc id=\"_drawing-text\">" + escape_html(text) + "</desc>\n";
    svg += "<g class=\"lines\" fill=\"none\" stroke=\"currentColor\">\n" + curves_ + "</g>\n";
    for (std::size_t i = 0; i < drawing_.boxes.size(); ++i) write_box(svg, drawing_.boxes[i], *placed_[i]);
    return svg + "</svg>\n";
  }

 private:
  bool read_size(PlainLine& fields) {
    const auto scale = fields.number<double>();
    const auto width = fields.number<double>();
    const auto height = fields.number<double>();
    if (!scale || !width || !height || !std::isfinite(*width) || !std::isfinite(*height)) return false;
    width_ = *width * points_an_inch;
    height_ = *height * points_an_inch;
    return true;
  }

  // Graphviz counts upward from the lower left corner, SVG downward from the upper left one.
  std::optional<Point> read_point(PlainLine& fields) const {
    const auto x = fields.number<double>();
    const auto y = fields.number<double>();
    if (!x || !y || !std::isfinite(*x) || !std::isfinite(*y)) return std::nullopt;
    return Point{*x * points_an_inch + margin, height_ - *y * points_an_inch + margin};
  }

  bool read_box(PlainLine& fields) {
    const auto box = fields.box();
    const auto centre = read_point(fields);
    if (!box || *box >= placed_.size() || !centre) return false;
    placed_[*box] = centre;
    return true;
  }

  bool read_curve(PlainLine& fields) {
    const auto from = fields.box();
    const auto to = fields.box();
    const auto points = fields.number<std::size_t>();
    if (!from || !to || !points || *points < 4 || *points % 3 != 1 || *points > 1000) return false;
    std::string path;
    for (std::size_t i = 0; i < *points; ++i) {
      const auto point = read_point(fields);
      if (!point) return false;
      path += i == 0 ? "M" : i == 1 ? " C" : " ";
      path += fmt::format("{:.1f},{:.1f}", point->x, point->y);
    }
    curves_ += "<path d=\"" + path + "\"/>\n";
    return true;
  }

  static void write_box(std::string& svg, const DrawnBox& box, Point centre) {
    const double height = height_of(box);
    const double top = centre.y - height / 2;
    if (!box.href.empty()) svg += "<a href=\"" + escape_html(box.href) + "\">\n";
    svg += fmt::format(
        "<rect class=\"box\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" rx=\"4\" fill=\"none\" "
        "stroke=\"currentColor\"/>\n",
        centre.x - box_width / 2, top, box_width, height);
    svg +=
        "<text class=\"box-text\" fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"14\" "
        "text-anchor=\"middle\">";
    double baseline = top + padding + line_height * 0.75;
    const auto write_line = [&](const std::string& line, const char* attributes) {
      svg += fmt::format("<tspan{} x=\"{:.1f}\" y=\"{:.1f}\">", attributes, centre.x, baseline) + escape_html(line) +
             " </tspan>";
      baseline += line_height;
    };
    for (const std::string& line : box.lines) write_line(line, "");
    if (!box.small_line.empty()) write_line(box.small_line, " class=\"box-type\" font-size=\"12\"");
    svg += box.href.empty() ? "</text>\n" : "</text>\n</a>\n";
  }

  const Drawing& drawing_;
  std::vector<std::optional<Point>> placed_;
  std::string curves_;
  double width_ = 0;
  double height_ = 0;
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

std::string dot_source(const Drawing& drawing) {
  std::string source =
      "digraph {\nrankdir=LR; splines=ortho; ordering=out; nodesep=0.14; ranksep=0.9;\nnode [shape=box, "
      "fixedsize=true, "
      "label=\"\"];\n";
  for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
    source += fmt::format("n{} [width={:.4f}, height={:.4f}];\n", i, box_width / points_an_inch,
                          height_of(drawing.boxes[i]) / points_an_inch);
  }
  for (const auto& [from, to] : drawing.lines) source += fmt::format("n{} -> n{} [arrowhead=none];\n", from, to);
  return source + "}\n";
}

std::optional<std::string> svg_of(const Drawing& drawing, std::string_view plain, const std::string& title,
                                  const std::string& text) {
  SvgWriter writer(drawing);
  if (!writer.read(plain)) return std::nullopt;
  return writer.write(title, text);
}

}  // namespace kanon
