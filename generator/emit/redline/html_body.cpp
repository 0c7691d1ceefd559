#include "emit/redline/html_body.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/escape.h"
#include "emit/html/body_labels.h"
#include "emit/redline/html_pieces.h"
#include "emit/redline/labels.h"

namespace kanon {
namespace {

/// Of rows and items that did not change these many stay before and after one that did.
constexpr std::size_t context = 1;
/// Fewer unchanged ones than this are not worth folding.
constexpr std::size_t fewest_folded = 4;
constexpr std::size_t most_columns = 40;

bool is_whole(Fate fate) { return fate != Fate::same && fate != Fate::changed; }
Spoken spoken_in(const Passage& passage) {
  return is_whole(passage.fate) && passage.fate != Fate::moved_here ? Spoken::no : Spoken::yes;
}

std::string move_id(const RedlineSurroundings& surroundings, std::uint32_t move, bool from) {
  return surroundings.id_prefix + "_move-" + std::to_string(move) + (from ? "-from" : "-to");
}

class BodyHtml {
 public:
  BodyHtml(const Redline& redline, Language language, const RedlineSurroundings& surroundings)
      : redline_(redline),
        language_(language),
        surroundings_(surroundings),
        pieces_(redline.formats, language, surroundings),
        runs_(change_runs(redline)) {}

  std::vector<std::string> write() {
    std::vector<std::string> written;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (runs_[i].fate == Fate::same)
        unchanged(i);
      else
        changed(i);
      written.push_back(std::exchange(out_, {}));
    }
    return written;
  }

 private:
  std::string word(const Message& message) const { return escape_html(message.in(language_)); }
  const Passage& passage(std::size_t at) const { return redline_.passages[at]; }
  bool is_note(std::size_t at) const { return passage(at).form.kind == MarkdownKind::footnote_definition; }

  /// What didn't change is folded, but for the heading that the next change stands under.
  void unchanged(std::size_t run) {
    std::size_t begin = runs_[run].begin;
    const std::size_t end = runs_[run].end;
    if (run + 1 < runs_.size() && !is_note(runs_[run + 1].begin) &&
        passage(runs_[run + 1].begin).form.kind != MarkdownKind::heading) {
      for (std::size_t at = end; at-- > begin;) {
        if (passage(at).form.kind != MarkdownKind::heading) continue;
        fold(begin, at);
        block(passage(at));
        begin = at + 1;
        break;
      }
    }
    fold(begin, end);
  }

  void fold(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    out_ += "<details class=\"unchanged\"><summary>" + escape_html(unchanged_label(end - begin, language_)) +
            "</summary>\n";
    const int level = level_;
    for (std::size_t at = begin; at < end; ++at) block(passage(at));
    level_ = level;
    out_ += "</details>\n";
  }

  void changed(std::size_t at) {
    const ChangeRun& run = runs_[at];
    const Passage& first = passage(run.begin);
    if (is_note(run.begin) && !notes_begun_) {
      notes_begun_ = true;
      out_ += "<p class=\"notes-begin\">" + escape_html(footnotes_label(language_)) + "</p>\n";
    }
    const char* kind = run.fate == Fate::inserted  ? "inserted"
                       : run.fate == Fate::deleted ? "deleted"
                       : run.fate == Fate::changed ? "changed"
                                                   : "moved";
    out_ += "<div class=\"change change-" + std::string(kind) + "\" id=\"" + change_id(surroundings_, at) + "\">\n";
    label(run, first);
    if (run.fate == Fate::moved_away) {
      out_ += "<details><summary>" + word({"Vis teksten, som den stod", "Show the text as it stood"}) + "</summary>\n";
    }
    const int level = level_;
    for (std::size_t i = run.begin; i < run.end; ++i) block(passage(i));
    if (run.fate == Fate::moved_away) {
      level_ = level;
      out_ += "</details>\n";
    }
    out_ += "</div>\n";
  }

  void label(const ChangeRun& run, const Passage& first) {
    std::string text = escape_html(passage_label(first, language_));
    const bool away = run.fate == Fate::moved_away;
    if (away || run.fate == Fate::moved_here) {
      const Message where = away ? Message{"Se, hvor det står nu", "See where it stands now"}
                                 : Message{"Se, hvor det stod", "See where it stood"};
      const bool is_first = named_.insert({first.move, away}).second;
      const std::string id = is_first ? " id=\"" + move_id(surroundings_, first.move, away) + "\"" : "";
      if (has_run(first.move, away ? Fate::moved_here : Fate::moved_away))
        text += " <a" + id + " href=\"#" + move_id(surroundings_, first.move, !away) + "\">" + word(where) + "</a>";
    }
    std::vector<std::string> forms = form_labels(first, language_);
    for (const std::string& form : forms) text += " · " + escape_html(form);
    out_ += "<p class=\"change-label\">" + text + "</p>\n";
  }

  bool has_run(std::uint32_t move, Fate fate) const {
    return std::ranges::any_of(
        runs_, [&](const ChangeRun& run) { return run.fate == fate && passage(run.begin).move == move; });
  }

  void block(const Passage& passage) {
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
        out_ += "<div class=\"note\"><sup>" + escape_html(form.label) + "</sup>\n";
        children(passage);
        out_ += "</div>\n";
        return;
      case MarkdownKind::element:
        return container(passage, "<" + form.label + form.content + ">", "</" + form.label + ">\n");
      default:
        return children(passage);
    }
  }

  void container(const Passage& passage, const std::string& opening, const std::string& closing,
                 std::string_view between = {}) {
    // A paragraph with lists of raw HTML in it is none in HTML.
    const bool has_blocks = passage.form.kind == MarkdownKind::paragraph && !passage.children.empty();
    out_ += has_blocks ? "<div>\n" : opening;
    out_ += pieces_.write(passage.pieces, spoken_in(passage), between);
    children(passage);
    out_ += has_blocks ? "</div>\n" : closing;
  }

  void children(const Passage& passage) {
    for (const Passage& child : passage.children) block(child);
  }

  /// One level below the page's «what changed»; never more than one below the heading that is seen before it, as those
  /// between may be folded.
  void heading(const Passage& passage) {
    level_ = std::clamp(std::min(passage.form.level + 1, level_ + 1), 3, 6);
    const std::string tag = "h" + std::to_string(level_);
    out_ += "<" + tag + ">" + pieces_.write(passage.pieces, spoken_in(passage)) + "</" + tag + ">\n";
  }

  void list(const Passage& passage) {
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
  void folded(const Passage& passage, Gap gap) {
    const auto& all = passage.children;
    if (passage.fate != Fate::changed && passage.fate != Fate::moved_here) return children(passage);
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

  std::string own_label(const Passage& passage) const {
    if (!is_whole(passage.fate)) return {};
    return "<span class=\"change-label\">" + escape_html(fate_label(passage.fate, language_)) + "</span> ";
  }

  static std::string class_of(const Passage& passage) {
    switch (passage.fate) {
      case Fate::inserted:
        return " class=\"change-inserted\"";
      case Fate::deleted:
        return " class=\"change-deleted\"";
      case Fate::moved_away:
      case Fate::moved_here:
        return " class=\"change-moved\"";
      default:
        return {};
    }
  }

  void item(const Passage& passage) {
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

  void admonition(const Passage& passage) {
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
  void embed(const Passage& passage) {
    const auto name = [&](const Form& form) { return embed_label(language_) + ": " + form.label; };
    out_ += "<p class=\"embedded\">";
    if (passage.was && passage.was->label != passage.form.label) {
      out_ += pieces_.whole(PieceKind::deleted, name(*passage.was), Spoken::yes) + " " +
              pieces_.whole(PieceKind::inserted, name(passage.form), Spoken::yes);
    } else if (passage.fate == Fate::inserted || passage.fate == Fate::deleted) {
      out_ += pieces_.whole(passage.fate == Fate::inserted ? PieceKind::inserted : PieceKind::deleted,
                            name(passage.form), Spoken::no);
    } else {
      out_ += escape_html(name(passage.form));
    }
    out_ += "</p>\n";
  }

  void table(const Passage& passage) {
    out_ += "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
            escape_html(table_label(language_, ++tables_)) + "\"><table>\n<tbody>\n";
    std::size_t columns = 1;
    for (const Passage& row : passage.children) columns = std::max(columns, row.children.size());
    folded(passage, [this, columns](std::size_t count) {
      out_ += "<tr class=\"gap\"><td colspan=\"" + std::to_string(std::min(columns, most_columns)) + "\">" +
              escape_html(unchanged_label(count, language_)) + "</td></tr>\n";
    });
    out_ += "</tbody>\n</table></div>\n";
  }

  void row(const Passage& passage) {
    out_ += "<tr" + class_of(passage) + ">";
    label_of_row_ = own_label(passage);
    children(passage);
    label_of_row_.clear();
    out_ += "</tr>\n";
  }

  void cell(const Passage& passage) {
    const bool heads = passage.form.has(flag_header) && (!passage.pieces.empty() || !passage.children.empty());
    out_ += heads ? "<th scope=\"col\"" : "<td";
    out_ += class_of(passage) + ">" + std::exchange(label_of_row_, {});
    out_ += pieces_.write(passage.pieces, spoken_in(passage));
    children(passage);
    out_ += heads ? "</th>" : "</td>";
  }

  const Redline& redline_;
  Language language_;
  const RedlineSurroundings& surroundings_;
  PieceHtml pieces_;
  std::vector<ChangeRun> runs_;
  std::string out_;
  std::string label_of_row_;                        // goes into its first cell
  std::set<std::pair<std::uint32_t, bool>> named_;  // moves whose place has its id
  std::size_t tables_ = 0;
  int level_ = 2;  // of the heading seen last
  bool notes_begun_ = false;
};

}  // namespace

std::vector<std::string> redline_body_html(const Redline& redline, Language language,
                                           const RedlineSurroundings& surroundings) {
  return BodyHtml(redline, language, surroundings).write();
}

}  // namespace kanon
