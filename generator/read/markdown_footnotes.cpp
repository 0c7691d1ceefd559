#include "read/markdown_footnotes.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace kanon {
namespace {

/// Suggestions look at no more labels than this.
constexpr std::size_t kMostLabels = 500;

/// The label of a line that begins with `[^label]:`, behind quote marks and indentation; empty if it doesn't.
std::string_view defined_label(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t>");
  if (begin == std::string_view::npos || !line.substr(begin).starts_with("[^")) return {};
  const std::size_t end = line.find("]:", begin);
  if (end == std::string_view::npos) return {};
  const std::string_view label = line.substr(begin + 2, end - begin - 2);
  return label.find_first_of("[] \t") == std::string_view::npos ? label : std::string_view();
}

}  // namespace

Footnotes::Footnotes(cmark_node* document, const SourceLines& source) {
  for (cmark_node* node = cmark_node_first_child(document); node != nullptr; node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION) continue;
    // cmark gives the column behind the colon.
    const Range line = source.line(cmark_node_get_start_line(node));
    const std::uint32_t behind = source.offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
    const std::string_view before = source.text().substr(line.begin, behind - line.begin);
    const std::size_t open = before.rfind("[^");
    Definition definition{.node = node, .label = {}, .begin = behind};
    if (open != std::string_view::npos) {
      const std::size_t close = std::min(before.find(']', open), before.size());
      definition.label = before.substr(open + 2, close - open - 2);
      definition.begin = line.begin + static_cast<std::uint32_t>(open);
    }
    definitions_.push_back(std::move(definition));
  }
  for (int line = 1; line <= source.count() && labels_.size() < kMostLabels; ++line) {
    const std::string_view label = defined_label(source.line_text(line));
    if (!label.empty()) labels_.emplace_back(label);
  }
}

std::optional<std::size_t> Footnotes::index_of(cmark_node* reference) const {
  const char* const literal = cmark_node_get_literal(reference);
  if (literal == nullptr) return std::nullopt;
  const std::string_view digits = literal;
  std::size_t number = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (parsed.ec != std::errc() || number == 0 || number > definitions_.size()) return std::nullopt;
  return number - 1;
}

std::string_view Footnotes::label_of(cmark_node* reference) const {
  const std::optional<std::size_t> index = index_of(reference);
  return index ? std::string_view(definitions_[*index].label) : std::string_view();
}

std::optional<Footnotes::Reference> Footnotes::refer(cmark_node* reference) {
  const std::optional<std::size_t> index = index_of(reference);
  if (!index) return std::nullopt;
  Definition& definition = definitions_[*index];
  if (definition.number == 0) {
    by_number_.push_back(*index);
    definition.number = static_cast<std::uint32_t>(by_number_.size());
  }
  ++definition.references;
  return Reference{definition.label, definition.number,
                   static_cast<std::uint8_t>(std::min<std::uint32_t>(definition.references, UINT8_MAX))};
}

const Footnotes::Definition* Footnotes::numbered(std::uint32_t number) const {
  if (number == 0 || number > by_number_.size()) return nullptr;
  return &definitions_[by_number_[number - 1]];
}

}  // namespace kanon
