#include "read/xml_prose.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "read/oscal.h"

namespace kanon {
namespace {

constexpr std::array<std::string_view, 17> kBlocks{"p",     "div",   "h1",         "h2",      "h3", "h4",
                                                   "h5",    "h6",    "blockquote", "dl",      "dt", "dd",
                                                   "table", "tbody", "thead",      "section", "li"};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

void XmlProse::add(std::uint32_t element) {
  end_line();
  walk(element);
  end_line();
}

std::string XmlProse::take() {
  end_line();
  mark_.clear();
  return std::exchange(text_, {});
}

void XmlProse::walk(std::uint32_t node) {
  const XmlNode& at = tree_[node];
  if (at.is_text()) return add_words(at.text);
  if (at.name == "br" || at.name == "hr") return end_line();
  if (at.name == "ul" || at.name == "ol") return add_list(node);
  if (at.name == "tr") return add_row(node);
  if (at.name == "pre") return add_preformatted(node);
  if (at.name == "img") return add_words(tree_.attribute(node, "alt").value);
  if (at.name == "insert") {
    const auto id = tree_.attribute(node, "id-ref");
    const std::string& name = id->empty() ? tree_.attribute(node, "param-id").value : id.value;
    return add_words(kInsertBegin + std::string(name) + kInsertEnd);
  }
  if (std::ranges::find(kBlocks, at.name) != kBlocks.end()) return add_block(node);
  walk_children(node);
}

void XmlProse::walk_children(std::uint32_t node) {
  for (std::uint32_t i = node + 1; i < tree_[node].next; i = tree_[i].next) walk(i);
}

void XmlProse::add_block(std::uint32_t node) {
  end_line();
  walk_children(node);
  end_line();
}

void XmlProse::add_list(std::uint32_t list) {
  end_line();
  int number = 0;
  for (std::uint32_t i = list + 1; i < tree_[list].next; i = tree_[i].next) {
    if (tree_[i].is_text()) continue;
    mark_ = tree_[list].name == "ol" ? std::to_string(++number) + ". " : "- ";
    add_block(i);
  }
  mark_.clear();
}

void XmlProse::add_row(std::uint32_t row) {
  end_line();
  std::string cells;
  for (std::uint32_t i = row + 1; i < tree_[row].next; i = tree_[i].next) {
    if (tree_[i].is_text()) continue;
    XmlProse cell(tree_);
    cell.walk_children(i);
    if (!cells.empty()) cells += " | ";
    cells += replace_all(cell.take(), "\n", " ");
  }
  line_ = std::move(cells);
  end_line();
}

void XmlProse::add_preformatted(std::uint32_t node) {
  end_line();
  const std::string written = tree_.text(node).value;
  for (const std::string_view line : split(written, '\n')) {
    add_words(line);
    end_line();
  }
}

void XmlProse::add_words(std::string_view text) {
  for (const char c : text) {
    if (is_blank(c)) {
      gap_ = true;
      continue;
    }
    if (gap_ && !line_.empty()) line_ += ' ';
    gap_ = false;
    line_ += c;
  }
}

void XmlProse::end_line() {
  gap_ = false;
  if (line_.empty()) return;
  if (!text_.empty()) text_ += '\n';
  text_ += std::exchange(mark_, {});
  text_ += std::exchange(line_, {});
}

}  // namespace kanon
