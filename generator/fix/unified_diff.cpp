#include <fmt/format.h>
#include <algorithm>

#include "base/text.h"
#include "fix/apply.h"

namespace kanon {
namespace {

constexpr std::size_t kContext = 3;

/// The lines of a text, each with its line end.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// Lines that were replaced by others.
struct Change {
  std::size_t before = 0, removed = 0;
  std::size_t after = 0, added = 0;
};

/// The changes between two texts that differ in few places: after a difference both go on where the fewest lines were
/// passed over. Corrections replace, add and remove single lines.
std::vector<Change> changes_between(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  constexpr std::size_t kFurthest = 200;
  std::vector<Change> changes;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      ++i, ++j;
      continue;
    }
    std::size_t skip_a = a.size() - i, skip_b = b.size() - j;
    for (std::size_t passed = 1; passed <= kFurthest; ++passed) {
      bool met = false;
      for (std::size_t of_a = 0; of_a <= passed && !met; ++of_a) {
        const std::size_t of_b = passed - of_a;
        if (i + of_a >= a.size() || j + of_b >= b.size() || a[i + of_a] != b[j + of_b]) continue;
        skip_a = of_a, skip_b = of_b, met = true;
      }
      if (met) break;
    }
    changes.push_back({i, skip_a, j, skip_b});
    i += skip_a, j += skip_b;
  }
  return changes;
}

void put_line(std::string& out, char mark, std::string_view line) {
  out += mark;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

/// POSIX `diff`, “Diff Unified Output Format”: an empty stretch is named by the line before it.
std::string stretch(std::size_t begin, std::size_t count) {
  if (count == 1) return fmt::to_string(begin + 1);
  return fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
}

}  // namespace

std::string unified_diff(const std::string& path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const auto a = lines_of(before);
  const auto b = lines_of(after);
  const auto changes = changes_between(a, b);
  std::string out = fmt::format("--- a/{0}\n+++ b/{0}\n", path);
  for (std::size_t first = 0; first < changes.size();) {
    std::size_t last = first;
    while (last + 1 < changes.size() &&
           changes[last + 1].before <= changes[last].before + changes[last].removed + 2 * kContext)
      ++last;
    const std::size_t lead = std::min(kContext, changes[first].before);
    const std::size_t begin_a = changes[first].before - lead, begin_b = changes[first].after - lead;
    const std::size_t end_a = std::min(a.size(), changes[last].before + changes[last].removed + kContext);
    const std::size_t tail = end_a - (changes[last].before + changes[last].removed);
    const std::size_t end_b = changes[last].after + changes[last].added + tail;
    out += fmt::format("@@ -{} +{} @@\n", stretch(begin_a, end_a - begin_a), stretch(begin_b, end_b - begin_b));
    std::size_t at = begin_a;
    for (std::size_t i = first; i <= last; ++i) {
      for (; at < changes[i].before; ++at) put_line(out, ' ', a[at]);
      for (; at < changes[i].before + changes[i].removed; ++at) put_line(out, '-', a[at]);
      for (std::size_t j = 0; j < changes[i].added; ++j) put_line(out, '+', b[changes[i].after + j]);
    }
    for (; at < end_a; ++at) put_line(out, ' ', a[at]);
    first = last + 1;
  }
  return out;
}

}  // namespace kanon
