#include "read/markdown_html.h"

#include "read/html_fragment_elements.h"
#include "read/markdown_findings.h"
#include "read/markdown_text.h"

namespace kanon {

void RawHtml::read(cmark_node* node, std::string_view html, const Place& place) {
  if (!tree_.is_hidden()) hidden_.clear();
  if (tree_.is_hidden() && !tree_.hides_from_here()) return;
  const bool inside_raw_text = tree_.is_hidden() && is_raw_text(hidden_);
  std::uint32_t end = place(0, html.size()).end;
  for (const HtmlToken& token : html_tokens(html, inside_raw_text ? std::string_view(hidden_) : std::string_view())) {
    if (tree_.is_hidden()) {
      take_while_hidden(token);
    } else {
      take(token, place(token.begin, token.end));
    }
  }
  if (tree_.is_hidden() && !closes_later(node)) tree_.show();
  if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) tree_.end_html_block(end);
}

void RawHtml::take(const HtmlToken& token, Range range) {
  switch (token.kind) {
    case HtmlToken::Kind::text:
      return tree_.html_text(publishable_text(token.name), range);
    case HtmlToken::Kind::start_tag:
      return take_start_tag(token, range);
    case HtmlToken::Kind::end_tag:
      return tree_.close_element(token.name, range.end);
    case HtmlToken::Kind::broken_tag:
      if (allowed_element(token.name) == nullptr) parts_.findings.push_back(tag_not_finished(token.name, range));
      return;
  }
}

void RawHtml::take_start_tag(const HtmlToken& token, Range range) {
  const HtmlElement* const element = allowed_element(token.name);
  if (element == nullptr) {
    parts_.findings.push_back(element_not_allowed(token.name, range));
    const bool empty = token.closes_itself && !is_raw_text(token.name);
    if (!hides_content(token.name) || empty || tree_.is_in_image()) return;
    hidden_ = token.name;
    hidden_levels_ = 1;
    return tree_.hide();
  }
  const std::string_view handler = event_handler(token);
  if (!handler.empty()) parts_.findings.push_back(handler_not_allowed(handler, token.name, range));
  tree_.open_element(*element, allowed_attributes(token), range);
  if (token.closes_itself && element->model != HtmlModel::line_break) tree_.close_element(token.name, range.end);
}

void RawHtml::take_while_hidden(const HtmlToken& token) {
  if (token.name != hidden_ || token.kind == HtmlToken::Kind::text) return;
  if (token.kind == HtmlToken::Kind::start_tag && !token.closes_itself) ++hidden_levels_;
  if (token.kind == HtmlToken::Kind::end_tag && --hidden_levels_ <= 0) tree_.show();
}

/// Whether the rest of the Markdown container is left out as well. Within a paragraph it is, as in a browser. A block
/// that never closes what it opened would take the rest of the document with it: there, only the block itself is left
/// out.
bool RawHtml::closes_later(cmark_node* node) {
  if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK) return true;
  if (hidden_ == "plaintext") return false;
  const std::pair<cmark_node*, std::string> key{cmark_node_parent(node), hidden_};
  if (never_closed_.contains(key)) return false;
  for (cmark_node* later = cmark_node_next(node); later != nullptr; later = cmark_node_next(later)) {
    if (cmark_node_get_type(later) != CMARK_NODE_HTML_BLOCK) continue;
    if (find_end_tag(cmark_node_get_literal(later), hidden_) != std::string_view::npos) return true;
  }
  never_closed_.insert(key);
  return false;
}

}  // namespace kanon
