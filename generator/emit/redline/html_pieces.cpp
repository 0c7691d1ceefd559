#include "emit/redline/html_pieces.h"

#include "base/escape.h"
#include "base/text.h"
#include "emit/html/body.h"
#include "emit/redline/labels.h"

namespace kanon {
namespace {

bool is_marked(PieceKind kind) { return kind == PieceKind::inserted || kind == PieceKind::deleted; }

/// `</abbr></sub>` of `<sub><abbr title="…">`.
std::string closing_tags(const std::string& elements) {
  std::string tags;
  for (std::size_t at = elements.find('<'); at != std::string::npos; at = elements.find('<', at + 1)) {
    const std::size_t end = elements.find_first_of(" >", at);
    tags = "</" + elements.substr(at + 1, end - at - 1) + ">" + tags;
  }
  return tags;
}

}  // namespace

std::string PieceHtml::hidden(const Message& text) const {
  return "<span class=\"visually-hidden\">" + escape_html(text.in(language_)) + "</span>";
}

std::string PieceHtml::opening(PieceKind kind, Spoken spoken) const {
  if (kind == PieceKind::inserted)
    return "<ins>" + (spoken == Spoken::yes ? hidden({"[indsat: ", "[inserted: "}) : std::string());
  return "<del>" + (spoken == Spoken::yes ? hidden({"[slettet: ", "[deleted: "}) : std::string());
}

std::string PieceHtml::closing(PieceKind kind, Spoken spoken) const {
  const std::string end = spoken == Spoken::yes ? hidden({"]", "]"}) : std::string();
  return end + (kind == PieceKind::inserted ? "</ins>" : "</del>");
}

std::string PieceHtml::whole(PieceKind kind, const std::string& text, Spoken spoken) const {
  return opening(kind, spoken) + escape_html(text) + closing(kind, spoken);
}

std::string PieceHtml::write(const std::vector<Piece>& pieces, Spoken spoken, std::string_view between) {
  std::string out;
  PieceKind open = PieceKind::same;
  const auto close = [&] {
    if (is_marked(open)) out += closing(open, spoken);
    open = PieceKind::same;
  };
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    Piece one = pieces[at];
    const bool is_blank = one.content == PieceContent::words && one.text == " " && is_marked(one.kind);
    const bool stands_alone = one.kind != open && (at + 1 == pieces.size() || pieces[at + 1].kind != one.kind);
    if (is_blank && stands_alone) {  // nobody sees whether a blank is underlined
      if (one.kind == PieceKind::inserted) out += ' ';
      continue;
    }
    if (one.content == PieceContent::block_break) {
      close();
      const bool is_gone = one.kind == PieceKind::deleted;
      if (one.kind == PieceKind::same) {
        out += between;
        continue;
      }
      out += is_gone ? "<del class=\"break\">¶" + hidden({"[her sluttede et afsnit]", "[a paragraph ended here]"}) +
                           "</del> "
                     : "<ins class=\"break\">¶" + hidden({"[nyt afsnit]", "[new paragraph]"}) + "</ins>";
      if (!is_gone) out += between;
      continue;
    }
    if (one.kind != open) close();
    if (is_marked(one.kind) && open != one.kind) {
      // The blank before a run is no part of what is underlined or struck.
      if (one.content == PieceContent::words && one.text.starts_with(' ') && one.text.size() > 1) {
        out += ' ';
        one.text.erase(0, 1);
      }
      out += opening(one.kind, spoken);
      open = one.kind;
    }
    piece(one, out);
  }
  close();
  return out;
}

void PieceHtml::piece(const Piece& piece, std::string& out) {
  const bool is_thing = piece.content == PieceContent::image || piece.content == PieceContent::footnote;
  if (is_thing && surroundings_.whole != nullptr && piece.kind != PieceKind::deleted && piece.node != 0) {
    out += write_node(surroundings_.whole->after, piece.node, surroundings_.whole->context);
    return;
  }
  switch (piece.content) {
    case PieceContent::line_break:
      out += is_marked(piece.kind) ? "⏎<br>" : "<br>";
      return;
    case PieceContent::image:
      out += "<span class=\"picture\">" + escape_html(image_label(language_) + ": " + piece.text) + "</span>";
      return;
    case PieceContent::footnote:
      out += "<sup>" + escape_html(piece.text) + "</sup>";
      return;
    case PieceContent::code_line:
      append_escaped_html(out, piece.text);
      return;
    default:
      words(piece, out);
  }
}

void PieceHtml::words(const Piece& piece, std::string& out) {
  const Format& format = formats_[piece.format];
  const bool reformatted =
      piece.kind == PieceKind::reformatted && piece.format != piece.was_format && !trim(piece.text).empty();
  std::string text = escape_html(piece.text);
  const bool is_gone = piece.kind == PieceKind::deleted;
  if (piece.text.empty()) {
    const std::string title = !is_gone && surroundings_.title_of ? surroundings_.title_of(piece.node) : std::string();
    text = escape_html(title.empty() ? Message{"(link)", "(link)"}.in(language_) : title);
  }
  if (text.starts_with(' ')) {  // a blank has no look of its own
    out += ' ';
    text.erase(0, 1);
  }
  std::string open;
  std::string close;
  const auto wrap = [&](bool has, const char* tag) {
    if (!has) return;
    open += std::string("<") + tag + ">";
    close = std::string("</") + tag + ">" + close;
  };
  if (reformatted) {
    open += "<span class=\"reformatted\">";
    close = hidden(message(" [{}]", " [{}]", format_label(formats_[piece.was_format], format, language_))) + "</span>";
  }
  const std::string href =
      !format.link.empty() && !is_gone && surroundings_.href_of ? surroundings_.href_of(piece.node) : std::string();
  if (!href.empty()) {
    open += "<a href=\"" + escape_href(href) + "\">";
    close = "</a>" + close;
  }
  wrap(format.strong, "strong");
  wrap(format.emphasis, "em");
  wrap(format.strikethrough, "s");
  wrap(format.code, "code");
  out += open + format.elements + text + closing_tags(format.elements) + close;
}

}  // namespace kanon
