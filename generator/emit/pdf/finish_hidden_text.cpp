#include <algorithm>
#include <charconv>
#include <limits>
#include <memory>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "emit/pdf/content_filter.h"
#include "emit/pdf/finish_steps.h"

namespace kanon {
namespace {

struct Point {
  double x = 0;
  double y = 0;
};

/// A coordinate system (ISO 32000-2, 8.3.3): a b c d e f.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Point apply(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  /// First this, then `outer`.
  Matrix then(const Matrix& outer) const {
    return {a * outer.a + b * outer.c, a * outer.b + b * outer.d,           c * outer.a + d * outer.c,
            c * outer.b + d * outer.d, e * outer.a + f * outer.c + outer.e, e * outer.b + f * outer.d + outer.f};
  }
};

struct Box {
  Point low{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  Point high{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

  static Box everything() {
    Box box;
    std::swap(box.low, box.high);
    return box;
  }
  void hold(Point p) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  Box within(const Box& other) const {
    return {{std::max(low.x, other.low.x), std::max(low.y, other.low.y)},
            {std::min(high.x, other.high.x), std::min(high.y, other.high.y)}};
  }
};

/// Copies a page's content but for text objects (BT … ET) whose every baseline lies above or below the clipping box.
/// Only what decides that is followed: coordinates, the bounding boxes of clipping paths, text positions.
class VisibleText final : public ContentFilter {
  struct State {
    Matrix matrix;
    Box clip = Box::everything();
  };

  void take(const Instruction& instruction) override;
  void end() override { write(std::exchange(held_, {})); }
  void operate(std::string_view name);
  void follow_path(std::string_view name);
  void follow_text(std::string_view name);
  double operand(std::size_t from_last) const {
    return from_last < operands_.size() ? operands_[operands_.size() - 1 - from_last] : 0;
  }
  Matrix matrix_operand() const { return {operand(5), operand(4), operand(3), operand(2), operand(1), operand(0)}; }

  State state_;
  std::vector<State> saved_;
  Box path_;
  bool clip_next_ = false;
  bool in_text_ = false;
  bool seen_ = false;
  Matrix text_line_;
  std::vector<double> operands_;
  std::string held_;
};

void VisibleText::take(const Instruction& instruction) {
  operands_.clear();
  for (const Operand& operand : instruction.operands) {
    const std::string_view digits = operand.raw;
    double number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec == std::errc()) operands_.push_back(number);
  }
  constexpr std::string_view begin = "BT";
  if (instruction.name == begin) {
    write(instruction.bytes.substr(0, instruction.bytes.size() - begin.size()));
    held_ = begin;
    in_text_ = true;
    seen_ = false;
    text_line_ = {};
    return;
  }
  if (in_text_) {
    held_ += instruction.bytes;
  } else {
    write(instruction.bytes);
  }
  operate(instruction.name);
}

void VisibleText::operate(std::string_view name) {
  if (name == "q") saved_.push_back(state_);
  if (name == "Q" && !saved_.empty()) {
    state_ = saved_.back();
    saved_.pop_back();
  }
  if (name == "cm") state_.matrix = matrix_operand().then(state_.matrix);
  if (in_text_) {
    follow_text(name);
  } else {
    follow_path(name);
  }
}

void VisibleText::follow_path(std::string_view name) {
  const auto hold = [&](double x, double y) { path_.hold(state_.matrix.apply({x, y})); };
  if (name == "m" || name == "l") hold(operand(1), operand(0));
  if (name == "re") {
    hold(operand(3), operand(2));
    hold(operand(3) + operand(1), operand(2) + operand(0));
  }
  if (name == "c") {
    for (const std::size_t i : {4U, 2U, 0U}) hold(operand(i + 1), operand(i));
  }
  if (name == "W" || name == "W*") clip_next_ = true;
  const bool ends = name == "n" || name == "f" || name == "f*" || name == "S" || name == "s" || name == "B" ||
                    name == "B*" || name == "b" || name == "b*" || name == "F";
  if (!ends) return;
  if (clip_next_) state_.clip = state_.clip.within(path_);
  clip_next_ = false;
  path_ = {};
}

void VisibleText::follow_text(std::string_view name) {
  if (name == "Tm") text_line_ = matrix_operand();
  if (name == "Td" || name == "TD") text_line_ = Matrix{1, 0, 0, 1, operand(1), operand(0)}.then(text_line_);
  if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
    const double baseline = text_line_.then(state_.matrix).f;
    seen_ = seen_ || (baseline >= state_.clip.low.y && baseline <= state_.clip.high.y);
  }
  if (name != "ET") return;
  in_text_ = false;
  if (seen_) write(held_);
  held_.clear();
}

}  // namespace

void drop_hidden_text(QPDF& pdf) {
  std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
  for (QPDFPageObjectHelper& page : pages) {
    VisibleText filter;
    filter_content(pdf, page, filter);
  }
}

}  // namespace kanon
