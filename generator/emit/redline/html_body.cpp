#include <algorithm>

#include "base/escape.h"
#include "emit/html/body.h"
#include "emit/html/body_labels.h"
#include "emit/redline/html_body_writer.h"
#include "emit/redline/labels.h"

namespace kanon {
namespace {

/// Of rows and items that did not change these many stay before and after one that did.
constexpr std::size_t context = 1;
/// Fewer unchanged ones than this are not worth folding.
constexpr std::size_t fewest_folded = 4;
constexpr std::size_t most_columns = 40;

/// Whether a row is the heading of its table.
bool heads(const Passage& row) {
  return std::ranges::any_of(row.children, [](const Passage& cell) { return cell.form.has(flag_header); });
}

Spoken spoken_in(const Passage& passage) {
  return is_whole(passage.fate) && passage.fate != Fate::moved_here ? Spoken::no : Spoken::yes;
}

}  // namespace

bool BodyHtml::stands_as_it_is(const Passage& passage) const {
  const MarkdownKind kind = passage.form.kind;
  const bool stands_alone = kind != MarkdownKind::item && kind != MarkdownKind::table_cell;
  return is_whole_text() && passage.fate == Fate::same && passage.after_node != 0 && stands_alone;
}

std::string BodyHtml::as_it_is(const Passage& passage) const {
  return write_node(surroundings_.whole->after, passage.after_node, surroundings_.whole->context);
}

void BodyHtml::block(const Passage& passage) {
  if (stands_as_it_is(passage)) {
    out_ += as_it_is(passage);
    return;
  }
  const Form& form = passage.form;
  switch (form.kind) {
    case MarkdownKind::heading:
      return heading(passage);
    case MarkdownKind::paragraph:
      return container(passage, "<p>", "</p>\n", "</p>\n<p>");
    case MarkdownKind::list:
      return list(passage);
    case MarkdownKind::item:
      return item(passage);
    case MarkdownKind::block_quote:
      return container(passage, "<blockquote>\n", "</blockquote>\n");
    case MarkdownKind::admonition:
      return admonition(passage);
    case MarkdownKind::code_block:
      return container(passage, "<pre><code>", "</code></pre>\n");
    case MarkdownKind::embed:
      return embed(passage);
    case MarkdownKind::thematic_break:
      out_ += "<hr>\n";
      return;
    case MarkdownKind::table:
      return table(passage);
    case MarkdownKind::table_row:
      return row(passage);
    case MarkdownKind::table_cell:
      return cell(passage);
    case MarkdownKind::footnote_definition:
      return footnote(passage);
    case MarkdownKind::element:
      return container(passage, "<" + form.label + form.content + ">", "</" + form.label + ">\n");
    default:
      return children(passage);
  }
}

/// The text itself has its notes in a list, in which they stand by number.
void BodyHtml::footnote(const Passage& passage) {
  if (is_whole_text() && passage.after_node != 0) return children(passage);
  out_ += "<div class=\"note\"><sup>" + escape_html(passage.form.label) + "</sup>\n";
  children(passage);
  out_ += "</div>\n";
}

void BodyHtml::container(const Passage& passage, const std::string& opening, const std::string& closing,
                         std::string_view between) {
  // A paragraph with lists of raw HTML in it is none in HTML.
  const bool has_blocks = passage.form.kind == MarkdownKind::paragraph && !passage.children.empty();
  out_ += has_blocks ? "<div>\n" : opening;
  out_ += pieces_.write(passage.pieces, spoken_in(passage), between);
  children(passage);
  out_ += has_blocks ? "</div>\n" : closing;
}

void BodyHtml::children(const Passage& passage) {
  for (const Passage& child : passage.children) block(child);
}

/// One level below the page's «what changed»; never more than one below the heading that is seen before it, as those
/// between may be folded.
void BodyHtml::heading(const Passage& passage) {
  if (is_whole_text()) return heading_of_text(passage);
  level_ = std::clamp(std::min(passage.form.level + 1, level_ + 1), 3, 6);
  const std::string tag = "h" + std::to_string(level_);
  out_ += "<" + tag + ">" + pieces_.write(passage.pieces, spoken_in(passage)) + "</" + tag + ">\n";
}

/// What is gone is no heading any more: no list of contents may lead there.
void BodyHtml::heading_of_text(const Passage& passage) {
  if (passage.after_node == 0) {
    out_ += "<p class=\"gone-heading\">" + pieces_.write(passage.pieces, spoken_in(passage)) + "</p>\n";
    return;
  }
  const HeadingElement element =
      heading_element(surroundings_.whole->after, passage.after_node, surroundings_.whole->context);
  out_ += element.opening + pieces_.write(passage.pieces, spoken_in(passage)) + element.closing;
}

void BodyHtml::list(const Passage& passage) {
  const bool ordered = passage.form.has(flag_ordered);
  out_ += ordered ? "<ol" : "<ul";
  if (ordered && passage.form.number != 1) out_ += " start=\"" + std::to_string(passage.form.number) + "\"";
  out_ += ">\n";
  folded(passage, [this](std::size_t count) {
    out_ += "<li class=\"gap\">" + escape_html(unchanged_label(count, language_)) + "</li>\n";
  });
  out_ += ordered ? "</ol>\n" : "</ul>\n";
}

/// The children, without those in long stretches of what didn't change.
template <class Gap>
void BodyHtml::folded(const Passage& passage, Gap gap) {
  const auto& all = passage.children;
  const bool may_fold = passage.fate == Fate::changed || passage.fate == Fate::moved_here;
  if (!may_fold || is_whole_text()) return children(passage);
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && all[end].fate == Fate::same) ++end;
    const std::size_t before = i == 0 ? (passage.form.kind == MarkdownKind::table ? 1 : 0) : context;
    const std::size_t after = end == all.size() ? 0 : context;
    if (end - i >= before + after + fewest_folded) {
      for (std::size_t at = i; at < i + before; ++at) block(all[at]);
      gap(end - i - before - after);
      i = end - after;
    }
    for (; i < end; ++i) block(all[i]);
    if (i < all.size()) block(all[i++]);
  }
}

std::string BodyHtml::own_label(const Passage& passage) const {
  const bool marks_say_it = is_whole_text() && (passage.fate == Fate::inserted || passage.fate == Fate::deleted);
  if (!is_whole(passage.fate) || marks_say_it) return {};
  return "<span class=\"change-label\">" + escape_html(fate_label(passage.fate, language_)) + "</span> ";
}

std::string BodyHtml::class_of(const Passage& passage) const {
  switch (passage.fate) {
    case Fate::inserted:
      return " class=\"change-inserted\"";
    case Fate::deleted:
      return " class=\"change-deleted\"";
    case Fate::moved_away:
    case Fate::moved_here:
      return " class=\"change-moved\"";
    case Fate::changed:
      return has_own_bar(passage) ? " class=\"change-changed\"" : "";
    case Fate::same:
      break;
  }
  return {};
}

/// Whether more of an item or row changed than the lists in it, whose items have bars of their own.
bool BodyHtml::has_own_bar(const Passage& passage) const {
  const MarkdownKind kind = passage.form.kind;
  if (!is_whole_text() || (kind != MarkdownKind::item && kind != MarkdownKind::table_row)) return false;
  return passage.was || std::ranges::any_of(passage.children, [](const Passage& child) {
           return child.fate != Fate::same && (child.form.kind != MarkdownKind::list || child.fate != Fate::changed);
         });
}

void BodyHtml::item(const Passage& passage) {
  out_ += "<li" + class_of(passage) + ">" + own_label(passage);
  const auto box = [](const Form& form) { return !form.has(flag_task) ? "" : form.has(flag_checked) ? "☑ " : "☐ "; };
  const std::string is = box(passage.form);
  const std::string was = passage.was ? box(*passage.was) : is;
  if (is != was) {
    if (!was.empty()) out_ += pieces_.whole(PieceKind::deleted, was, Spoken::yes);
    if (!is.empty()) out_ += pieces_.whole(PieceKind::inserted, is, Spoken::yes);
  } else {
    out_ += is;
  }
  // A single paragraph needs no <p>.
  const bool is_plain = !passage.children.empty() && passage.children.front().form.kind == MarkdownKind::paragraph &&
                        passage.children.front().children.empty() && passage.children.front().notes == 0;
  std::size_t first = 0;
  if (is_plain) {
    const Passage& text = passage.children[first++];
    out_ += pieces_.write(text.pieces, spoken_in(text)) + "\n";
  }
  for (std::size_t i = first; i < passage.children.size(); ++i) block(passage.children[i]);
  out_ += "</li>\n";
}

void BodyHtml::admonition(const Passage& passage) {
  const auto title_of = [&](const Form& form) {
    std::string title = admonition_label(language_, static_cast<AdmonitionKind>(form.level));
    if (!form.label.empty())
      title += (static_cast<AdmonitionKind>(form.level) == AdmonitionKind::recommendation ? " " : ": ") + form.label;
    return title;
  };
  out_ += "<div class=\"admonition admonition-" +
          std::string(admonition_name(static_cast<AdmonitionKind>(passage.form.level))) +
          "\">\n<p class=\"admonition-title\">";
  if (passage.was && title_of(*passage.was) != title_of(passage.form)) {
    out_ += pieces_.whole(PieceKind::deleted, title_of(*passage.was), Spoken::yes) + " " +
            pieces_.whole(PieceKind::inserted, title_of(passage.form), Spoken::yes);
  } else {
    out_ += escape_html(title_of(passage.form));
  }
  out_ += "</p>\n";
  children(passage);
  out_ += "</div>\n";
}

// What it is given may name what this audience doesn't see: its name alone is told.
void BodyHtml::embed(const Passage& passage) {
  if (is_whole_text() && passage.after_node != 0) {
    out_ += as_it_is(passage);
    return;
  }
  const auto name = [&](const Form& form) { return embed_label(language_) + ": " + form.label; };
  out_ += "<p class=\"embedded\">";
  if (passage.was && passage.was->label != passage.form.label) {
    out_ += pieces_.whole(PieceKind::deleted, name(*passage.was), Spoken::yes) + " " +
            pieces_.whole(PieceKind::inserted, name(passage.form), Spoken::yes);
  } else if (passage.fate == Fate::inserted || passage.fate == Fate::deleted) {
    out_ += pieces_.whole(passage.fate == Fate::inserted ? PieceKind::inserted : PieceKind::deleted, name(passage.form),
                          Spoken::no);
  } else {
    out_ += escape_html(name(passage.form));
  }
  out_ += "</p>\n";
}

void BodyHtml::table(const Passage& passage) {
  out_ += "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
          escape_html(table_label(language_, ++tables_)) + "\"><table>\n";
  const bool has_heading = is_whole_text() && !passage.children.empty() && heads(passage.children.front());
  out_ += has_heading ? "" : "<tbody>\n";
  std::size_t columns = 1;
  for (const Passage& row : passage.children) columns = std::max(columns, row.children.size());
  folded(passage, [this, columns](std::size_t count) {
    out_ += "<tr class=\"gap\"><td colspan=\"" + std::to_string(std::min(columns, most_columns)) + "\">" +
            escape_html(unchanged_label(count, language_)) + "</td></tr>\n";
  });
  out_ += has_heading ? "</table></div>\n" : "</tbody>\n</table></div>\n";
}

void BodyHtml::row(const Passage& passage) {
  const bool is_heading = is_whole_text() && heads(passage);
  out_ += is_heading ? "<thead>\n<tr" : "<tr";
  out_ += class_of(passage) + ">";
  label_of_row_ = own_label(passage);
  children(passage);
  label_of_row_.clear();
  out_ += is_heading ? "</tr>\n</thead>\n" : "</tr>\n";
}

/// As the text has it; a redline by itself passes over it.
std::string BodyHtml::alignment_of(const Passage& cell) const {
  if (!is_whole_text() || cell.after_node == 0 || is_whole(cell.fate)) return {};
  switch (static_cast<CellAlignment>(surroundings_.whole->after.markdown()[cell.after_node].level)) {
    case CellAlignment::center:
      return " class=\"align-center\"";
    case CellAlignment::right:
      return " class=\"align-right\"";
    default:
      return {};
  }
}

void BodyHtml::cell(const Passage& passage) {
  const bool is_header = passage.form.has(flag_header) && (!passage.pieces.empty() || !passage.children.empty());
  out_ += is_header ? "<th scope=\"col\"" : "<td";
  out_ += class_of(passage) + alignment_of(passage) + ">" + std::exchange(label_of_row_, {});
  out_ += pieces_.write(passage.pieces, spoken_in(passage));
  children(passage);
  out_ += is_header ? "</th>" : "</td>";
}

}  // namespace kanon
