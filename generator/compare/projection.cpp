#include "compare/projection.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "compare/body_comparison.h"

namespace kanon {
namespace {

bool is_on(Fate fate, Side side) {
  switch (fate) {
    case Fate::inserted:
    case Fate::moved_here:
      return side == Side::after;
    case Fate::deleted:
    case Fate::moved_away:
      return side == Side::before;
    default:
      return true;
  }
}

bool is_on(PieceKind kind, Side side) {
  return kind == PieceKind::inserted ? side == Side::after : kind != PieceKind::deleted || side == Side::before;
}

std::string name_of(const Format& format) {
  std::string name = format.emphasis ? "e" : "";
  if (format.strong) name += 's';
  if (format.strikethrough) name += 'x';
  if (format.code) name += 'c';
  if (!format.link.empty()) name += " link=" + format.link;
  if (!format.link_title.empty()) name += " title=" + format.link_title;
  return name + format.elements;
}

class Projection {
 public:
  Projection(const Redline& redline, Side side) : redline_(redline), side_(side) {}

  std::string write() {
    std::vector<std::string> notes;
    for (const Passage& passage : redline_.passages) {
      if (!is_on(passage.fate, side_)) continue;
      if (passage.form.kind != MarkdownKind::footnote_definition) {
        block(passage, 0);
        continue;
      }
      // Notes stand by their labels: their order is that of the references, which the body has already.
      std::string body = std::exchange(out_, {});
      block(passage, 0);
      notes.push_back(std::exchange(out_, std::move(body)));
    }
    std::ranges::sort(notes);
    for (const std::string& note : notes) out_ += note;
    return std::move(out_);
  }

 private:
  void block(const Passage& passage, std::size_t depth) {
    const Form& form = side_ == Side::before && passage.was ? *passage.was : passage.form;
    begin(form, depth);
    words(passage, form, depth);
    out_ += '\n';
    for (const Passage& child : passage.children) {
      if (is_on(child.fate, side_)) block(child, depth + 1);
    }
  }

  void begin(const Form& form, std::size_t depth) {
    out_.append(depth * 2, ' ');
    out_ += fmt::format("[{} {} {} {} «{}» «{}»] ", static_cast<int>(form.kind), form.level, form.flags, form.number,
                        form.label, replace_all(form.content, "\n", "¶"));
  }

  void words(const Passage& passage, const Form& form, std::size_t depth) {
    std::uint32_t current = 0;
    const auto switch_to = [&](std::uint32_t format) {
      if (format == current) return;
      if (current != 0) out_ += '}';
      if (format != 0) out_ += '{' + name_of(redline_.formats[format]) + ':';
      current = format;
    };
    for (const Piece& piece : passage.pieces) {
      if (!is_on(piece.kind, side_)) continue;
      const bool is_old = side_ == Side::before && piece.kind == PieceKind::reformatted;
      // A blank has no look of its own.
      if (piece.content != PieceContent::words) {
        switch_to(piece.content == PieceContent::image || piece.content == PieceContent::footnote
                      ? (is_old ? piece.was_format : piece.format)
                      : 0);
      }
      switch (piece.content) {
        case PieceContent::words:
          switch_to(is_old ? piece.was_format : piece.format);
          out_ += piece.text;
          break;
        case PieceContent::line_break:
          out_ += "⏎";
          break;
        case PieceContent::block_break:
          out_ += '\n';
          begin(form, depth);
          break;
        case PieceContent::image:
          out_ += "⟦image " + piece.text + "⟧";
          break;
        case PieceContent::footnote:
          out_ += "⟦note " + (is_old && piece.was_text ? *piece.was_text : piece.text) + "⟧";
          break;
        case PieceContent::code_line:
          out_ += "\n|" + piece.text;
          break;
      }
    }
    switch_to(0);
  }

  const Redline& redline_;
  Side side_;
  std::string out_;
};

}  // namespace

std::string rejected(const Redline& redline) { return Projection(redline, Side::before).write(); }

std::string accepted(const Redline& redline) { return Projection(redline, Side::after).write(); }

std::string canonical(const ParsedFile& body) { return accepted(compare_bodies(ParsedFile(), body)); }

}  // namespace kanon
