#include "emit/html/body.h"

#include <algorithm>

#include "base/escape.h"
#include "emit/html/body_labels.h"
#include "emit/html/body_writer.h"

namespace kanon {
namespace {

/// The first word of an info string as a class name may have it.
std::string language_class(std::string_view info) {
  std::string name;
  for (const char c : info.substr(0, info.find_first_of(" \t"))) {
    const bool is_name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                         std::string_view("+-_.#").find(c) != std::string_view::npos || static_cast<signed char>(c) < 0;
    if (is_name) name += c;
  }
  return name;
}

}  // namespace

std::string write_body(const ParsedFile& file, const BodyContext& context) { return BodyWriter(file, context).write(); }

std::string write_node(const ParsedFile& file, std::uint32_t node, const BodyContext& context) {
  return BodyWriter(file, context).write(node);
}

HeadingElement heading_element(const ParsedFile& file, std::uint32_t node, const BodyContext& context) {
  const MarkdownNode& heading = file.markdown()[node];
  const std::string_view anchor = file.string(heading.text);
  const int level = std::clamp(heading.level + context.heading_shift, context.highest_heading, 6);
  const std::string tag = 'h' + std::to_string(level);
  if (anchor.empty()) return {'<' + tag + '>', "</" + tag + ">\n"};
  const std::string id = context.id_prefix + std::string(anchor);
  return {'<' + tag + " id=\"" + escape_html(id) + "\">",
          " <a class=\"permalink\" href=\"#" + escape_href(id) + "\" aria-label=\"" +
              escape_html(permalink_label(context.language, plain_text(file, node))) + "\">#</a></" + tag + ">\n"};
}

BodyWriter::BodyWriter(const ParsedFile& file, const BodyContext& context)
    : file_(file), context_(context), nodes_(file.markdown()) {}

std::string BodyWriter::write() {
  count_references();
  out_.reserve(file_.text().size() * 2);
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    if (i < skip_to_) continue;
    close_all_before(i);
    enter(i);
  }
  close_all_before(static_cast<std::uint32_t>(nodes_.size()));
  if (has_footnotes_) out_ += "</ol>\n</section>\n";
  definitions();
  return std::move(out_);
}

std::string BodyWriter::write(std::uint32_t node) {
  count_references();
  const std::uint32_t end = nodes_[node].next;
  for (std::uint32_t i = node; i < end; ++i) {
    if (i < skip_to_) continue;
    close_all_before(i);
    enter(i);
  }
  close_all_before(end);
  return std::move(out_);
}

/// Whether something else stands in the place of a block of the body itself.
bool BodyWriter::enter_instead(std::uint32_t index) {
  const bool is_block_of_body = open_.size() == 1 && node(open_.back().node).kind == MarkdownKind::document;
  if (!context_.instead || !is_block_of_body) return false;
  const auto html = context_.instead(index);
  if (!html) return false;
  new_line();
  skip_to_ = node(index).next;
  if (node(index).kind != MarkdownKind::footnote_definition) {
    out_ += *html;
    return true;
  }
  const std::uint32_t number = node(index).number;
  begin_footnotes();
  out_ += "<li";
  attribute("id", context_.id_prefix + "fn:" + std::to_string(number));
  // The way back stands at the end of the last paragraph, as in a footnote that is written as usual.
  const std::size_t end = std::min(html->rfind("</p>"), html->size());
  out_ += '>' + html->substr(0, end) + ' ';
  back_links(number);
  out_ += html->substr(end) + "</li>\n";
  return true;
}

void BodyWriter::close_all_before(std::uint32_t index) {
  while (!open_.empty() && node(open_.back().node).next <= index) leave();
}

void BodyWriter::leave() {
  const Open closed = std::move(open_.back());
  open_.pop_back();
  const MarkdownNode& left = node(closed.node);
  const bool ends_definition = left.kind == MarkdownKind::paragraph && owes_back_links_ && !open_.empty() &&
                               node(open_.back().node).kind == MarkdownKind::footnote_definition &&
                               node(open_.back().node).next == left.next;
  if (ends_definition) {
    out_ += ' ';
    back_links(node(open_.back().node).number);
  }
  if (left.kind == MarkdownKind::footnote_definition && owes_back_links_) {
    new_line();
    out_ += "<p>";
    back_links(left.number);
    out_ += "</p>\n";
  }
  if (left.kind == MarkdownKind::table && closed.has_rows) out_ += "</tbody>\n";
  if (left.kind == MarkdownKind::link && !closed.closing.empty()) --links_open_;
  out_ += closed.closing;
}

void BodyWriter::enter(std::uint32_t index) {
  if (enter_instead(index)) return;
  switch (node(index).kind) {
    case MarkdownKind::document:
      return open(index, {}, {});
    case MarkdownKind::paragraph:
      return paragraph(index);
    case MarkdownKind::heading:
      return heading(index);
    case MarkdownKind::list:
      return list(index);
    case MarkdownKind::item:
      return item(index);
    case MarkdownKind::block_quote:
      open_block(index, "<blockquote>\n", "</blockquote>\n");
      return;
    case MarkdownKind::admonition:
      return admonition(index);
    case MarkdownKind::code_block:
      return code_block(index);
    case MarkdownKind::embed:
      new_line();
      if (context_.embed) out_ += context_.embed(index);
      return new_line();
    case MarkdownKind::thematic_break:
      new_line();
      out_ += "<hr>\n";
      return;
    case MarkdownKind::table:
      return table(index);
    case MarkdownKind::table_row:
      return row(index);
    case MarkdownKind::table_cell:
      return cell(index);
    case MarkdownKind::footnote_definition:
      return footnote_definition(index);
    default:
      return enter_inline(index);
  }
}

void BodyWriter::enter_inline(std::uint32_t index) {
  switch (node(index).kind) {
    case MarkdownKind::element:
      return element(index);
    case MarkdownKind::text:
      return running_text(index);
    case MarkdownKind::soft_break:
      out_ += '\n';
      return;
    case MarkdownKind::line_break:
      out_ += "<br>\n";
      return;
    case MarkdownKind::code:
      out_ += "<code>";
      escaped(text(index));
      out_ += "</code>";
      return;
    case MarkdownKind::emphasis:
      return open(index, "<em>", "</em>");
    case MarkdownKind::strong:
      return open(index, "<strong>", "</strong>");
    case MarkdownKind::strikethrough:
      return open(index, "<del>", "</del>");
    case MarkdownKind::link:
      return link(index);
    case MarkdownKind::image:
      return image(index);
    case MarkdownKind::footnote_reference:
      return footnote_reference(index);
    default:
      return open(index, {}, {});
  }
}

void BodyWriter::open(std::uint32_t index, std::string_view opening, std::string closing) {
  out_ += opening;
  open_.push_back({index, std::move(closing)});
}

void BodyWriter::open_block(std::uint32_t index, std::string_view opening, std::string_view closing) {
  new_line();
  open(index, opening, std::string(closing));
}

void BodyWriter::new_line() {
  if (!out_.empty() && out_.back() != '\n') out_ += '\n';
}

void BodyWriter::escaped(std::string_view words) { append_escaped_html(out_, words); }

void BodyWriter::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  escaped(value);
  out_ += '"';
}

void BodyWriter::paragraph(std::uint32_t index) {
  if (is_in_tight_list()) {
    if (index != open_.back().node + 1) new_line();
    return open(index, {}, {});
  }
  const auto children = nodes_.subspan(index, node(index).next - index);
  const bool has_block = std::any_of(children.begin(), children.end(), [](const MarkdownNode& child) {
    return child.kind == MarkdownKind::element && child.has(flag_block);
  });
  if (has_block) return open_block(index, "<div>", "</div>\n");
  open_block(index, "<p>", "</p>\n");
}

bool BodyWriter::is_in_tight_list() const {
  if (open_.size() < 2 || node(open_.back().node).kind != MarkdownKind::item) return false;
  return node(open_[open_.size() - 2].node).has(flag_tight);
}

void BodyWriter::heading(std::uint32_t index) {
  HeadingElement element = heading_element(file_, index, context_);
  if (node(index).level + context_.heading_shift <= 2) terms_of_section_.clear();
  new_line();
  open(index, element.opening, std::move(element.closing));
  const std::string number = context_.number_of ? context_.number_of(index) : std::string();
  if (!number.empty()) out_ += "<span class=\"number\">" + escape_html(number) + "</span> ";
}

void BodyWriter::list(std::uint32_t index) {
  const MarkdownNode& list = node(index);
  bool has_tasks = false;
  for (std::uint32_t i = index + 1; i < list.next; i = node(i).next) has_tasks = has_tasks || node(i).has(flag_task);
  new_line();
  out_ += list.has(flag_ordered) ? "<ol" : "<ul";
  if (list.has(flag_ordered) && list.number != 1) attribute("start", std::to_string(list.number));
  if (has_tasks) attribute("class", "task-list");
  open(index, ">\n", list.has(flag_ordered) ? "</ol>\n" : "</ul>\n");
}

void BodyWriter::item(std::uint32_t index) {
  new_line();
  if (!node(index).has(flag_task)) return open(index, "<li>", "</li>\n");
  out_ += "<li class=\"task-list-item\"><input type=\"checkbox\" disabled";
  if (node(index).has(flag_checked)) out_ += " checked";
  attribute("aria-label", checkbox_label(context_.language, node(index)));
  open(index, "> ", "</li>\n");
}

void BodyWriter::admonition(std::uint32_t index) {
  const auto kind = static_cast<AdmonitionKind>(node(index).level);
  new_line();
  out_ += "<div class=\"admonition admonition-";
  out_ += admonition_name(kind);
  out_ += "\" role=\"note\">\n<p class=\"admonition-title\">";
  escaped(admonition_label(context_.language, kind));
  if (!text(index).empty()) {
    const bool is_term = kind == AdmonitionKind::definition;
    out_ += kind == AdmonitionKind::recommendation ? " " : ": ";
    out_ += is_term ? "<dfn>" : "";
    escaped(text(index));
    out_ += is_term ? "</dfn>" : "";
  }
  open(index, "</p>\n", "</div>\n");
}

void BodyWriter::code_block(std::uint32_t index) {
  const std::string language = language_class(extra(index));
  new_line();
  out_ += "<pre><code";
  if (!language.empty()) attribute("class", "language-" + language);
  out_ += '>';
  escaped(text(index));
  out_ += "</code></pre>\n";
}

void BodyWriter::table(std::uint32_t index) {
  new_line();
  out_ += "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\"";
  attribute("aria-label", table_label(context_.language, ++tables_));
  open(index, "><table>\n", "</table></div>\n");
}

void BodyWriter::row(std::uint32_t index) {
  new_line();
  if (node(index).has(flag_header)) return open(index, "<thead>\n<tr>\n", "</tr>\n</thead>\n");
  if (!open_.empty() && !open_.back().has_rows) {
    out_ += "<tbody>\n";
    open_.back().has_rows = true;
  }
  open(index, "<tr>\n", "</tr>\n");
}

void BodyWriter::cell(std::uint32_t index) {
  // An empty header cell heads nothing: it is an ordinary one, as W3C's tutorial on tables has it.
  const bool is_header = node(index).has(flag_header) && node(index).next != index + 1;
  out_ += is_header ? "<th scope=\"col\"" : "<td";
  switch (static_cast<CellAlignment>(node(index).level)) {
    case CellAlignment::left:
      attribute("class", "align-left");
      break;
    case CellAlignment::center:
      attribute("class", "align-center");
      break;
    case CellAlignment::right:
      attribute("class", "align-right");
      break;
    case CellAlignment::none:
      break;
  }
  open(index, ">", is_header ? "</th>\n" : "</td>\n");
}

}  // namespace kanon
