#include "check/unsafe.h"

#include <algorithm>

namespace kanon {

UnsafeDestinations::UnsafeDestinations(const ParsedFile& file) {
  for (const auto& finding : file.findings())
    if (finding.rule == RuleId::unsafe_link) ranges_.push_back(finding.range);
  std::ranges::sort(ranges_, {}, &Range::begin);
}

bool UnsafeDestinations::had(const MarkdownNode& node) const {
  // The first that ends within or after the node; findings don't overlap each other but by nesting.
  const auto found = std::ranges::lower_bound(ranges_, node.range.begin, {}, &Range::begin);
  if (found != ranges_.end() && found->begin < node.range.end) return true;
  return found != ranges_.begin() && std::prev(found)->end > node.range.begin;
}

}  // namespace kanon
