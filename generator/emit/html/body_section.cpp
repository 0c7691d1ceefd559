#include "emit/html/body_section.h"

#include <unordered_map>
#include <vector>

namespace kanon {
namespace {

/// Cuts a section out of a body as a body of its own, and remembers which node each of its nodes was.
class SectionCut {
 public:
  explicit SectionCut(const ParsedFile& file) : file_(file), nodes_(file.markdown()) {}

  bool cut(std::string_view anchor) {
    const std::uint32_t heading = find(anchor);
    if (heading == 0) return false;
    parts_.strings = file_.strings();
    parts_.markdown.push_back(nodes_.front());
    origins_.push_back(0);
    const std::uint32_t end = end_of(heading);
    for (std::uint32_t node = nodes_[heading].next; node < end; node = nodes_[node].next) {
      if (nodes_[node].kind != MarkdownKind::footnote_definition) copy(node);
    }
    copy_definitions();
    parts_.markdown.front().next = static_cast<std::uint32_t>(parts_.markdown.size());
    return parts_.markdown.size() > 1;
  }

  ParsedFile section() const { return ParsedFile::pack(parts_); }
  std::uint32_t origin_of(std::uint32_t node) const { return origins_[node]; }

 private:
  std::uint32_t find(std::string_view anchor) const {
    for (std::uint32_t node = 1; node < nodes_.size(); node = nodes_[node].next) {
      const bool is_heading = nodes_[node].kind == MarkdownKind::heading;
      if (is_heading && file_.string(nodes_[node].text) == anchor) return node;
    }
    return 0;
  }

  std::uint32_t end_of(std::uint32_t heading) const {
    std::uint32_t node = nodes_[heading].next;
    for (; node < nodes_.size(); node = nodes_[node].next) {
      if (nodes_[node].kind == MarkdownKind::heading && nodes_[node].level <= nodes_[heading].level) break;
    }
    return node;
  }

  /// A node with all below it. References to footnotes are counted anew, in their order.
  void copy(std::uint32_t first) {
    for (std::uint32_t node = first; node < nodes_[first].next; ++node) {
      MarkdownNode copied = nodes_[node];
      copied.next = copied.next - node + static_cast<std::uint32_t>(parts_.markdown.size());
      if (copied.kind == MarkdownKind::footnote_reference) copied.number = number_of(copied.number);
      if (copied.kind == MarkdownKind::footnote_definition) copied.number = numbers_[copied.number];
      parts_.markdown.push_back(copied);
      origins_.push_back(node);
    }
  }

  std::uint32_t number_of(std::uint32_t footnote) {
    const auto [at, is_new] = numbers_.try_emplace(footnote, static_cast<std::uint32_t>(wanted_.size()) + 1);
    if (is_new) wanted_.push_back(footnote);
    return at->second;
  }

  // A footnote may refer to others: those come behind it.
  void copy_definitions() {
    std::unordered_map<std::uint32_t, std::uint32_t> definitions;
    for (std::uint32_t node = 1; node < nodes_.size(); node = nodes_[node].next) {
      if (nodes_[node].kind == MarkdownKind::footnote_definition) definitions.emplace(nodes_[node].number, node);
    }
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      const auto definition = definitions.find(wanted_[i]);
      if (definition != definitions.end()) copy(definition->second);
    }
  }

  const ParsedFile& file_;
  std::span<const MarkdownNode> nodes_;
  ParsedFile::Parts parts_;
  std::vector<std::uint32_t> origins_;
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;  // of footnotes: in the file, in the section
  std::vector<std::uint32_t> wanted_;                         // footnotes by their new number
};

}  // namespace

std::string write_section(const ParsedFile& file, std::string_view anchor, const BodyContext& context) {
  SectionCut cut(file);
  if (!cut.cut(anchor)) return {};
  BodyContext within = context;
  const auto of_origin = [&cut](const auto& ask) {
    return [&cut, &ask](std::uint32_t node) { return ask ? ask(cut.origin_of(node)) : std::string(); };
  };
  within.href_of = of_origin(context.href_of);
  within.title_of = of_origin(context.title_of);
  within.embed = of_origin(context.embed);
  within.number_of = of_origin(context.number_of);
  return write_body(cut.section(), within);
}

}  // namespace kanon
