#include "emit/html/layout_steps.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/escape.h"

namespace kanon {
namespace {

const Data* along(const Data& from, const std::vector<std::string>& path) {
  const Data* found = &from;
  for (const std::string& part : path) {
    found = found->get(part);
    if (found == nullptr) return nullptr;
  }
  return found;
}

bool is_nothing(const Data* data) { return data == nullptr || data->is_false() || data->is_empty_list(); }

/// One filling of a layout.
class Filling {
 public:
  Filling(const std::vector<LayoutSteps::Step>& steps, const std::vector<LayoutTag>& tags, const Data& page,
          const Data& site)
      : steps_(steps), tags_(tags), around_{&site, &page} {}

  LayoutSteps::Filled run() {
    go(0, steps_.size());
    end_line({});
    return std::move(filled_);
  }

 private:
  /// Sections nest as deep as a layout's author wrote them.
  void go(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; at = steps_[at].next) {
      const LayoutSteps::Step& step = steps_[at];
      switch (step.kind) {
        case LayoutSteps::Kind::text:
          filled_.text += step.text;
          break;
        case LayoutSteps::Kind::line_end:
          end_line(step.text);
          break;
        case LayoutSteps::Kind::value:
          if (const Data* data = find(step.tag); data != nullptr && data->is_string()) {
            append_escaped_html(filled_.text, data->string_value());
          }
          break;
        case LayoutSteps::Kind::raw_value:
          if (const Data* data = find(step.tag); data != nullptr && data->is_string()) {
            filled_.text += data->string_value();
          }
          break;
        case LayoutSteps::Kind::section:
          show(find(step.tag), at);
          break;
        case LayoutSteps::Kind::inverted:
          if (const Data* data = find(step.tag); is_nothing(data)) show_within(data, at);
          break;
      }
    }
  }

  void show(const Data* data, std::size_t section) {
    if (is_nothing(data)) return;
    if (!data->is_list()) return show_within(data, section);
    for (const Data& item : data->list_value()) show_within(&item, section);
  }

  void show_within(const Data* data, std::size_t section) {
    has_section_ = true;
    if (data != nullptr) around_.push_back(data);
    go(section + 1, steps_[section].next);
    if (data != nullptr) around_.pop_back();
    has_section_ = true;
  }

  void end_line(std::string_view line_end) {
    std::string& text = filled_.text;
    if (has_section_ && text.find_first_not_of(" \t", line_) == std::string::npos) {
      text.resize(line_);
    } else {
      text += line_end;
    }
    line_ = text.size();
    has_section_ = false;
  }

  const Data* find(std::size_t number) {
    const LayoutTag& tag = tags_[number];
    if (tag.path.empty()) return around_.back();
    for (auto item = around_.rbegin(); item != around_.rend(); ++item) {
      if (const Data* found = along(**item, tag.path)) return found;
    }
    if (filled_.unknown == nullptr) filled_.unknown = &tag;
    return nullptr;
  }

  const std::vector<LayoutSteps::Step>& steps_;
  const std::vector<LayoutTag>& tags_;
  std::vector<const Data*> around_;
  LayoutSteps::Filled filled_;
  std::size_t line_ = 0;      ///< where the line at hand begins
  bool has_section_ = false;  ///< whether a section was shown on it
};

}  // namespace

// A numbered layout has no other tags than {{1}}, {{{1}}}, {{&1}}, {{#1}}, {{^1}}, {{/1}} and {{!}}, and all are
// closed.
LayoutSteps::LayoutSteps(NumberedLayout layout) : layout_(std::move(layout)) {
  std::string_view rest = layout_.text;
  for (std::size_t begin = rest.find("{{"); begin != std::string_view::npos; begin = rest.find("{{")) {
    add_text(rest.substr(0, begin));
    rest.remove_prefix(begin);
    std::string_view ending = rest.starts_with("{{{") ? "}}}" : "}}";
    std::size_t end = rest.find(ending);
    if (end == std::string_view::npos) {  // a brace that happens to stand before a tag
      add_text(rest.substr(0, 1));
      rest.remove_prefix(1);
      ending = "}}";
      end = rest.find(ending);
    }
    add_tag(rest.substr(2, end - 2));
    rest.remove_prefix(end + ending.size());
  }
  add_text(rest);
}

void LayoutSteps::add_text(std::string_view text) {
  const auto add = [&](Kind kind, std::size_t size) {
    if (size > 0) steps_.push_back({kind, text.substr(0, size), 0, steps_.size() + 1});
    text.remove_prefix(size);
  };
  while (!text.empty()) {
    add(Kind::text, std::min(text.find_first_of("\r\n"), text.size()));
    add(Kind::line_end, text.starts_with("\r\n") ? 2 : std::min<std::size_t>(text.size(), 1));
  }
}

void LayoutSteps::add_tag(std::string_view content) {
  const char mark = content.front();
  if (mark == '!') return;
  if (mark == '/') {
    steps_[open_.back()].next = steps_.size();
    open_.pop_back();
    return;
  }
  const bool is_marked = mark < '0' || mark > '9';
  std::size_t tag = 0;
  std::from_chars(content.data() + (is_marked ? 1 : 0), content.data() + content.size(), tag);
  const Kind kind = mark == '#'   ? Kind::section
                    : mark == '^' ? Kind::inverted
                    : is_marked   ? Kind::raw_value
                                  : Kind::value;
  if (mark == '#' || mark == '^') open_.push_back(steps_.size());
  steps_.push_back({kind, {}, tag, steps_.size() + 1});
}

LayoutSteps::Filled LayoutSteps::fill(const Data& page, const Data& site) const {
  return Filling(steps_, layout_.tags, page, site).run();
}

}  // namespace kanon
