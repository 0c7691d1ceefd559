#include "emit/admission_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/escape.h"
#include "emit/hierarchy_drawing.h"

namespace kanon {
namespace {

/// The steps in the order that they are told in: those of the way itself have numbers, those aside have none.
enum Step : std::size_t { contact, declaration, circulation, objection, meeting, refusal, approval, admission, review };
struct StepForm {
  const char* title;  ///< keys of words
  const char* text;
  int number;
};
constexpr std::array<StepForm, 9> steps{{{"step_contact", "step_contact_text", 1},
                                         {"step_declaration", "step_declaration_text", 2},
                                         {"step_circulation", "step_circulation_text", 3},
                                         {"step_objection", "step_objection_text", 0},
                                         {"step_meeting", "step_meeting_text", 0},
                                         {"step_refusal", "step_refusal_text", 0},
                                         {"step_approval", "step_approval_text", 4},
                                         {"step_admission", "step_admission_text", 5},
                                         {"step_evaluation", "step_evaluation_text", 6}}};

bool is_aside(std::size_t step) { return steps[step].number == 0; }
const std::string& title_of(const Words& words, std::size_t step) { return words[steps[step].title]; }
const std::string& text_of(const Words& words, std::size_t step) { return words[steps[step].text]; }

// Sizes in px. Text is broken by characters, as its real width depends on the reader's fonts: lines are kept so short
// that a wide font fits too.
constexpr double padding = 13;
constexpr double title_height = 21;
constexpr double line_height = 18;
constexpr double badge = 24;
constexpr double arrow = 6;
constexpr double loop = 20;
constexpr std::size_t most_lines = 8;

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
  std::vector<std::string> title{}, text{};

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  double middle() const { return x + width / 2; }
  double centre() const { return y + height / 2; }
};

Box box_of(const Words& words, std::size_t step, double width, std::size_t characters) {
  Box box{.width = width};
  box.title = broken_text(title_of(words, step), characters - 3, 2);
  box.text = broken_text(text_of(words, step), characters, most_lines);
  const double title = std::max(badge, title_height * static_cast<double>(box.title.size()));
  box.height = 2 * padding + title + 4 + line_height * static_cast<double>(box.text.size());
  return box;
}

class FlowWriter {
 public:
  void box(std::size_t step, const Box& box) {
    const char* kind = is_aside(step) ? "step aside" : "step";
    out_ += fmt::format(
        "<g class=\"{}\"><rect class=\"step-box\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" "
        "rx=\"4\" fill=\"none\" stroke=\"currentColor\"/>\n",
        kind, box.x, box.y, box.width, box.height);
    double indent = padding;
    if (!is_aside(step)) {
      write_number(steps[step].number, box);
      indent += badge + 8;
    }
    double baseline = box.y + padding + 17;
    write_lines(box.title, "step-title", 16, box.x + indent, baseline, title_height);
    const double below = std::max(badge, title_height * static_cast<double>(box.title.size()));
    baseline = box.y + padding + below + 4 + 14;
    write_lines(box.text, "step-text", 14, box.x + padding, baseline, line_height);
    out_ += "</g>\n";
  }

  /// A line from point to point, the last of which it points at.
  struct Point {
    double x = 0, y = 0;
  };
  enum class Course { ahead, aside };
  void line(Course course, const std::vector<Point>& points) {
    std::string path;
    for (const Point& point : points)
      path += fmt::format("{}{:.1f},{:.1f}", path.empty() ? "M" : " L", point.x, point.y);
    const Point end = points.back();
    const Point before = points[points.size() - 2];
    const double dx = end.x > before.x ? 1 : end.x < before.x ? -1 : 0;
    const double dy = end.y > before.y ? 1 : end.y < before.y ? -1 : 0;
    const Point tail{end.x - dx * arrow * 1.5, end.y - dy * arrow * 1.5};
    out_ += fmt::format("<g class=\"course{}\"><path d=\"{}\" fill=\"none\" stroke=\"currentColor\"/>",
                        course == Course::aside ? " aside" : "", path);
    out_ += fmt::format(
        "<path class=\"course-end\" d=\"M{:.1f},{:.1f} L{:.1f},{:.1f} L{:.1f},{:.1f} Z\" "
        "fill=\"currentColor\"/></g>\n",
        end.x, end.y, tail.x - dy * arrow, tail.y + dx * arrow, tail.x + dy * arrow, tail.y - dx * arrow);
  }

  /// From a box back to itself: what happens again and again.
  void again(const Box& box) {
    const double from = box.right() - 56;
    const double to = box.x + 56;
    line(Course::ahead,
         {{from, box.bottom()}, {from, box.bottom() + loop}, {to, box.bottom() + loop}, {to, box.bottom()}});
  }

  std::string svg(const Words& words, const std::string& name, double width, double height) const {
    std::string svg = fmt::format(
        "<svg class=\"admission-drawing {0}\" role=\"img\" aria-labelledby=\"_{0}-title\" "
        "aria-describedby=\"_{0}-text\" "
        "viewBox=\"0 0 {1:.0f} {2:.0f}\" width=\"{1:.0f}\" height=\"{2:.0f}\" xmlns=\"http://www.w3.org/2000/svg\">\n",
        name, width, height);
    svg += "<title id=\"_" + name + "-title\">" + escape_html(words["process_picture"]) + "</title>\n";
    svg += "<desc id=\"_" + name + "-text\">" + escape_html(words["process_picture_text"]) + "</desc>\n";
    return svg + out_ + "</svg>\n";
  }

 private:
  void write_number(int number, const Box& box) {
    const double radius = badge / 2;
    const double y = box.y + padding + radius - 1;
    out_ += fmt::format(
        "<circle class=\"step-badge\" cx=\"{0:.1f}\" cy=\"{1:.1f}\" r=\"{2:.1f}\" fill=\"none\" "
        "stroke=\"currentColor\"/><text class=\"step-number\" fill=\"currentColor\" font-family=\"sans-serif\" "
        "font-size=\"14\" text-anchor=\"middle\" x=\"{0:.1f}\" y=\"{3:.1f}\">{4}</text>\n",
        box.x + padding + radius, y, radius, y + 5, number);
  }

  void write_lines(const std::vector<std::string>& lines, const char* kind, int size, double x, double baseline,
                   double height) {
    out_ += fmt::format("<text class=\"{}\" fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"{}\">", kind,
                        size);
    for (const std::string& line : lines) {
      out_ += fmt::format("<tspan x=\"{:.1f}\" y=\"{:.1f}\">", x, baseline) + escape_html(line) + " </tspan>";
      baseline += height;
    }
    out_ += "</text>\n";
  }

  std::string out_;
};

using Boxes = std::array<Box, steps.size()>;
using Course = FlowWriter::Course;

double tallest(const Boxes& boxes, const std::vector<std::size_t>& row) {
  double height = 0;
  for (const std::size_t step : row) height = std::max(height, boxes[step].height);
  return height;
}

/// Two rows: the way itself, and below it what an objection leads to.
std::string across(const Words& words) {
  constexpr double width = 174, gap = 30, row_gap = 44, margin = 2;
  const std::vector<std::size_t> way{contact, declaration, circulation, approval, admission, review};
  const std::vector<std::size_t> other_way{objection, meeting, refusal};
  Boxes boxes;
  for (std::size_t step = 0; step < boxes.size(); ++step) boxes[step] = box_of(words, step, width, 20);
  const double upper = tallest(boxes, way);
  const double lower = tallest(boxes, other_way);
  const auto place = [&](const std::vector<std::size_t>& row, std::size_t column, double y, double height) {
    for (const std::size_t step : row) {
      boxes[step].x = margin + static_cast<double>(column++) * (width + gap);
      boxes[step].y = y;
      boxes[step].height = height;
    }
  };
  place(way, 0, margin, upper);
  place(other_way, 2, margin + upper + row_gap, lower);

  FlowWriter out;
  const auto beside = [&](Course course, std::size_t from, std::size_t to) {
    out.line(course, {{boxes[from].right(), boxes[from].centre()}, {boxes[to].x, boxes[to].centre()}});
  };
  for (std::size_t i = 1; i < way.size(); ++i) beside(Course::ahead, way[i - 1], way[i]);
  const Box& sent = boxes[circulation];
  const Box& met = boxes[meeting];
  out.line(Course::aside, {{sent.middle(), sent.bottom()}, {sent.middle(), boxes[objection].y}});
  beside(Course::aside, objection, meeting);
  beside(Course::aside, meeting, refusal);
  out.line(Course::aside, {{met.middle(), met.y}, {met.middle(), boxes[approval].bottom()}});
  out.again(boxes[review]);
  for (std::size_t step = 0; step < boxes.size(); ++step) out.box(step, boxes[step]);
  return out.svg(words, "across", boxes[review].right() + margin, met.bottom() + margin);
}

/// One column: what an objection leads to stands beside the line that passes it by.
std::string down(const Words& words) {
  constexpr double width = 340, gap = 26, indent = 44, rail = 20, margin = 2;
  Boxes boxes;
  double y = margin;
  for (std::size_t step = 0; step < boxes.size(); ++step) {
    const double left = is_aside(step) ? indent : 0;
    boxes[step] = box_of(words, step, width - left, is_aside(step) ? 36 : 42);
    boxes[step].x = margin + left;
    boxes[step].y = y;
    y += boxes[step].height + gap;
  }
  const double passing = margin + rail;
  FlowWriter out;
  const auto below = [&](Course course, std::size_t from, std::size_t to) {
    const double x = boxes[to].x + (is_aside(to) ? 40 : rail);
    out.line(course, {{x, boxes[from].bottom()}, {x, boxes[to].y}});
  };
  below(Course::ahead, contact, declaration);
  below(Course::ahead, declaration, circulation);
  out.line(Course::ahead, {{passing, boxes[circulation].bottom()}, {passing, boxes[approval].y}});
  below(Course::aside, circulation, objection);
  below(Course::aside, objection, meeting);
  below(Course::aside, meeting, refusal);
  out.line(Course::aside, {{boxes[meeting].x, boxes[meeting].centre()}, {passing, boxes[meeting].centre()}});
  below(Course::ahead, approval, admission);
  below(Course::ahead, admission, review);
  out.again(boxes[review]);
  for (std::size_t step = 0; step < boxes.size(); ++step) out.box(step, boxes[step]);
  return out.svg(words, "down", width + 2 * margin, boxes[review].bottom() + loop + margin + 1);
}

std::string list_item(const Words& words, std::size_t step) {
  return "<li><strong>" + escape_html(title_of(words, step)) + "</strong>: " + escape_html(text_of(words, step));
}

}  // namespace

std::string admission_drawing(const Words& words, DrawnFlow flow) {
  return flow == DrawnFlow::across ? across(words) : down(words);
}

std::string admission_steps(const Words& words) {
  std::string list = "<ol>\n";
  for (std::size_t step = 0; step < steps.size(); ++step) {
    const bool next_is_aside = step + 1 < steps.size() && is_aside(step + 1);
    list += list_item(words, step);
    // What is aside is a list within the item before it.
    if (next_is_aside && !is_aside(step)) {
      list += "\n<ul>\n";
      continue;
    }
    list += "</li>\n";
    if (is_aside(step) && !next_is_aside) list += "</ul>\n</li>\n";
  }
  return list + "</ol>\n";
}

std::string admission_figure(const Words& words) {
  return "<section class=\"admission-process\" aria-labelledby=\"_process\">\n<h2 id=\"_process\">" +
         escape_html(words["how_to_join"]) + "</h2>\n" + admission_drawing(words, DrawnFlow::across) +
         admission_drawing(words, DrawnFlow::down) + "<details>\n<summary>" + escape_html(words["process_as_list"]) +
         "</summary>\n" + admission_steps(words) + "</details>\n</section>\n";
}

}  // namespace kanon
