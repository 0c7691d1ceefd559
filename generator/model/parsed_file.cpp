#include "model/parsed_file.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>

namespace kanon {
namespace {

// The block of bytes: header, YAML nodes, Markdown nodes, findings, text, strings. Every array begins at a multiple of
// 8, which is what makes it safe to look at the nodes where they lie; every byte between is zero, which keeps equal
// parts equal bytes. Text and strings are one pool, since most strings of a file stand in its text as they are.

constexpr std::array<char, 8> kMagic{'k', 'a', 'n', 'o', 'n', 'p', 'f', '2'};
constexpr std::uint32_t kByteOrder = 0x01020304;
/// Deeper trees are refused: whoever walks a tree may then recurse.
constexpr std::size_t kDeepest = 256;

struct Section {
  std::uint64_t offset = 0;
  std::uint64_t count = 0;  ///< of nodes, findings or bytes
};

struct Header {
  std::array<char, 8> magic = kMagic;
  std::uint32_t byte_order = kByteOrder;
  std::uint32_t unused = 0;
  Section yaml, markdown, findings, text, strings;
};

/// A finding on its way; the rule goes by name, since numbers change as rules are added.
struct PackedFinding {
  Range range;
  Slice rule, message_da, message_en, help_da, help_en;
};

static_assert(std::is_trivially_copyable_v<MarkdownNode> && std::is_trivially_copyable_v<YamlNode> &&
              std::is_trivially_copyable_v<PackedFinding> && std::is_trivially_copyable_v<Header>);
static_assert(std::has_unique_object_representations_v<MarkdownNode> &&
                  std::has_unique_object_representations_v<PackedFinding> &&
                  std::has_unique_object_representations_v<Header>,
              "padding would let chance bytes into the block");
static_assert(offsetof(YamlNode, quoted) == 1 && offsetof(YamlNode, next) == 4, "the two bytes between are padding");

constexpr std::uint64_t aligned(std::uint64_t offset) { return (offset + 7) / 8 * 8; }

/// Where the sections lie, given how much each holds. There is one layout for given counts; adopt() accepts no other.
Header layout(std::uint64_t yaml, std::uint64_t markdown, std::uint64_t findings, std::uint64_t text,
              std::uint64_t strings) {
  Header header;
  header.yaml = {sizeof(Header), yaml};
  header.markdown = {aligned(header.yaml.offset + yaml * sizeof(YamlNode)), markdown};
  header.findings = {aligned(header.markdown.offset + markdown * sizeof(MarkdownNode)), findings};
  header.text = {aligned(header.findings.offset + findings * sizeof(PackedFinding)), text};
  header.strings = {header.text.offset + text, strings};
  return header;
}

Slice append(std::string& strings, std::string_view value) {
  if (value.empty()) return {};
  const Slice slice{static_cast<std::uint32_t>(strings.size()), static_cast<std::uint32_t>(value.size())};
  strings.append(value);
  return slice;
}

/// The strings of a file on their way into its pool, behind the text: what stands in the text is found there.
class Pool {
 public:
  explicit Pool(const ParsedFile::Parts& parts) : parts_(parts) {}

  Slice add(std::string_view value) {
    Slice slice = append(strings_, value);
    if (slice.size > 0) slice.begin += static_cast<std::uint32_t>(parts_.text.size());
    return slice;
  }

  /// A string of a node that was made from `range` of the text. One from nowhere stays so, for adopt() to refuse.
  Slice add(Slice slice, Range range) {
    if (slice.size == 0) return {};
    if (std::uint64_t{slice.begin} + slice.size > parts_.strings.size()) return {UINT32_MAX, slice.size};
    const std::string_view value = std::string_view(parts_.strings).substr(slice.begin, slice.size);
    const std::string_view text = parts_.text;
    // What is in quotes or marks begins one character later.
    for (const std::uint64_t begin : {std::uint64_t{range.begin}, std::uint64_t{range.begin} + 1}) {
      if (begin < text.size() && text.substr(begin).starts_with(value)) {
        return {static_cast<std::uint32_t>(begin), slice.size};
      }
    }
    return add(value);
  }

  const std::string& strings() const { return strings_; }

 private:
  const ParsedFile::Parts& parts_;
  std::string strings_;
};

PackedFinding packed(const Finding& finding, Pool& pool) {
  return {finding.range,
          pool.add(name_of(finding.rule)),
          pool.add(finding.message.da),
          pool.add(finding.message.en),
          pool.add(finding.help.da),
          pool.add(finding.help.en)};
}

Header header_of(const std::string& bytes) {
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header;
}

template <class T>
std::span<const T> array_at(const std::string& bytes, Section section) {
  static_assert(alignof(T) <= 8);
  return {reinterpret_cast<const T*>(bytes.data() + section.offset), section.count};
}

bool same(const Section& a, const Section& b) { return a.offset == b.offset && a.count == b.count; }

/// The header, if it is one of this program's and the sections lie exactly as they must, within the bytes.
std::optional<Header> sound_header(const std::string& bytes) {
  if (bytes.size() < sizeof(Header)) return std::nullopt;
  const Header header = header_of(bytes);
  if (header.magic != kMagic || header.byte_order != kByteOrder || header.unused != 0) return std::nullopt;
  for (const Section& section : {header.yaml, header.markdown, header.findings, header.text, header.strings}) {
    if (section.count > bytes.size() || section.count > UINT32_MAX) return std::nullopt;
  }
  const Header expected =
      layout(header.yaml.count, header.markdown.count, header.findings.count, header.text.count, header.strings.count);
  const bool fits = same(header.yaml, expected.yaml) && same(header.markdown, expected.markdown) &&
                    same(header.findings, expected.findings) && same(header.strings, expected.strings) &&
                    same(header.text, expected.text) && header.strings.offset + header.strings.count == bytes.size();
  if (!fits) return std::nullopt;
  return header;
}

/// What stretches must lie within.
struct Bounds {
  std::uint64_t pool = 0;
  std::uint64_t text = 0;

  bool holds(Slice slice) const { return std::uint64_t{slice.begin} + slice.size <= pool; }
  bool holds(Range range) const { return range.begin <= range.end && range.end <= text; }
};

/// Whether the nodes are one tree in preorder, of bounded depth.
template <class Node>
bool is_preorder(std::span<const Node> nodes) {
  if (nodes.empty()) return true;
  if (nodes[0].next != nodes.size()) return false;
  std::array<std::uint32_t, kDeepest> ends{};
  std::size_t depth = 0;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    while (depth > 0 && ends[depth - 1] <= i) --depth;
    const std::uint32_t limit = depth == 0 ? static_cast<std::uint32_t>(nodes.size()) : ends[depth - 1];
    if (i > 0 && depth == 0) return false;
    if (nodes[i].next <= i || nodes[i].next > limit || depth == kDeepest) return false;
    ends[depth++] = nodes[i].next;
  }
  return true;
}

bool is_leaf(MarkdownKind kind) {
  switch (kind) {
    case MarkdownKind::code_block:
    case MarkdownKind::embed:
    case MarkdownKind::thematic_break:
    case MarkdownKind::text:
    case MarkdownKind::soft_break:
    case MarkdownKind::line_break:
    case MarkdownKind::code:
    case MarkdownKind::footnote_reference:
      return true;
    default:
      return false;
  }
}

bool is_level(const MarkdownNode& node) {
  switch (node.kind) {
    case MarkdownKind::heading:
      return node.level >= 1 && node.level <= 6;
    case MarkdownKind::admonition:
      return node.level <= static_cast<std::uint8_t>(AdmonitionKind::recommendation);
    case MarkdownKind::table_cell:
      return node.level <= static_cast<std::uint8_t>(CellAlignment::right);
    default:
      return true;
  }
}

bool are_sound(std::span<const MarkdownNode> nodes, const Bounds& bounds) {
  if (!is_preorder(nodes)) return false;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const MarkdownNode& node = nodes[i];
    if (node.kind > MarkdownKind::footnote_reference || (node.kind == MarkdownKind::document) != (i == 0)) return false;
    if (is_leaf(node.kind) && node.next != i + 1) return false;
    if (!is_level(node) || !bounds.holds(node.range) || !bounds.holds(node.text) || !bounds.holds(node.extra)) {
      return false;
    }
  }
  return true;
}

/// Whether a mapping's children are pairs whose first is a scalar.
bool has_pairs(std::span<const YamlNode> nodes, std::uint32_t mapping) {
  std::uint32_t child = mapping + 1;
  while (child < nodes[mapping].next) {
    if (nodes[child].kind != YamlKind::scalar) return false;
    const std::uint32_t value = nodes[child].next;
    if (value >= nodes[mapping].next) return false;
    child = nodes[value].next;
  }
  return true;
}

bool are_sound(std::span<const YamlNode> nodes, const Bounds& bounds) {
  if (!is_preorder(nodes)) return false;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const YamlNode& node = nodes[i];
    if (node.kind > YamlKind::mapping || node.quoted > 1) return false;
    const bool has_children = node.next != i + 1;
    if (has_children && (node.kind == YamlKind::null || node.kind == YamlKind::scalar)) return false;
    if (!bounds.holds(node.range) || !bounds.holds(node.text)) return false;
    if (node.kind == YamlKind::mapping && !has_pairs(nodes, i)) return false;
  }
  return true;
}

bool are_sound(std::span<const PackedFinding> findings, const Bounds& bounds, std::string_view pool) {
  for (const PackedFinding& finding : findings) {
    if (!bounds.holds(finding.range)) return false;
    for (const Slice slice : {finding.rule, finding.message_da, finding.message_en, finding.help_da, finding.help_en}) {
      if (!bounds.holds(slice)) return false;
    }
    if (!rule_named(pool.substr(finding.rule.begin, finding.rule.size))) return false;
  }
  return true;
}

}  // namespace

Slice ParsedFile::Parts::store(std::string_view value) { return append(strings, value); }

ParsedFile ParsedFile::pack(const Parts& parts) {
  Pool pool(parts);
  std::vector<YamlNode> yaml = parts.yaml;
  for (YamlNode& node : yaml) node.text = pool.add(node.text, node.range);
  std::vector<MarkdownNode> markdown = parts.markdown;
  for (MarkdownNode& node : markdown) {
    node.text = pool.add(node.text, node.range);
    node.extra = pool.add(node.extra, node.range);
  }
  std::vector<PackedFinding> findings;
  findings.reserve(parts.findings.size());
  for (const Finding& finding : parts.findings) findings.push_back(packed(finding, pool));

  const std::string& strings = pool.strings();
  const Header header = layout(yaml.size(), markdown.size(), findings.size(), parts.text.size(), strings.size());
  std::string bytes(header.strings.offset + header.strings.count, '\0');
  char* const out = bytes.data();
  const auto copy = [out](const Section& section, const void* from, std::size_t size) {
    if (size > 0) std::memcpy(out + section.offset, from, size);
  };
  std::memcpy(out, &header, sizeof header);
  copy(header.yaml, yaml.data(), yaml.size() * sizeof(YamlNode));
  for (std::size_t i = 0; i < yaml.size(); ++i) {
    std::memset(out + header.yaml.offset + i * sizeof(YamlNode) + 2, 0, 2);
  }
  copy(header.markdown, markdown.data(), markdown.size() * sizeof(MarkdownNode));
  copy(header.findings, findings.data(), findings.size() * sizeof(PackedFinding));
  copy(header.strings, strings.data(), strings.size());
  copy(header.text, parts.text.data(), parts.text.size());
  ParsedFile file;
  file.bytes_ = std::make_shared<const std::string>(std::move(bytes));
  return file;
}

std::optional<ParsedFile> ParsedFile::adopt(std::string bytes) {
  const std::optional<Header> header = sound_header(bytes);
  if (!header) return std::nullopt;
  const std::string_view pool = std::string_view(bytes).substr(header->text.offset);
  const Bounds bounds{pool.size(), header->text.count};
  if (!are_sound(array_at<YamlNode>(bytes, header->yaml), bounds) ||
      !are_sound(array_at<MarkdownNode>(bytes, header->markdown), bounds) ||
      !are_sound(array_at<PackedFinding>(bytes, header->findings), bounds, pool)) {
    return std::nullopt;
  }
  ParsedFile file;
  file.bytes_ = std::make_shared<const std::string>(std::move(bytes));
  return file;
}

const std::string& ParsedFile::bytes() const {
  static const std::string none;
  return bytes_ ? *bytes_ : none;
}

std::span<const YamlNode> ParsedFile::yaml() const {
  if (!bytes_) return {};
  return array_at<YamlNode>(*bytes_, header_of(*bytes_).yaml);
}

std::span<const MarkdownNode> ParsedFile::markdown() const {
  if (!bytes_) return {};
  return array_at<MarkdownNode>(*bytes_, header_of(*bytes_).markdown);
}

std::string_view ParsedFile::strings() const {
  if (!bytes_) return {};
  return std::string_view(*bytes_).substr(header_of(*bytes_).text.offset);
}

std::string_view ParsedFile::string(Slice slice) const {
  const std::string_view all = strings();
  if (std::uint64_t{slice.begin} + slice.size > all.size()) return {};
  return all.substr(slice.begin, slice.size);
}

std::string_view ParsedFile::text() const {
  if (!bytes_) return {};
  const Section text = header_of(*bytes_).text;
  return {bytes_->data() + text.offset, text.count};
}

std::vector<Finding> ParsedFile::findings() const {
  std::vector<Finding> findings;
  if (!bytes_) return findings;
  for (const PackedFinding& finding : array_at<PackedFinding>(*bytes_, header_of(*bytes_).findings)) {
    const std::optional<RuleId> rule = rule_named(string(finding.rule));
    if (!rule) continue;
    findings.push_back({*rule, finding.range,
                        Message{std::string(string(finding.message_da)), std::string(string(finding.message_en))},
                        Message{std::string(string(finding.help_da)), std::string(string(finding.help_en))}});
  }
  return findings;
}

std::string plain_text(const ParsedFile& file, std::uint32_t node) {
  return plain_text(file.markdown(), file.strings(), node);
}

std::string plain_text(std::span<const MarkdownNode> nodes, std::string_view strings, std::uint32_t node) {
  const auto string = [&](Slice slice) { return strings.substr(slice.begin, slice.size); };
  std::string text;
  if (node >= nodes.size()) return text;
  bool gap = false;
  std::vector<std::uint32_t> ends;  // of the block elements that are open
  const auto say = [&](std::string_view words) {
    if (words.empty()) return;
    if (gap && !text.empty() && text.back() != ' ' && words.front() != ' ') text += ' ';
    gap = false;
    text += words;
  };
  for (std::uint32_t i = node; i < nodes[node].next; ++i) {
    for (; !ends.empty() && ends.back() <= i; ends.pop_back()) gap = true;
    switch (nodes[i].kind) {
      case MarkdownKind::text:
      case MarkdownKind::code:
      case MarkdownKind::code_block:
        say(string(nodes[i].text));
        break;
      case MarkdownKind::emphasis:
      case MarkdownKind::strong:
      case MarkdownKind::strikethrough:
      case MarkdownKind::link:
      case MarkdownKind::image:
      case MarkdownKind::footnote_reference:
        break;
      case MarkdownKind::element:
        if (nodes[i].has(flag_block)) ends.push_back(nodes[i].next);
        gap = gap || nodes[i].has(flag_block) || string(nodes[i].text) == "br";
        break;
      default:
        gap = true;
        break;
    }
  }
  return text;
}

}  // namespace kanon
