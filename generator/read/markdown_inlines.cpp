#include "read/markdown_inlines.h"

#include <cmark-gfm-core-extensions.h>

#include <utility>

#include "read/markdown_destination.h"
#include "read/markdown_extensions.h"
#include "read/markdown_findings.h"
#include "read/markdown_text.h"
#include "read/markdown_walk.h"

namespace kanon {
namespace {

std::string_view view(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

/// The words of an autolink: the only child of its link, and as written.
std::string_view words_of(cmark_node* link) {
  cmark_node* const child = cmark_node_first_child(link);
  const bool only_text =
      child != nullptr && cmark_node_next(child) == nullptr && cmark_node_get_type(child) == CMARK_NODE_TEXT;
  return only_text ? view(cmark_node_get_literal(child)) : std::string_view();
}

}  // namespace

void InlineReader::read(cmark_node* block, const BlockText& text, Skip skip) {
  InlineAlignment alignment(text);
  alignment_ = &alignment;
  block_ = block;
  skip_ = skip;
  open_.clear();
  walk_below(
      block, [this](cmark_node* node) { return enter(node); }, [this](cmark_node* node) { leave(node); });
}

bool InlineReader::enter(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_STRIKETHROUGH) {
    open_emphasis(MarkdownKind::strikethrough, alignment_->open_strikethrough());
    return true;
  }
  switch (type) {
    case CMARK_NODE_TEXT:
      take_text(node);
      return false;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      take_break(node);
      return false;
    case CMARK_NODE_CODE:
      take_code(node);
      return false;
    case CMARK_NODE_HTML_INLINE:
      take_html(node);
      return false;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      take_reference(node);
      return false;
    case CMARK_NODE_EMPH:
      open_emphasis(MarkdownKind::emphasis, alignment_->open_delimiter(1));
      return true;
    case CMARK_NODE_STRONG:
      open_emphasis(MarkdownKind::strong, alignment_->open_delimiter(2));
      return true;
    case CMARK_NODE_LINK:
      open_link(node);
      return true;
    case CMARK_NODE_IMAGE:
      open_image(node);
      return true;
    default:
      open_emphasis(MarkdownKind::emphasis, alignment_->cursor());
      return true;
  }
}

void InlineReader::leave(cmark_node* node) {
  const Open opened = std::move(open_.back());
  open_.pop_back();
  std::size_t end = alignment_->cursor();
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
    end = alignment_->close_link(opened.form);
  } else if (type == CMARK_NODE_STRIKETHROUGH) {
    end = alignment_->close_strikethrough();
  } else if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG) {
    end = alignment_->close_delimiter(type == CMARK_NODE_EMPH ? 1 : 2);
  }
  const Range range = alignment_->range(opened.begin, end);
  if (!opened.unsafe.empty()) {
    const DestinationUse use = type == CMARK_NODE_IMAGE ? DestinationUse::image : DestinationUse::link;
    parts_.findings.push_back(destination_not_allowed(opened.unsafe, use, range));
  }
  if (skip_ != Skip::first_line) tree_.close(range.end);
}

void InlineReader::add(MarkdownKind kind, Range range, std::string_view text) {
  if (skip_ == Skip::first_line) return;
  tree_.leaf({.kind = kind, .range = range, .text = parts_.store(publishable_text(text))});
}

void InlineReader::take_text(cmark_node* node) {
  std::string_view literal = view(cmark_node_get_literal(node));
  const bool is_autolink = !open_.empty() && open_.back().form != InlineAlignment::LinkForm::bracket &&
                           cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_LINK;
  std::vector<UndefinedReference> undefined;
  Range range = is_autolink ? alignment_->autolink_words(literal) : alignment_->text(literal, undefined);
  for (const UndefinedReference& reference : undefined) {
    if (tree_.is_hidden()) break;
    parts_.findings.push_back(footnote_not_defined(reference.label, footnotes_.labels_in_source(), reference.range));
  }
  if (skip_ == Skip::task_mark) {
    constexpr std::size_t mark = 4;
    literal.remove_prefix(std::min(mark, literal.size()));
    range.begin = std::min(range.begin + static_cast<std::uint32_t>(mark), range.end);
    skip_ = Skip::nothing;
  }
  if (!literal.empty()) add(MarkdownKind::text, range, literal);
}

void InlineReader::take_break(cmark_node* node) {
  const bool is_hard = cmark_node_get_type(node) == CMARK_NODE_LINEBREAK;
  const Range range = is_hard ? alignment_->line_break() : alignment_->soft_break();
  if (skip_ == Skip::first_line) {
    if (cmark_node_parent(node) == block_) skip_ = Skip::nothing;
    return;
  }
  add(is_hard ? MarkdownKind::line_break : MarkdownKind::soft_break, range, {});
}

void InlineReader::take_code(cmark_node* node) {
  const Range range = alignment_->code();
  add(MarkdownKind::code, range, view(cmark_node_get_literal(node)));
}

void InlineReader::take_html(cmark_node* node) {
  const std::string_view literal = view(cmark_node_get_literal(node));
  const std::size_t begin = alignment_->cursor();
  const Range range = alignment_->html(literal);
  if (skip_ == Skip::first_line) return;
  const bool is_exact = alignment_->cursor() == begin + literal.size();
  html_.read(node, literal, [&](std::size_t from, std::size_t to) {
    return is_exact ? alignment_->range(begin + from, begin + to) : range;
  });
}

void InlineReader::take_reference(cmark_node* node) {
  const Range range = alignment_->footnote_reference(footnotes_.label_of(node));
  if (tree_.is_hidden() || tree_.is_in_image() || skip_ == Skip::first_line) return;
  const std::optional<Footnotes::Reference> reference = footnotes_.refer(node);
  if (!reference) return;
  tree_.leaf({.kind = MarkdownKind::footnote_reference,
              .level = reference->occurrence,
              .number = reference->number,
              .range = range,
              .text = parts_.store(reference->label)});
}

void InlineReader::open_emphasis(MarkdownKind kind, std::size_t begin) {
  open_.push_back({.begin = begin});
  const Range place = alignment_->range(begin, begin);
  if (skip_ != Skip::first_line) tree_.open({.kind = kind, .range = place});
}

void InlineReader::open_link(cmark_node* node) {
  const InlineAlignment::LinkForm form = alignment_->form_of_link(words_of(node));
  MarkdownNode link{.kind = MarkdownKind::link};
  if (form != InlineAlignment::LinkForm::bracket) link.flags = flag_autolink;
  open(link, node, {.begin = alignment_->open_link(form), .form = form, .unsafe = {}}, DestinationUse::link);
}

void InlineReader::open_image(cmark_node* node) {
  open({.kind = MarkdownKind::image}, node, {.begin = alignment_->open_image()}, DestinationUse::image);
}

void InlineReader::open(MarkdownNode node, cmark_node* source, Open opened, DestinationUse use) {
  const std::string_view destination = view(cmark_node_get_url(source));
  if (is_safe_destination(destination, use)) {
    node.text = parts_.store(clean_destination(destination));
  } else if (!tree_.is_hidden()) {
    opened.unsafe = destination;
  }
  node.extra = parts_.store(publishable_text(view(cmark_node_get_title(source))));
  node.range = alignment_->range(opened.begin, opened.begin);
  open_.push_back(std::move(opened));
  if (skip_ != Skip::first_line) tree_.open(node);
}

}  // namespace kanon
