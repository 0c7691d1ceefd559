#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "emit/html/words.h"
#include "emit/redline/labels.h"
#include "emit/redline/report.h"

namespace kanon {
namespace {

constexpr std::size_t widest = 98;
constexpr std::string_view reset = "\033[0m", bold = "\033[1m", green = "\033[32;4m", red = "\033[31;9m",
                           yellow = "\033[33m";

/// A word with its marks of change, and how many columns it takes.
struct TextWord {
  std::string text;
  std::size_t columns = 0;
};

class TextRedline {
 public:
  TextRedline(const RedlineReport& report, Language language, Coloured coloured)
      : report_(report), language_(language), coloured_(coloured == Coloured::yes) {}

  std::string write() {
    heading();
    return changes();
  }

  std::string changes() {
    fields(told_fields(report_.redline.fields), 0);
    records();
    body();
    privates();
    return std::move(out_);
  }

 private:
  std::string word(const Message& message) const { return message.in(language_); }
  std::string painted(std::string_view colour, const std::string& text) const {
    return coloured_ ? std::string(colour) + text + std::string(reset) : text;
  }
  std::string deleted(const std::string& text) const { return painted(red, "[-" + text + "-]"); }
  std::string inserted(const std::string& text) const { return painted(green, "{+" + text + "+}"); }

  void line(const std::string& text, std::size_t indent = 0) { out_ += std::string(indent, ' ') + text + "\n"; }

  void heading() {
    const Words words = Words::parse("", "", language_).value_or(Words());
    line(painted(bold, printable(report_.title)) + " (" + report_.id + ")");
    line(message("Fra {} til {}", "From {} to {}", version_label(report_.before, language_),
                 version_label(report_.after, language_))
             .in(language_));
    const ToldVersion& after = report_.after;
    std::vector<std::string> facts{change_kind_label(after.kind, language_)};
    if (!after.by.empty()) facts.push_back(printable(after.by));
    if (after.date) facts.push_back(words.date(*after.date));
    line(join(facts, ", ") + (after.change.empty() ? "" : ": " + printable(after.change)));
    for (const auto& approval : after.approvals) {
      line(message("Godkendt af {}, {}", "Approved by {}, {}", printable(approval.body), words.date(approval.date))
               .in(language_));
    }
    const ChangeCount count = count_changes(report_.redline);
    if (says_the_same(report_.redline)) return line(word({"Teksten er uændret.", "The text is unchanged."}));
    if (count.all() > 0) line(message("Passager: {}", "Passages: {}", count_label(count, language_)).in(language_));
  }

  void fields(const std::vector<FieldChange>& changes, std::size_t indent) {
    for (const FieldChange& field : changes) {
      if (indent == 0) out_ += '\n';
      const std::string label = field_label(field.name, language_) + ":";
      std::vector<TextWord> words{{painted(bold, label), code_points(label)}};
      add(words, field.pieces, {});
      for (const FieldEntry& entry : field.entries) {
        if (entry.fate == Fate::same) continue;
        const std::string text = printable(value_label(field.name, entry.text, language_));
        const auto kind = entry.fate == Fate::deleted ? PieceKind::deleted : PieceKind::inserted;
        std::ranges::move(marked_words(kind, text), std::back_inserter(words));
      }
      flow(words, indent);
    }
  }

  void records() {
    for (const RecordChange& record : report_.redline.records) {
      std::string title = record_label(record.kind, language_) + " " + printable(record.id);
      if (!record.was_id.empty()) title += " (" + word({"før ", "was "}) + printable(record.was_id) + ")";
      out_ += '\n';
      line(painted(bold, title) + "  " + painted(yellow, fate_label(record.fate, language_)));
      if (!record.about.empty()) flow_text(record.about, 2);
      fields(record.fields, 2);
    }
  }

  void body() {
    const auto& passages = report_.redline.body.passages;
    const auto runs = change_runs(report_.redline.body);
    for (const ChangedSection& section : changed_sections(report_.redline.body, runs)) {
      out_ += '\n';
      line(painted(bold,
                   "── " + (section.title.empty() ? word({"Teksten", "The text"}) : printable(section.title)) + " ──"));
      for (const std::size_t at : section.runs) {
        const ChangeRun& run = runs[at];
        const Passage& first = passages[run.begin];
        std::vector<std::string> labels{passage_label(first, language_)};
        if (run.fate == Fate::moved_away || run.fate == Fate::moved_here)
          labels.front() += message(" ({})", " ({})", first.move).in(language_);
        for (const std::string& label : form_labels(first, language_)) labels.push_back(label);
        line(painted(yellow, join(labels, "; ")));
        for (std::size_t i = run.begin; i < run.end; ++i) block(passages[i], 2);
      }
    }
  }

  void block(const Passage& passage, std::size_t indent) {
    const Form& form = passage.form;
    if (passage.fate == Fate::moved_away) return flow_text(words_of(passage), indent);
    if (form.kind == MarkdownKind::table_row) return row(passage, indent);
    if (form.kind == MarkdownKind::code_block) return code(passage, indent);
    if (form.kind == MarkdownKind::embed || form.kind == MarkdownKind::thematic_break) {
      const std::string text =
          form.kind == MarkdownKind::embed ? embed_label(language_) + ": " + printable(form.label) : "――――";
      return line(passage.fate == Fate::deleted    ? deleted(text)
                  : passage.fate == Fate::inserted ? inserted(text)
                                                   : text,
                  indent);
    }
    if (!passage.pieces.empty()) {
      std::vector<TextWord> words;
      if (form.kind == MarkdownKind::heading) words.push_back({std::string(form.level, '#'), form.level});
      if (form.kind == MarkdownKind::footnote_definition)
        words.push_back({"[" + form.label + "]", form.label.size() + 2});
      add(words, passage.pieces, mark_);
      mark_.clear();
      flow(words, indent);
    }
    for (const Passage& child : passage.children) {
      if (child.fate == Fate::same && !passage_is_whole(passage)) continue;
      if (child.form.kind == MarkdownKind::item) mark_ = form.has(flag_ordered) ? "·" : "•";
      block(child, indent + (child.form.kind == MarkdownKind::item ? 2 : 0));
    }
  }

  static bool passage_is_whole(const Passage& passage) {
    return passage.form.kind == MarkdownKind::item || passage.form.kind == MarkdownKind::table_row;
  }

  void row(const Passage& row, std::size_t indent) {
    std::vector<TextWord> words;
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      words.push_back({"|", 1});
      cell(words, row.children[i]);
    }
    words.push_back({"|", 1});
    flow(words, indent);
  }

  void cell(std::vector<TextWord>& words, const Passage& passage) {
    add(words, passage.pieces, {});
    for (const Passage& child : passage.children) cell(words, child);
  }

  void code(const Passage& passage, std::size_t indent) {
    for (const Piece& piece : passage.pieces) {
      std::string text = piece.text;
      while (text.ends_with('\n')) text.pop_back();
      text = printable(text);
      line(piece.kind == PieceKind::deleted    ? painted(red, "- " + text)
           : piece.kind == PieceKind::inserted ? painted(green, "+ " + text)
                                               : "  " + text,
           indent);
    }
  }

  /// Words with marks around each run of one kind.
  void add(std::vector<TextWord>& words, const std::vector<Piece>& pieces, const std::string& mark) {
    if (!mark.empty()) words.push_back({mark, 1});
    bool glue = false;  // the next word follows without a blank
    for (std::size_t at = 0; at < pieces.size(); ++at) {
      const Piece& piece = pieces[at];
      std::string text = text_of(piece);
      const bool is_marked = piece.kind == PieceKind::deleted || piece.kind == PieceKind::inserted;
      // Several looks of one run are one run here.
      while (is_marked && at + 1 < pieces.size() && pieces[at + 1].kind == piece.kind) text += text_of(pieces[++at]);
      const bool leads = text.starts_with(' ');
      std::string body(trim(printable(text)));
      if (body.empty()) {
        glue = glue && text.empty();
        continue;
      }
      if (piece.kind == PieceKind::reformatted && piece.format != piece.was_format) {
        const auto& formats = report_.redline.body.formats;
        body += " (" + format_label(formats[piece.was_format], formats[piece.format], language_) + ")";
      }
      std::vector<TextWord> fresh = marked_words(piece.kind, body);
      const bool joins = glue && !leads && !words.empty();
      for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (i == 0 && joins) {
          words.back().text += fresh[i].text;
          words.back().columns += fresh[i].columns;
        } else {
          words.push_back(std::move(fresh[i]));
        }
      }
      glue = !text.ends_with(' ');
    }
  }

  /// Words that lines may break between; the marks of a run stand at its first and last.
  std::vector<TextWord> marked_words(PieceKind kind, const std::string& text) const {
    std::vector<std::string> words;
    for (const std::string_view one : split(text, ' ')) {
      if (!one.empty()) words.emplace_back(one);
    }
    const bool is_gone = kind == PieceKind::deleted;
    const bool is_marked = is_gone || kind == PieceKind::inserted;
    std::vector<TextWord> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string word = words[i];
      if (is_marked && i == 0) word = (is_gone ? "[-" : "{+") + word;
      if (is_marked && i + 1 == words.size()) word += is_gone ? "-]" : "+}";
      const std::size_t columns = code_points(word);
      out.push_back({is_marked ? painted(is_gone ? red : green, word) : word, columns});
    }
    return out;
  }

  std::string text_of(const Piece& piece) const {
    switch (piece.content) {
      case PieceContent::line_break:
        return " / ";
      case PieceContent::block_break:
        return " ¶ ";
      case PieceContent::image:
        return " [" + image_label(language_) + ": " + piece.text + "]";
      case PieceContent::footnote:
        return "[^" + piece.text + "]";
      default:
        return piece.text.empty() ? "(link)" : piece.text;
    }
  }

  void flow_text(const std::string& text, std::size_t indent) {
    std::vector<TextWord> words;
    const std::string shown = printable(text);
    for (const std::string_view one : split(shown, ' ')) {
      if (!one.empty()) words.push_back({std::string(one), code_points(one)});
    }
    flow(words, indent);
  }

  void flow(const std::vector<TextWord>& words, std::size_t indent) {
    std::string text;
    std::size_t columns = 0;
    for (const TextWord& one : words) {
      if (columns > 0 && indent + columns + 1 + one.columns > widest) {
        line(text, indent);
        text.clear();
        columns = 0;
      }
      if (columns > 0) {
        text += ' ';
        ++columns;
      }
      text += one.text;
      columns += one.columns;
    }
    if (!text.empty()) line(text, indent);
  }

  void privates() {
    if (report_.redline.private_fields.empty()) return;
    std::vector<std::string> names;
    for (const std::string& field : report_.redline.private_fields) names.push_back(printable(field));
    out_ += '\n';
    const std::string list = join(names, ", ");
    line(message("Ændret, men ikke offentligt: {}", "Changed, but not public: {}", list).in(language_));
  }

  const RedlineReport& report_;
  Language language_;
  bool coloured_;
  std::string out_;
  std::string mark_;  // of the list item that begins
};

}  // namespace

std::string redline_as_text(const RedlineReport& report, Language language, Coloured coloured) {
  return TextRedline(report, language, coloured).write();
}

std::string changes_as_text(const RedlineReport& report, Language language, Coloured coloured) {
  return TextRedline(report, language, coloured).changes();
}

}  // namespace kanon
