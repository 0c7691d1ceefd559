#include <algorithm>

#include "base/text.h"
#include "read/markdown_tree.h"

namespace kanon {
namespace {

/// How far up an end tag looks for its element: deeper than any author nests, and no more work than that for each tag.
constexpr std::size_t kFarthest = 512;

}  // namespace

void MarkdownTree::pop_to(std::size_t frame, std::uint32_t end) {
  while (frames_.size() > frame) pop(end);
}

std::optional<std::size_t> MarkdownTree::open_frame(HtmlModel model) const {
  for (std::size_t i = frames_.size(); i > 0 && frames_.size() - i < kFarthest && !is_markdown(frames_[i - 1]); --i) {
    const Frame& frame = frames_[i - 1];
    if (frame.element != nullptr && frame.element->model == model && frame.node != kNoNode) return i - 1;
  }
  return std::nullopt;
}

/// Closes what may not hold a block, as browsers do, and opens the item that a list needs around one.
void MarkdownTree::make_room_for_block(MarkdownKind kind, Range place) {
  if (frames_.empty()) return;
  // No heading may stand in a dt, nor what could hold one.
  const bool may_have_heading = kind == MarkdownKind::heading || kind == MarkdownKind::list ||
                                kind == MarkdownKind::block_quote || kind == MarkdownKind::admonition;
  const std::optional<std::size_t> term = open_frame(HtmlModel::term);
  if (may_have_heading && term) pop_to(*term, place.begin);
  while (!is_markdown(top()) && (top().of_html_block || top().holds == Holds::phrasing || top().complete)) {
    pop(place.begin);
  }
  if (top().holds == Holds::items) open_implied("li", place);
  if (top().holds == Holds::descriptions) open_implied("dd", place);
}

void MarkdownTree::make_room_for_words(Range place) {
  while (!is_markdown(top()) && top().complete) pop(place.begin);
  if (top().holds == Holds::items) open_implied("li", place);
  if (top().holds == Holds::descriptions) open_implied("dd", place);
  if (top().holds == Holds::blocks) {
    push(MarkdownNode{.kind = MarkdownKind::paragraph, .range = place},
         Frame{.holds = Holds::running_text, .of_html_block = true});
  }
}

bool MarkdownTree::can_hold_block() const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->element != nullptr && frame->element->model == HtmlModel::summary) return false;
    const bool gives_way = frame->element != nullptr && (frame->holds == Holds::phrasing || frame->node == kNoNode);
    if (!gives_way) return frame->of_html_block || frame->holds != Holds::phrasing;
  }
  return false;
}

void MarkdownTree::push_element(const HtmlElement& element, std::string_view attributes, Range tag) {
  const bool is_part = element.model == HtmlModel::list_item || element.model == HtmlModel::term ||
                       element.model == HtmlModel::description;
  if (depth_ >= (is_part ? deepest : deepest_container)) {
    if (!too_deep_) too_deep_ = tag;
    return push_left_out(&element);
  }
  MarkdownNode node{.kind = MarkdownKind::element, .range = tag};
  if (element.is_block()) node.flags = flag_block;
  node.text = parts_.store(element.name);
  node.extra = parts_.store(attributes);
  push(node, Frame{.holds = content_of(element.model), .element = &element});
}

void MarkdownTree::open_implied(std::string_view name, Range place) {
  const HtmlElement* const element = allowed_element(name);
  const Range nothing{place.begin, place.begin};
  if (element->model == HtmlModel::list_item) return push_element(*element, {}, nothing);
  open_pair_member(*element, {}, nothing);
}

void MarkdownTree::open_item(const HtmlElement& element, std::string_view attributes, Range tag) {
  const std::optional<std::size_t> list = open_frame(HtmlModel::list);
  if (!list) return push_left_out(&element);
  pop_to(*list + 1, tag.begin);
  push_element(element, attributes, tag);
}

/// A dt or dd. A dl is groups of terms and descriptions: one that is missing is put in, empty.
void MarkdownTree::open_pair_member(const HtmlElement& element, std::string_view attributes, Range tag) {
  const std::optional<std::size_t> list = open_frame(HtmlModel::descriptions);
  if (!list) return push_left_out(&element);
  pop_to(*list + 1, tag.begin);
  const bool is_term = element.model == HtmlModel::term;
  if (!is_term && !frames_[*list].has_title) {
    const std::size_t before = frames_.size();
    push_element(*allowed_element("dt"), {}, {tag.begin, tag.begin});
    pop_to(before, tag.begin);
  }
  frames_[*list].has_title = true;
  frames_[*list].awaits_answer = is_term;
  push_element(element, attributes, tag);
}

void MarkdownTree::open_summary(const HtmlElement& element, std::string_view attributes, Range tag) {
  const bool is_first = top().element != nullptr && top().element->model == HtmlModel::details &&
                        top().node != kNoNode && !top().has_content;
  if (!is_first) return push_left_out(&element);
  frames_.back().has_title = true;
  push_element(element, attributes, tag);
}

void MarkdownTree::open_caption(const HtmlElement& element, std::string_view attributes, Range tag) {
  const std::optional<std::size_t> figure = open_frame(HtmlModel::figure);
  const bool is_near = figure && std::all_of(frames_.begin() + static_cast<std::ptrdiff_t>(*figure) + 1, frames_.end(),
                                             [](const Frame& frame) { return frame.holds == Holds::phrasing; });
  if (!is_near || frames_[*figure].has_title) return push_left_out(&element);
  pop_to(*figure + 1, tag.begin);
  const bool is_last = frames_[*figure].has_content;
  frames_[*figure].has_title = true;
  push_element(element, attributes, tag);
  if (frames_.size() == *figure + 2) frames_.back().ends_figure = is_last;
}

void MarkdownTree::open_element(const HtmlElement& element, std::string_view attributes, Range tag) {
  if (is_leaving_out() || frames_.empty()) return;
  while (!is_markdown(top()) && top().complete) pop(tag.begin);
  switch (element.model) {
    case HtmlModel::phrasing:
      make_room_for_words(tag);
      return push_element(element, attributes, tag);
    case HtmlModel::line_break:
      if (top().holds == Holds::flow || top().holds == Holds::running_text || top().holds == Holds::phrasing) {
        MarkdownNode node{.kind = MarkdownKind::element, .range = tag};
        node.text = parts_.store(element.name);
        node.extra = parts_.store(attributes);
        leaf(node);
      }
      return;
    case HtmlModel::list_item:
      return open_item(element, attributes, tag);
    case HtmlModel::term:
    case HtmlModel::description:
      return open_pair_member(element, attributes, tag);
    case HtmlModel::summary:
      return open_summary(element, attributes, tag);
    case HtmlModel::caption:
      return open_caption(element, attributes, tag);
    default:
      break;
  }
  if (!can_hold_block()) return push_left_out(&element);
  make_room_for_block(MarkdownKind::element, tag);
  push_element(element, attributes, tag);
}

void MarkdownTree::close_element(std::string_view name, std::uint32_t end) {
  if (is_leaving_out()) return;
  for (std::size_t i = frames_.size(); i > 0 && frames_.size() - i < kFarthest && !is_markdown(frames_[i - 1]); --i) {
    const Frame& frame = frames_[i - 1];
    if (frame.element == nullptr || frame.element->name != name) continue;
    return pop_to(i - 1, end);
  }
}

void MarkdownTree::html_text(std::string_view text, Range range) {
  if (is_leaving_out() || frames_.empty()) return;
  const bool blank = trim(text).empty();
  const bool between = top().holds == Holds::blocks || top().holds == Holds::items ||
                       top().holds == Holds::descriptions || top().complete ||
                       (top().holds == Holds::flow && !top().has_content);
  if (blank && between) return;
  const bool is_as_written = text.size() == range.end - range.begin;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    Range place = range;
    if (is_as_written) {
      place = {range.begin + static_cast<std::uint32_t>(begin), range.begin + static_cast<std::uint32_t>(end)};
    }
    if (!line.empty()) leaf({.kind = MarkdownKind::text, .range = place, .text = parts_.store(line)});
    if (end == text.size()) return;
    const bool in_words =
        top().holds == Holds::flow || top().holds == Holds::running_text || top().holds == Holds::phrasing;
    if (in_words && top().has_content) leaf({.kind = MarkdownKind::soft_break, .range = {place.end, place.end}});
    begin = end + 1;
  }
}

void MarkdownTree::end_html_block(std::uint32_t end) {
  for (std::size_t i = frames_.size(); i > 0 && !is_markdown(frames_[i - 1]); --i) {
    if (frames_[i - 1].of_html_block) return pop_to(i - 1, end);
  }
}

}  // namespace kanon
