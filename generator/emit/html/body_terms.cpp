#include <algorithm>

#include "base/escape.h"
#include "emit/html/body_writer.h"

namespace kanon {
namespace {

/// Raw HTML whose text is defined, abbreviated or typed, and not used.
bool is_no_running_text(std::string_view tag) {
  return tag == "dfn" || tag == "dt" || tag == "abbr" || tag == "code" || tag == "kbd" || tag == "summary";
}

bool holds(const std::vector<std::uint32_t>& terms, std::uint32_t term) {
  return std::ranges::find(terms, term) != terms.end();
}

}  // namespace

void BodyWriter::running_text(std::uint32_t index) {
  const std::string_view words = text(index);
  std::size_t written = 0;
  if (context_.terms != nullptr && !context_.terms->empty() && may_link_terms()) {
    for (auto match = context_.terms->find(words, 0); match; match = context_.terms->find(words, match->end)) {
      if (holds(terms_of_section_, match->term)) continue;
      escaped(words.substr(written, match->begin - written));
      link_term(match->term, words.substr(match->begin, match->end - match->begin));
      written = match->end;
    }
  }
  escaped(words.substr(written));
}

bool BodyWriter::may_link_terms() const {
  return std::ranges::none_of(open_, [this](const Open& open) {
    const MarkdownNode& around = node(open.node);
    switch (around.kind) {
      case MarkdownKind::heading:
      case MarkdownKind::link:
        return true;
      case MarkdownKind::admonition:
        return static_cast<AdmonitionKind>(around.level) == AdmonitionKind::definition;
      case MarkdownKind::table_cell:
        return around.has(flag_header);
      case MarkdownKind::element:
        return is_no_running_text(text(open.node));
      default:
        return false;
    }
  });
}

void BodyWriter::link_term(std::uint32_t term, std::string_view words) {
  terms_of_section_.push_back(term);
  const Term& of = context_.terms->term(term);
  const std::string href = context_.href_of_term ? context_.href_of_term(of) : std::string();
  if (href.empty()) return escaped(words);
  if (!holds(terms_of_body_, term)) terms_of_body_.push_back(term);
  out_ += "<a class=\"term\" href=\"" + escape_href(href) + '"';
  attribute("aria-describedby", context_.id_prefix + "_term-" + *of.id);
  out_ += '>';
  escaped(words);
  out_ += "</a>";
}

void BodyWriter::definitions() {
  if (terms_of_body_.empty()) return;
  new_line();
  out_ += "<div class=\"term-definitions\" hidden>\n";
  for (const std::uint32_t term : terms_of_body_) {
    const Term& of = context_.terms->term(term);
    out_ += "<p";
    attribute("id", context_.id_prefix + "_term-" + *of.id);
    out_ += "><strong>";
    escaped(of.term);
    out_ += "</strong>: ";
    escaped(of.definition);
    out_ += "</p>\n";
  }
  out_ += "</div>\n";
}

}  // namespace kanon
