#include <algorithm>

#include "base/escape.h"
#include "base/text.h"
#include "emit/html/words.h"
#include "emit/redline/labels.h"
#include "emit/redline/report.h"

namespace kanon {
namespace {

/// What forges take in one comment, with room for what tells that something was left out.
constexpr std::size_t most_characters = 59000;
constexpr std::size_t most_words_of_context = 12;

class MarkdownRedline {
 public:
  MarkdownRedline(const RedlineReport& report, Language language) : report_(report), language_(language) {}

  std::string write() {
    out_ = heading();
    const std::vector<std::string> parts = changes();
    std::size_t length = code_points(out_);
    std::size_t left_out = 0;
    for (const std::string& part : parts) {
      const std::size_t more = code_points(part) + 1;
      if (left_out > 0 || length + more > most_characters) {
        ++left_out;
        continue;
      }
      out_ += "\n" + part;
      length += more;
    }
    if (left_out > 0) {
      out_ +=
          "\n" + message("*{} ændringer mere er ikke med her.*\n", "*{} more changes are left out here.*\n", left_out)
                     .in(language_);
    }
    return std::move(out_);
  }

  std::vector<std::string> changes() {
    std::vector<std::string> parts;
    const std::string facts = fields(told_fields(report_.redline.fields), "- ");
    if (!facts.empty()) parts.push_back(facts);
    for (const RecordChange& record : report_.redline.records) parts.push_back(told(record));
    add_sections(parts);
    if (!report_.redline.private_fields.empty()) {
      std::vector<std::string> names;
      for (const std::string& name : report_.redline.private_fields) names.push_back(escape_markdown(name));
      const std::string list = join(names, ", ");
      parts.push_back(
          message("Ændret, men ikke offentligt: {}\n", "Changed, but not public: {}\n", list).in(language_));
    }
    return parts;
  }

 private:
  std::string heading() {
    const Words words = Words::parse("", "", language_).value_or(Words());
    const ToldVersion& after = report_.after;
    std::string out = "### " + escape_markdown(report_.title) + "\n\n" +
                      message("Fra {} til {}", "From {} to {}", version_label(report_.before, language_),
                              version_label(after, language_))
                          .in(language_);
    out += " · " + change_kind_label(after.kind, language_);
    if (!after.by.empty()) out += " · " + escape_markdown(after.by);
    if (after.date) out += " · " + words.date(*after.date);
    if (!after.change.empty()) out += "\n\n> " + escape_markdown(after.change);
    if (says_the_same(report_.redline))
      out += "\n\n" + Message{"Teksten er uændret.", "The text is unchanged."}.in(language_);
    return out + "\n";
  }

  std::string fields(const std::vector<FieldChange>& changes, const std::string& before) {
    std::string out;
    for (const FieldChange& field : changes) {
      out += before + "**" + field_label(field.name, language_) +
             "**:" + (field.pieces.empty() ? "" : " " + pieces(field.pieces));
      for (const FieldEntry& entry : field.entries) {
        if (entry.fate != Fate::same)
          out += " " + marked(entry.fate == Fate::deleted ? PieceKind::deleted : PieceKind::inserted,
                              escape_markdown(value_label(field.name, entry.text, language_)));
      }
      out += "\n";
    }
    return out;
  }

  std::string told(const RecordChange& record) {
    std::string out = "- **" + escape_markdown(record.id) + "** " + fate_label(record.fate, language_);
    if (!record.was_id.empty()) out += " (" + marked(PieceKind::deleted, escape_markdown(record.was_id)) + ")";
    if (!record.about.empty()) out += ": " + escape_markdown(record.about);
    return out + "\n" + fields(record.fields, "  - ");
  }

  void add_sections(std::vector<std::string>& parts) {
    const auto& passages = report_.redline.body.passages;
    const auto runs = change_runs(report_.redline.body);
    for (const ChangedSection& section : changed_sections(report_.redline.body, runs)) {
      bool begun = false;
      for (const std::size_t at : section.runs) {
        std::string part =
            begun || section.title.empty() ? std::string() : "#### " + escape_markdown(section.title) + "\n\n";
        begun = true;
        const Passage& first = passages[runs[at].begin];
        part += "*" + passage_label(first, language_);
        if (first.move != 0) part += fmt::format(" ({})", first.move);
        for (const std::string& label : form_labels(first, language_)) part += "; " + label;
        part += "*\n\n";
        for (std::size_t i = runs[at].begin; i < runs[at].end; ++i) block(passages[i], part, "");
        parts.push_back(std::move(part));
      }
    }
  }

  void block(const Passage& passage, std::string& out, const std::string& indent) {
    const MarkdownKind kind = passage.form.kind;
    if (passage.fate == Fate::moved_away) {
      std::string words = words_of(passage);
      const auto all = split(words, ' ');
      if (all.size() > most_words_of_context) {
        words.resize(static_cast<std::size_t>(all[most_words_of_context].data() - words.data()));
        words += "…";
      }
      out += indent + escape_markdown(words) + "\n\n";
      return;
    }
    if (kind == MarkdownKind::table_row) {
      out += indent;
      row(passage, out);
      out += "\n\n";
      return;
    }
    if (kind == MarkdownKind::embed)
      out += indent + embed_label(language_) + ": " + escape_markdown(passage.form.label) + "\n\n";
    if (!passage.pieces.empty()) {
      const std::string text = pieces(passage.pieces);
      out += indent + (kind == MarkdownKind::heading ? "**" + text + "**" : text) + "\n\n";
    }
    const bool is_list = kind == MarkdownKind::list;
    for (const Passage& child : passage.children) {
      if (child.fate == Fate::same && kind != MarkdownKind::item) continue;
      if (is_list) {
        std::string item;
        block(child, item, "");
        while (item.ends_with('\n')) item.pop_back();
        out += indent + "- " + replace_all(item, "\n", "\n" + indent + "  ") + "\n";
      } else {
        block(child, out, indent);
      }
    }
    if (is_list) out += "\n";
  }

  void row(const Passage& passage, std::string& out) {
    for (std::size_t i = 0; i < passage.children.size(); ++i) {
      if (i > 0) out += " &#124; ";
      cell(passage.children[i], out);
    }
  }

  void cell(const Passage& passage, std::string& out) {
    out += pieces(passage.pieces);
    for (const Passage& child : passage.children) {
      out += ' ';
      cell(child, out);
    }
  }

  static std::string marked(PieceKind kind, const std::string& text) {
    const std::string_view blanks = " ";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string::npos) return text;
    const std::string tag = kind == PieceKind::deleted ? "del" : "ins";
    return text.substr(0, begin) + "<" + tag + ">" + text.substr(begin) + "</" + tag + ">";
  }

  std::string pieces(const std::vector<Piece>& all) {
    std::string out;
    for (const Piece& piece : all) {
      const std::string text = text_of(piece);
      const bool is_marked = piece.kind == PieceKind::inserted || piece.kind == PieceKind::deleted;
      out += is_marked ? marked(piece.kind, text) : text;
      if (piece.kind == PieceKind::reformatted && piece.format != piece.was_format && !trim(piece.text).empty()) {
        const auto& formats = report_.redline.body.formats;
        out += " *(" + format_label(formats[piece.was_format], formats[piece.format], language_) + ")*";
      }
    }
    // Several looks of one run are one run here.
    out = replace_all(replace_all(std::move(out), "</ins><ins>", ""), "</del><del>", "");
    return std::string(trim(out));
  }

  std::string text_of(const Piece& piece) const {
    switch (piece.content) {
      case PieceContent::line_break:
        return " / ";
      case PieceContent::block_break:
        return " ¶ ";
      case PieceContent::image:
        return " " + image_label(language_) + ": " + escape_markdown(piece.text);
      case PieceContent::footnote:
        return "<sup>" + escape_markdown(piece.text) + "</sup>";
      case PieceContent::code_line:
        return "<code>" + escape_markdown(trim(piece.text)) + "</code><br>";
      default:
        return piece.text.empty() ? "(link)" : escape_markdown(piece.text);
    }
  }

  const RedlineReport& report_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string redline_as_markdown(const RedlineReport& report, Language language) {
  return MarkdownRedline(report, language).write();
}

std::vector<std::string> changes_as_markdown(const RedlineReport& report, Language language) {
  return MarkdownRedline(report, language).changes();
}

}  // namespace kanon
