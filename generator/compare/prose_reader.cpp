#include "compare/prose_reader.h"

#include <algorithm>

#include "base/slug.h"
#include "base/text.h"

namespace kanon {
namespace {

/// Blocks deeper than this are compared as their source: no author nests so deep, and what walks the redline may
/// recurse.
constexpr std::size_t deepest = 24;

constexpr std::uint16_t compared_flags = flag_ordered | flag_task | flag_checked;

bool is_block_kind(MarkdownKind kind) { return kind < MarkdownKind::element; }

bool always_leaf(MarkdownKind kind) {
  return kind == MarkdownKind::heading || kind == MarkdownKind::code_block || kind == MarkdownKind::embed ||
         kind == MarkdownKind::thematic_break;
}

std::string sorted_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty()) lines.emplace_back(line);
  }
  std::ranges::sort(lines);
  return join(lines, "\n");
}

/// A destination without the number that its anchor begins with: a section that got another number is the same section,
/// and so is a link to it.
std::string without_section_number(std::string_view destination) {
  const std::size_t anchor = destination.find('#');
  if (anchor == std::string_view::npos) return std::string(destination);
  const std::size_t number = anchor + 1;
  const std::size_t dash = destination.find_first_not_of("0123456789", number);
  const bool is_numbered = dash != std::string_view::npos && dash > number && destination[dash] == '-';
  if (!is_numbered || dash + 1 == destination.size()) return std::string(destination);
  return std::string(destination.substr(0, number)).append(destination.substr(dash + 1));
}

bool is_one_of(std::string_view tag, std::string_view a, std::string_view b) { return tag == a || tag == b; }

}  // namespace

ProseReader::ProseReader(const ParsedFile& file, Vocabulary& vocabulary, Prose& prose)
    : file_(file), vocabulary_(vocabulary), prose_(prose), nodes_(file.markdown()) {}

void ProseReader::read() {
  const auto end = static_cast<std::uint32_t>(nodes_.size());
  for (std::uint32_t index = 0; index < end;) {
    close_before(index);
    if (is_inline(index)) {
      index = read_loose_words(index, open_.empty() ? end : open_.back().end);
    } else if (is_leaf(index) || open_.size() >= deepest) {
      read_leaf(index);
      index = node(index).next;
    } else {
      open_.push_back({node(index).next, begin_block(index, form_of(index))});
      ++index;
    }
  }
  close_before(end);
}

void ProseReader::read_plain(std::string_view text) {
  const std::uint32_t block = begin_block(0, {});
  formats_.push_back({});
  add_text(text);
  flush_text();
  prose_.blocks_[block].end_token = static_cast<std::uint32_t>(prose_.tokens_.size());
  end_block(block);
}

/// Whether a node is a block without blocks in it. Lists of raw HTML may stand in paragraphs and cells.
bool ProseReader::is_leaf(std::uint32_t index) const {
  const MarkdownKind kind = node(index).kind;
  if (always_leaf(kind)) return true;
  if (kind != MarkdownKind::paragraph && kind != MarkdownKind::table_cell) return false;
  const auto below = nodes_.subspan(index + 1, node(index).next - index - 1);
  return std::ranges::none_of(
      below, [](const MarkdownNode& one) { return one.kind == MarkdownKind::element && one.has(flag_block); });
}

bool ProseReader::is_inline(std::uint32_t index) const {
  const MarkdownNode& one = node(index);
  return one.kind == MarkdownKind::element ? !one.has(flag_block) : !is_block_kind(one.kind);
}

Form ProseReader::form_of(std::uint32_t index) const {
  const MarkdownNode& from = node(index);
  Form form{.kind = from.kind, .flags = static_cast<std::uint16_t>(from.flags & compared_flags)};
  switch (from.kind) {
    case MarkdownKind::heading:
      form.level = from.level;
      // An anchor that says what the automatic one would is none of its own.
      if (from.has(flag_own_anchor) && text(index) != anchor_of(plain_text(file_, index))) form.label = text(index);
      break;
    case MarkdownKind::admonition:
      form.level = from.level;
      form.label = text(index);
      break;
    case MarkdownKind::list:
      if (from.has(flag_ordered)) form.number = from.number;
      break;
    case MarkdownKind::table_row:
    case MarkdownKind::table_cell:
      form.flags = static_cast<std::uint16_t>(from.flags & flag_header);
      break;
    case MarkdownKind::code_block:
      form.label = trim(extra(index));
      break;
    case MarkdownKind::embed:
    case MarkdownKind::element:
      form.label = text(index);
      form.content = from.kind == MarkdownKind::embed ? sorted_lines(extra(index)) : std::string(extra(index));
      break;
    case MarkdownKind::footnote_definition:
      form.label = text(index);
      break;
    default:
      break;
  }
  return form;
}

std::uint32_t ProseReader::begin_block(std::uint32_t index, Form form) {
  const auto first = static_cast<std::uint32_t>(prose_.tokens_.size());
  prose_.blocks_.push_back({.form = std::move(form), .node = index, .first_token = first, .end_token = first});
  return static_cast<std::uint32_t>(prose_.blocks_.size() - 1);
}

void ProseReader::end_block(std::uint32_t block) {
  prose_.blocks_[block].next = static_cast<std::uint32_t>(prose_.blocks_.size());
}

void ProseReader::close_before(std::uint32_t index) {
  while (!open_.empty() && open_.back().end <= index) {
    end_block(open_.back().block);
    open_.pop_back();
  }
}

void ProseReader::read_leaf(std::uint32_t index) {
  const MarkdownNode& leaf = node(index);
  const std::uint32_t block = begin_block(index, form_of(index));
  if (!is_leaf(index)) {
    // Too deep: its source, line by line.
    prose_.blocks_[block].form = {.kind = MarkdownKind::code_block};
    read_lines(file_.text().substr(leaf.range.begin, leaf.range.end - leaf.range.begin));
  } else if (leaf.kind == MarkdownKind::code_block) {
    read_lines(text(index));
  } else if (leaf.kind != MarkdownKind::embed) {
    read_words(index + 1, leaf.next);
  }
  prose_.blocks_[block].end_token = static_cast<std::uint32_t>(prose_.tokens_.size());
  end_block(block);
}

/// Words that stand in a container of raw HTML without a paragraph around them.
std::uint32_t ProseReader::read_loose_words(std::uint32_t index, std::uint32_t end) {
  std::uint32_t behind = index;
  while (behind < end && is_inline(behind)) behind = node(behind).next;
  const std::size_t tokens = prose_.tokens_.size();
  const std::uint32_t block = begin_block(index, {});
  read_words(index, behind);
  if (prose_.tokens_.size() == tokens) {
    prose_.blocks_.pop_back();  // blanks between two elements
    return behind;
  }
  prose_.blocks_[block].end_token = static_cast<std::uint32_t>(prose_.tokens_.size());
  end_block(block);
  return behind;
}

void ProseReader::read_lines(std::string_view text) {
  begun_ = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    add_token(PieceContent::code_line, text.substr(0, end), text.substr(0, end), {}, 0);
    text.remove_prefix(end);
  }
}

void ProseReader::read_words(std::uint32_t begin, std::uint32_t end) {
  formats_.clear();
  formats_.push_back({end, {}, 0});
  begun_ = false;
  blank_before_ = false;
  for (std::uint32_t index = begin; index < end;) {
    while (formats_.back().end <= index && formats_.size() > 1) formats_.pop_back();
    index = read_inline(index);
  }
  flush_text();
}

std::uint32_t ProseReader::read_inline(std::uint32_t index) {
  const MarkdownNode& one = node(index);
  switch (one.kind) {
    case MarkdownKind::text:
      add_text(text(index));
      return one.next;
    case MarkdownKind::soft_break:
      add_text(" ");
      return one.next;
    case MarkdownKind::code: {
      Format format = formats_.back().format;
      format.code = true;
      stretches_.push_back({line_.size(), vocabulary_.format(format), formats_.back().node});
      line_ += text(index);
      return one.next;
    }
    case MarkdownKind::line_break:
      add_token(PieceContent::line_break, {}, "\n", {}, 0);
      blank_before_ = false;
      return one.next;
    case MarkdownKind::image: {
      Format format = formats_.back().format;
      format.link = text(index);
      format.link_title = extra(index);
      const std::string alternative = plain_text(file_, index);
      add_token(PieceContent::image, alternative, "\x01" + format.link + "\n" + format.link_title + "\n" + alternative,
                format, index);
      return one.next;
    }
    case MarkdownKind::footnote_reference:
      add_token(PieceContent::footnote, text(index), std::string("\x02") + std::string(text(index)),
                formats_.back().format, index);
      return one.next;
    case MarkdownKind::element:
      if (text(index) == "br") {
        add_token(PieceContent::line_break, {}, "\n", {}, 0);
        blank_before_ = false;
        return one.next;
      }
      [[fallthrough]];
    default:
      push_format(index);
      return index + 1;
  }
}

void ProseReader::push_format(std::uint32_t index) {
  const MarkdownNode& one = node(index);
  OpenFormat open = formats_.back();
  open.end = std::max(one.next, index + 1);
  const std::string_view tag = one.kind == MarkdownKind::element ? text(index) : std::string_view();
  const bool is_plain_tag = !tag.empty() && extra(index).empty();
  if (one.kind == MarkdownKind::emphasis || (is_plain_tag && is_one_of(tag, "em", "i"))) {
    open.format.emphasis = true;
  } else if (one.kind == MarkdownKind::strong || (is_plain_tag && is_one_of(tag, "strong", "b"))) {
    open.format.strong = true;
  } else if (one.kind == MarkdownKind::strikethrough) {
    open.format.strikethrough = true;
  } else if (is_plain_tag && tag == "code") {
    open.format.code = true;
  } else if (one.kind == MarkdownKind::link) {
    open.format.link = text(index).empty() ? "#" : without_section_number(text(index));
    open.format.link_title = extra(index);
    open.node = index;
  } else if (!tag.empty()) {
    open.format.elements += '<' + std::string(tag) + std::string(extra(index)) + '>';
  }
  formats_.push_back(std::move(open));
  // A link whose text is its target's title: it says something, though no word of it stands here.
  if (one.kind == MarkdownKind::link && one.next == index + 1) {
    const OpenFormat& link = formats_.back();
    add_token(PieceContent::words, {}, "\x03" + link.format.link, link.format, index);
  }
}

void ProseReader::add_text(std::string_view text) {
  const OpenFormat& open = formats_.back();
  stretches_.push_back({line_.size(), vocabulary_.format(open.format), open.node});
  line_ += text;
}

void ProseReader::flush_text() {
  if (!line_.empty()) {
    for (const TextPart& part : breaks_.parts_of(line_)) {
      if (part.kind == TextPart::Kind::blank)
        blank_before_ = true;
      else
        add_parts(part.begin, part.end, part.kind);
    }
  }
  line_.clear();
  stretches_.clear();
}

/// A word that is written in several formats is as many tokens.
void ProseReader::add_parts(std::size_t begin, std::size_t end, TextPart::Kind kind) {
  auto stretch = std::ranges::upper_bound(stretches_, begin, {}, &Stretch::begin) - 1;
  while (begin < end) {
    auto following = stretch + 1;
    while (following != stretches_.end() && following->format == stretch->format && following->node == stretch->node)
      ++following;
    const std::size_t stop = following == stretches_.end() ? end : std::min(end, following->begin);
    if (stop > begin) {
      Prose& prose = prose_;
      const std::string_view text = std::string_view(line_).substr(begin, stop - begin);
      Token token{.is_word = kind == TextPart::Kind::word,
                  .blank_before = blank_before_ && begun_,
                  .meaning = vocabulary_.word(text),
                  .format = stretch->format,
                  .node = stretch->node,
                  .text = {static_cast<std::uint32_t>(prose.pool_.size()), static_cast<std::uint32_t>(text.size())}};
      prose.pool_ += text;
      prose.tokens_.push_back(token);
      blank_before_ = false;
      begun_ = true;
    }
    begin = stop;
    stretch = following;
  }
}

void ProseReader::add_token(PieceContent content, std::string_view text, std::string_view meaning, const Format& format,
                            std::uint32_t node) {
  flush_text();
  const bool is_break = content == PieceContent::line_break || content == PieceContent::code_line;
  Token token{.content = content,
              .is_word = !is_break,
              .blank_before = blank_before_ && begun_ && !is_break,
              .meaning = vocabulary_.word(meaning),
              .format = vocabulary_.format(format),
              .node = node,
              .text = {static_cast<std::uint32_t>(prose_.pool_.size()), static_cast<std::uint32_t>(text.size())}};
  prose_.pool_ += text;
  prose_.tokens_.push_back(token);
  blank_before_ = false;
  begun_ = content != PieceContent::line_break;
}

}  // namespace kanon
