#include <algorithm>
#include <unordered_map>

#include "compare/body_comparison.h"

namespace kanon {
namespace {

constexpr double least_likeness = 0.6;
constexpr double least_likeness_of_neighbours = 0.5;
/// Fewer words than this are found elsewhere by chance.
constexpr std::uint32_t fewest_words = 5;

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Of equal blocks no more than these are looked at for each.
constexpr std::size_t most_looked_at = 64;

/// Inserted blocks that are equal; those before `first` are taken.
struct Equals {
  std::vector<std::uint32_t> places;
  std::size_t first = 0;
};

/// Items and rows may be short: that they change places is what happens to them.
bool is_one_of_many(const Block& block) {
  return block.form.kind == MarkdownKind::item || block.form.kind == MarkdownKind::table_row;
}

bool may_move(MarkdownKind kind) {
  return kind != MarkdownKind::table_cell && kind != MarkdownKind::footnote_definition &&
         kind != MarkdownKind::thematic_break;
}

}  // namespace

void BodyComparison::find_moves(std::vector<Passage>& passages) const {
  std::vector<Candidate> gone;
  std::vector<Candidate> come;
  const auto block_of = [](const Prose& prose, std::uint32_t node) {
    const auto& blocks = prose.blocks();
    const auto found = std::ranges::lower_bound(blocks, node, {}, &Block::node);
    return static_cast<std::uint32_t>(found - blocks.begin());
  };
  std::uint32_t containers = 0;
  const auto collect = [&](auto& self, std::vector<Passage>& list) -> void {
    const std::uint32_t parent = ++containers;
    for (Passage& passage : list) {
      const bool is_candidate = (passage.fate == Fate::deleted || passage.fate == Fate::inserted);
      if (!is_candidate) {
        self(self, passage.children);
      } else if (may_move(passage.form.kind)) {
        const bool is_old = passage.fate == Fate::deleted;
        const std::uint32_t block =
            is_old ? block_of(before_, passage.before_node) : block_of(after_, passage.after_node);
        (is_old ? gone : come).push_back({&passage, block, parent, 0});
      }
    }
  };
  collect(collect, passages);
  if (gone.empty() || come.empty()) return;
  number_moves(gone, come, moved(gone, come));
}

/// Which candidates are the same block: first what is equal, then what is alike, then what stood beside those.
Pairs BodyComparison::moved(const std::vector<Candidate>& gone, const std::vector<Candidate>& come) const {
  std::vector<std::optional<std::uint32_t>> to(gone.size());
  std::vector<bool> taken(come.size());
  const auto old_block = [&](std::size_t i) -> const Block& { return before_.block(gone[i].block); };
  const auto new_block = [&](std::size_t j) -> const Block& { return after_.block(come[j].block); };
  const auto take = [&](std::uint32_t i, std::uint32_t j) {
    to[i] = j;
    taken[j] = true;
  };
  std::unordered_map<std::uint64_t, Equals> equal;
  for (std::uint32_t j = 0; j < come.size(); ++j) equal[new_block(j).hash].places.push_back(j);
  std::vector<Unit> old_units(gone.size());
  std::vector<Unit> new_units(come.size());
  for (std::uint32_t i = 0; i < gone.size(); ++i) {
    const Block& block = old_block(i);
    const auto found = equal.find(block.hash);
    if (found != equal.end()) {
      auto& [places, first] = found->second;
      while (first < places.size() && taken[places[first]]) ++first;
      const std::size_t stop = std::min(places.size(), first + most_looked_at);
      for (std::size_t at = first; at < stop && !to[i]; ++at) {
        const std::uint32_t j = places[at];
        const bool is_long_enough =
            block.words >= fewest_words || (is_one_of_many(block) && gone[i].parent == come[j].parent);
        if (!taken[j] && new_block(j).form.kind == block.form.kind && is_long_enough) take(i, j);
      }
    }
    if (to[i] || block.words < fewest_words) continue;
    old_units[i] = {block.hash, static_cast<std::uint32_t>(block.form.kind), block.words, block.shingles, 0};
  }
  for (std::uint32_t j = 0; j < come.size(); ++j) {
    const Block& block = new_block(j);
    if (taken[j] || block.words < fewest_words) continue;
    new_units[j] = {block.hash, static_cast<std::uint32_t>(block.form.kind), block.words, block.shingles, 0};
  }
  for (const Anchor& alike : most_alike(old_units, new_units, least_likeness)) take(alike.before, alike.after);
  // What is short goes with its neighbours: the heading above a paragraph that moved.
  const auto follow = [&](std::uint32_t i, std::uint32_t j) {
    if (to[i] || taken[j] || old_block(i).form.kind != new_block(j).form.kind) return;
    const bool is_same = old_block(i).hash == new_block(j).hash ||
                         kanon::likeness(old_block(i).shingles, new_block(j).shingles) >= least_likeness_of_neighbours;
    if (is_same) take(i, j);
  };
  const auto stand_together = [&](std::uint32_t i, std::uint32_t j) {
    return old_block(i).next == gone[i + 1].block && new_block(j).next == come[j + 1].block;
  };
  for (std::uint32_t i = 0; i + 1 < gone.size(); ++i) {
    if (to[i] && *to[i] + 1 < come.size() && stand_together(i, *to[i])) follow(i + 1, *to[i] + 1);
  }
  for (auto i = static_cast<std::uint32_t>(gone.size()); i-- > 1;) {
    if (to[i] && *to[i] > 0 && stand_together(i - 1, *to[i] - 1)) follow(i - 1, *to[i] - 1);
  }
  Pairs pairs;
  for (std::uint32_t i = 0; i < gone.size(); ++i) {
    if (to[i]) pairs.emplace_back(i, *to[i]);
  }
  return pairs;
}

/// Blocks that stood together before and after have moved together.
void BodyComparison::number_moves(std::vector<Candidate>& gone, std::vector<Candidate>& come,
                                  const Pairs& pairs) const {
  std::uint32_t move = 0;
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    const auto [i, j] = pairs[at];
    const bool goes_on = at > 0 && pairs[at - 1].first + 1 == i && pairs[at - 1].second + 1 == j &&
                         before_.block(gone[i - 1].block).next == gone[i].block &&
                         after_.block(come[j - 1].block).next == come[j].block;
    if (!goes_on) ++move;
    Passage here = pair(gone[i].block, come[j].block);
    here.fate = Fate::moved_here;
    here.move = move;
    *come[j].passage = std::move(here);
    gone[i].passage->fate = Fate::moved_away;
    gone[i].passage->move = move;
  }
}

}  // namespace kanon
