#include "read/markdown_tree.h"

#include <algorithm>

namespace kanon {
namespace {

bool is_block(MarkdownKind kind) {
  switch (kind) {
    case MarkdownKind::paragraph:
    case MarkdownKind::heading:
    case MarkdownKind::list:
    case MarkdownKind::block_quote:
    case MarkdownKind::admonition:
    case MarkdownKind::code_block:
    case MarkdownKind::embed:
    case MarkdownKind::thematic_break:
    case MarkdownKind::table:
    case MarkdownKind::footnote_definition:
      return true;
    default:
      return false;
  }
}

bool is_inline(MarkdownKind kind) { return kind >= MarkdownKind::element; }

std::optional<MarkdownKind> only_parent_of(MarkdownKind kind) {
  if (kind == MarkdownKind::item) return MarkdownKind::list;
  if (kind == MarkdownKind::table_row) return MarkdownKind::table;
  if (kind == MarkdownKind::table_cell) return MarkdownKind::table_row;
  return std::nullopt;
}

}  // namespace

MarkdownTree::Holds MarkdownTree::content_of(MarkdownKind kind) {
  switch (kind) {
    case MarkdownKind::paragraph:
      return Holds::running_text;
    case MarkdownKind::table_cell:
      return Holds::flow;
    default:
      return is_inline(kind) || kind == MarkdownKind::heading ? Holds::phrasing : Holds::blocks;
  }
}

MarkdownTree::Holds MarkdownTree::content_of(HtmlModel model) {
  switch (model) {
    case HtmlModel::phrasing:
    case HtmlModel::paragraph:
    case HtmlModel::summary:
      return Holds::phrasing;
    case HtmlModel::line_break:
      return Holds::nothing;
    case HtmlModel::list:
      return Holds::items;
    case HtmlModel::descriptions:
      return Holds::descriptions;
    default:
      return Holds::flow;
  }
}

bool MarkdownTree::fits(MarkdownKind kind) const {
  const std::optional<MarkdownKind> parent = only_parent_of(kind);
  if (parent) return top().node != kNoNode && parts_.markdown[top().node].kind == *parent;
  const bool is_container = is_block(kind) && kind != MarkdownKind::paragraph && kind != MarkdownKind::heading;
  return depth_ < (is_container ? deepest_container : deepest);
}

std::uint32_t MarkdownTree::append(const MarkdownNode& node) {
  for (auto frame = frames_.rbegin(); frame != frames_.rend() && !frame->has_content; ++frame) {
    frame->has_content = true;
    if (frame->node != kNoNode) break;
  }
  const auto index = static_cast<std::uint32_t>(parts_.markdown.size());
  parts_.markdown.push_back(node);
  parts_.markdown.back().next = index + 1;
  return index;
}

void MarkdownTree::push(const MarkdownNode& node, const Frame& frame) {
  const std::uint32_t index = append(node);
  frames_.push_back(frame);
  frames_.back().node = index;
  ++depth_;
}

void MarkdownTree::push_left_out(const HtmlElement* element) {
  constexpr std::size_t most = 4096;  // of tags without effect whose end tags are still waited for
  if (element != nullptr && frames_.size() > most) return;
  Frame frame;
  frame.holds = frames_.empty() ? Holds::blocks : top().holds;
  if (element == nullptr && (frame.holds == Holds::items || frame.holds == Holds::descriptions))
    frame.holds = Holds::flow;
  frame.element = element;
  frames_.push_back(frame);
}

void MarkdownTree::pop(std::uint32_t end) {
  const Frame frame = top();
  if (frame.node != kNoNode) {
    if (frame.awaits_answer) {
      MarkdownNode answer{.kind = MarkdownKind::element, .flags = flag_block, .range = {end, end}};
      answer.text = parts_.store("dd");
      append(answer);
    }
    MarkdownNode& node = parts_.markdown[frame.node];
    node.next = static_cast<std::uint32_t>(parts_.markdown.size());
    if (end > node.range.end) node.range.end = end;
    const bool lacks_summary =
        frame.element != nullptr && frame.element->model == HtmlModel::details && !frame.has_title;
    if (lacks_summary) node.text = parts_.store("div");
    if (node.kind == MarkdownKind::paragraph && node.next == frame.node + 1) parts_.markdown.pop_back();
    --depth_;
  }
  frames_.pop_back();
  if (frame.ends_figure) frames_.back().complete = true;
  if (hidden_in_ > frames_.size()) hidden_in_ = 0;
  if (image_in_ > frames_.size()) image_in_ = 0;
  if (link_in_ > frames_.size()) link_in_ = 0;
}

void MarkdownTree::open(const MarkdownNode& node) {
  const bool link_in_link = node.kind == MarkdownKind::link && link_in_ != 0;
  if (is_leaving_out() || link_in_link) return push_left_out(nullptr);
  if (is_block(node.kind)) make_room_for_block(node.kind, node.range);
  if (is_inline(node.kind)) make_room_for_words(node.range);
  if (node.kind != MarkdownKind::document && !fits(node.kind)) {
    if (!too_deep_) too_deep_ = node.range;
    return push_left_out(nullptr);
  }
  push(node, Frame{.holds = content_of(node.kind)});
  if (node.kind == MarkdownKind::link) link_in_ = frames_.size();
  if (node.kind == MarkdownKind::image) image_in_ = frames_.size();
}

void MarkdownTree::close_elements(std::uint32_t end) {
  while (!frames_.empty() && !is_markdown(top())) pop(end);
  if (hidden_in_ == frames_.size()) show();
}

void MarkdownTree::close(std::uint32_t end) {
  close_elements(end);
  if (!frames_.empty()) pop(end);
}

void MarkdownTree::leaf(const MarkdownNode& node) {
  if (is_hidden() || (is_in_image() && node.kind == MarkdownKind::footnote_reference)) return;
  if (is_block(node.kind)) make_room_for_block(node.kind, node.range);
  if (is_inline(node.kind)) make_room_for_words(node.range);
  append(node);
}

void MarkdownTree::hide() { hidden_in_ = markdown_frames_end(); }

/// How many frames there are up to and with that of the Markdown node opened last.
std::size_t MarkdownTree::markdown_frames_end() const {
  std::size_t count = frames_.size();
  while (count > 1 && !is_markdown(frames_[count - 1])) --count;
  return count;
}

}  // namespace kanon
