#include "read/markdown_anchors.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/slug.h"
#include "base/text.h"

namespace kanon {
namespace {

bool is_anchor(std::string_view id) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !id.empty() && letter(id.front()) && std::all_of(id.begin(), id.end(), [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::string_view string_of(const ParsedFile::Parts& parts, Slice slice) {
  return std::string_view(parts.strings).substr(slice.begin, slice.size);
}

std::uint32_t last_child_of(const ParsedFile::Parts& parts, std::uint32_t node) {
  std::uint32_t last = node;
  for (std::uint32_t i = node + 1; i < parts.markdown[node].next; i = parts.markdown[i].next) last = i;
  return last;
}

/// The heading's own anchor, taken off the text that ends it; empty if it has none.
std::string take_own_anchor(ParsedFile::Parts& parts, std::uint32_t heading) {
  MarkdownNode& last = parts.markdown[last_child_of(parts, heading)];
  if (last.kind != MarkdownKind::text) return {};
  const std::string_view text = string_of(parts, last.text);
  const std::size_t open = text.rfind("{#");
  if (open == std::string_view::npos || !text.ends_with('}')) return {};
  const std::string id(text.substr(open + 2, text.size() - open - 3));
  // An escaped brace reads the same in the text, but not in the source.
  const auto source = trim(std::string_view(parts.text).substr(last.range.begin, last.range.end - last.range.begin));
  if (!is_anchor(id) || !source.ends_with("{#" + id + "}") || source.ends_with("\\{#" + id + "}")) return {};
  const std::size_t kept = text.substr(0, open).find_last_not_of(" \t");
  last.text.size = kept == std::string_view::npos ? 0 : static_cast<std::uint32_t>(kept + 1);
  return id;
}

class Anchors {
 public:
  explicit Anchors(ParsedFile::Parts& parts) : parts_(parts) {}

  void set() {
    for (std::uint32_t i = 0; i < parts_.markdown.size(); ++i) {
      if (parts_.markdown[i].kind == MarkdownKind::heading) headings_.push_back({i, take_own_anchor(parts_, i), {}});
    }
    for (Heading& heading : headings_) claim(heading, heading.own);
    for (Heading& heading : headings_) {
      heading.wanted =
          heading.own.empty() ? anchor_of(plain_text(parts_.markdown, parts_.strings, heading.node)) : heading.own;
      if (heading.own.empty()) claim(heading, heading.wanted);
    }
    for (Heading& heading : headings_) {
      if (!heading.claimed) claim_next(heading);
    }
  }

 private:
  struct Heading {
    std::uint32_t node = 0;
    std::string own;
    std::string wanted;
    bool claimed = false;
  };

  bool claim(Heading& heading, const std::string& anchor) {
    if (anchor.empty() || !taken_.insert(anchor).second) return false;
    heading.claimed = true;
    parts_.markdown[heading.node].text = parts_.store(anchor);
    if (!heading.own.empty()) parts_.markdown[heading.node].flags |= flag_own_anchor;
    return true;
  }

  void claim_next(Heading& heading) {
    int& number = numbers_.try_emplace(heading.wanted, 1).first->second;
    while (!claim(heading, heading.wanted + '-' + std::to_string(++number))) {
    }
  }

  ParsedFile::Parts& parts_;
  std::vector<Heading> headings_;
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, int> numbers_;
};

}  // namespace

void set_anchors(ParsedFile::Parts& parts) { Anchors(parts).set(); }

}  // namespace kanon
