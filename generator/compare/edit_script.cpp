#include "compare/edit_script.h"

#include <algorithm>
#include <optional>

#include "compare/alignment.h"

namespace kanon {
namespace {

/// The most differences that are looked for one by one: time and memory grow with their square.
constexpr std::int32_t most_differences = 1000;
constexpr int deepest = 8;
/// In characters: one or two short words.
constexpr std::size_t largest_island = 12;

using Sequence = std::span<const std::uint32_t>;

class Script {
 public:
  std::vector<Edit> take() { return std::move(edits_); }

  void same(std::uint32_t before, std::uint32_t after, std::uint32_t count) {
    if (count > 0) add({true, before, before + count, after, after + count});
  }
  void change(std::uint32_t before, std::uint32_t before_end, std::uint32_t after, std::uint32_t after_end) {
    if (before < before_end || after < after_end) add({false, before, before_end, after, after_end});
  }

 private:
  void add(const Edit& edit) {
    if (edits_.empty() || edits_.back().same != edit.same) return edits_.push_back(edit);
    edits_.back().before_end = edit.before_end;
    edits_.back().after_end = edit.after_end;
  }

  std::vector<Edit> edits_;
};

/// The runs of equal values on the shortest way; nothing where it is longer than `most_differences`.
std::optional<std::vector<Anchor>> shortest_way(Sequence before, Sequence after) {
  const auto n = static_cast<std::int32_t>(before.size());
  const auto m = static_cast<std::int32_t>(after.size());
  const std::int32_t most = std::min(n + m, most_differences);
  std::vector<std::int32_t> furthest(2 * static_cast<std::size_t>(most) + 3, 0);
  std::vector<std::vector<std::int32_t>> trace;
  const std::int32_t middle = most + 1;
  const auto at = [&](std::int32_t k) -> std::int32_t& {
    const std::int32_t place = middle + k;
    return furthest[static_cast<std::size_t>(place)];
  };
  for (std::int32_t d = 0; d <= most; ++d) {
    // What the step before knew of the diagonals that this one looks at.
    trace.emplace_back(furthest.begin() + (middle - d), furthest.begin() + (middle + d + 1));
    for (std::int32_t k = -d; k <= d; k += 2) {
      const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
      std::int32_t x = down ? at(k + 1) : at(k - 1) + 1;
      while (x < n && x - k < m && before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(x - k)]) ++x;
      at(k) = x;
      if (x < n || x - k < m) continue;
      std::vector<Anchor> way;
      for (std::int32_t step = d, y = m; step >= 0; --step) {
        const auto& knew = trace[static_cast<std::size_t>(step)];
        const auto known = [&](std::int32_t diagonal) {
          const std::int32_t place = diagonal + step;
          return knew[static_cast<std::size_t>(place)];
        };
        const std::int32_t diagonal = x - y;
        const bool came_down = diagonal == -step || (diagonal != step && known(diagonal - 1) < known(diagonal + 1));
        const std::int32_t from = came_down ? diagonal + 1 : diagonal - 1;
        const std::int32_t from_x = step == 0 ? 0 : known(from);
        const std::int32_t begin = step == 0 ? 0 : came_down ? from_x : from_x + 1;
        while (x > begin) {
          --x;
          --y;
          way.push_back({static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)});
        }
        x = from_x;
        y = from_x - from;
      }
      std::ranges::reverse(way);
      return way;
    }
  }
  return std::nullopt;
}

/// Writes the script of two stretches that begin at these places of the whole.
void write(Sequence before, Sequence after, std::uint32_t old_at, std::uint32_t new_at, Script& script, int depth) {
  std::uint32_t begin = 0;
  while (begin < before.size() && begin < after.size() && before[begin] == after[begin]) ++begin;
  script.same(old_at, new_at, begin);
  before = before.subspan(begin);
  after = after.subspan(begin);
  old_at += begin;
  new_at += begin;
  std::uint32_t end = 0;
  while (end < before.size() && end < after.size() && before[before.size() - 1 - end] == after[after.size() - 1 - end])
    ++end;
  before = before.first(before.size() - end);
  after = after.first(after.size() - end);
  const auto old_end = static_cast<std::uint32_t>(old_at + before.size());
  const auto new_end = static_cast<std::uint32_t>(new_at + after.size());
  if (before.empty() || after.empty()) {
    script.change(old_at, old_end, new_at, new_end);
    return script.same(old_end, new_end, end);
  }
  auto way = shortest_way(before, after);
  const bool is_whole = way.has_value();
  if (!way && depth < deepest) {
    const std::vector<std::uint64_t> old_values(before.begin(), before.end());
    const std::vector<std::uint64_t> new_values(after.begin(), after.end());
    way = unique_anchors(old_values, new_values);
  }
  std::uint32_t old_done = 0;
  std::uint32_t new_done = 0;
  const auto fill_to = [&](std::uint32_t old_stop, std::uint32_t new_stop) {
    if (is_whole || !way || way->empty()) {
      script.change(old_at + old_done, old_at + old_stop, new_at + new_done, new_at + new_stop);
    } else {
      write(before.subspan(old_done, old_stop - old_done), after.subspan(new_done, new_stop - new_done),
            old_at + old_done, new_at + new_done, script, depth + 1);
    }
  };
  for (const Anchor& same : way.value_or(std::vector<Anchor>())) {
    fill_to(same.before, same.after);
    script.same(old_at + same.before, new_at + same.after, 1);
    old_done = same.before + 1;
    new_done = same.after + 1;
  }
  fill_to(static_cast<std::uint32_t>(before.size()), static_cast<std::uint32_t>(after.size()));
  script.same(old_end, new_end, end);
}

/// Whether something takes the place of something else: beside what was only put in or taken out, words stay.
bool replaces(const Edit& edit) { return edit.before < edit.before_end && edit.after < edit.after_end; }

/// One look at every island; whether any was merged.
bool merge_once(std::vector<Edit>& script, const SizeOf& size_before, const SizeOf& size_after) {
  const auto size = [&](const Edit& edit) {
    return std::max(size_before(edit.before, edit.before_end), size_after(edit.after, edit.after_end));
  };
  std::vector<Edit> merged;
  bool any = false;
  for (std::size_t i = 0; i < script.size(); ++i) {
    const bool is_island = script[i].same && !merged.empty() && i + 1 < script.size();
    const std::size_t own = is_island ? size(script[i]) : 0;
    const bool is_small =
        is_island && own <= largest_island && own <= size(merged.back()) && own <= size(script[i + 1]);
    if (is_small && replaces(merged.back()) && replaces(script[i + 1])) {
      merged.back().before_end = script[i + 1].before_end;
      merged.back().after_end = script[i + 1].after_end;
      ++i;
      any = true;
    } else {
      merged.push_back(script[i]);
    }
  }
  script = std::move(merged);
  return any;
}

}  // namespace

std::vector<Edit> edit_script(Sequence before, Sequence after) {
  Script script;
  write(before, after, 0, 0, script, 0);
  return script.take();
}

void merge_small_islands(std::vector<Edit>& script, const SizeOf& size_before, const SizeOf& size_after) {
  constexpr int most_rounds = 4;
  for (int round = 0; round < most_rounds && merge_once(script, size_before, size_after); ++round) {
  }
}

}  // namespace kanon
