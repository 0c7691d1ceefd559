#include "read/yaml.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>

#include "read/yaml_findings.h"
#include "read/yaml_tree.h"

namespace kanon {
namespace {

constexpr std::size_t kMostFindings = 100;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The first character that YAML 1.2 does not count among the printable ones (c-printable, section 5.1). yaml-cpp takes
/// U+0004 for the end of the file.
std::optional<Finding> first_invisible(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t at = begin; at < end; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool control = (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F;
    if (control) return invisible_character({at, at + 1}, byte);
    if (byte == 0xC2 && at + 1 < end) {
      const auto second = static_cast<unsigned char>(text[at + 1]);
      if (second < 0xA0 && second != 0x85) return invisible_character({at, at + 2}, second);
    }
  }
  return std::nullopt;
}

/// Leaves out what a mapping may not hold: a key twice, and `<<`. Recursion is bounded, the tree's depth is.
class KeyCheck {
 public:
  KeyCheck(ParsedFile::Parts& parts, const std::vector<YamlNode>& all) : parts_(parts), lines_(parts.text), all_(all) {}

  void keep(std::uint32_t node) {
    const auto at = parts_.yaml.size();
    parts_.yaml.push_back(all_[node]);
    if (all_[node].kind == YamlKind::mapping) keep_pairs(node);
    if (all_[node].kind == YamlKind::sequence) {
      for (std::uint32_t i = node + 1; i < all_[node].next; i = all_[i].next) keep(i);
    }
    parts_.yaml[at].next = static_cast<std::uint32_t>(parts_.yaml.size());
  }

 private:
  void keep_pairs(std::uint32_t mapping) {
    std::unordered_map<std::string_view, Range> seen;
    for (std::uint32_t key = mapping + 1; key < all_[mapping].next;) {
      const std::uint32_t value = all_[key].next;
      const std::string_view text = std::string_view(parts_.strings).substr(all_[key].text.begin, all_[key].text.size);
      if (text == "<<" && all_[key].quoted == 0) {
        report(merge_key(all_[key].range));
      } else if (const auto [first, is_new] = seen.emplace(text, all_[key].range); !is_new) {
        report(repeated_key(all_[key].range, text, lines_.place(first->second).line));
      } else {
        keep(key);
        keep(value);
      }
      key = all_[value].next;
    }
  }

  /// Once for each place: an alias shows the same place again.
  void report(Finding finding) {
    if (reported_.size() < kMostFindings && reported_.insert(finding.range.begin).second)
      parts_.findings.push_back(std::move(finding));
  }

  ParsedFile::Parts& parts_;
  LineIndex lines_;
  const std::vector<YamlNode>& all_;
  std::set<std::uint32_t> reported_;
};

/// Reads as far as the document can be read; what ended the reading, if it was not the document's end.
std::optional<Finding> read_document(YamlTree& tree, const YamlSource& source, const std::string& text) {
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(tree)) {
    }
  } catch (const YamlStop& stop) {
    return stop.finding;
  } catch (const YAML::Exception& error) {
    return explain_syntax(source, {tree.offset_of(error.mark), error.msg}, tree.progress());
  }
  return std::nullopt;
}

}  // namespace

void parse_yaml(ParsedFile::Parts& parts, std::uint32_t begin, std::uint32_t end) {
  // yaml-cpp passes over a byte order mark without counting it.
  if (std::string_view(parts.text).substr(begin, end - begin).starts_with(kByteOrderMark)) begin += 3;
  const YamlSource whole(parts.text, begin, end);
  std::optional<Finding> broken = first_invisible(parts.text, begin, end);
  // The lines before an invisible character are read; what they lack because of it is no finding of its own.
  const YamlSource source(parts.text, begin, broken ? whole.line_begin(broken->range.begin) : end);

  YamlTree tree(parts, source, begin);
  std::optional<Finding> stopped = read_document(tree, source, parts.text.substr(begin, source.end() - begin));
  const std::vector<YamlNode> nodes = tree.take();
  if (!nodes.empty()) KeyCheck(parts, nodes).keep(0);
  if (!broken) broken = std::move(stopped);
  if (broken) parts.findings.push_back(std::move(*broken));
}

}  // namespace kanon
