#include "compare/splits.h"

namespace kanon {
namespace {

constexpr double least_share = 0.6;
constexpr std::uint32_t fewest_words = 3;
constexpr std::size_t most_parts = 16;

bool is_part_of(const Block& part, const Block& whole) {
  return part.form.kind == MarkdownKind::paragraph && part.words >= fewest_words &&
         share_in(part.shingles, whole.shingles) >= least_share;
}

/// The groups around a paragraph that one side has and the other may have in parts. `whole` and `parts` say which side
/// is which.
class Gathering {
 public:
  Gathering(std::vector<BlockGroup>& groups, const Prose& of_whole, const Prose& of_parts,
            std::vector<std::uint32_t> BlockGroup::*whole, std::vector<std::uint32_t> BlockGroup::*parts)
      : groups_(groups), of_whole_(of_whole), of_parts_(of_parts), whole_(whole), parts_(parts) {}

  void gather() {
    std::vector<BlockGroup> gathered;
    for (std::size_t i = 0; i < groups_.size();) {
      const auto [begin, end] = stretch_around(i, gathered);
      if (end - begin < 2) {
        gathered.push_back(std::move(groups_[i++]));
        continue;
      }
      BlockGroup together;
      // Parts that stand before the whole were taken over already.
      for (std::size_t back = i - begin; back > 0; --back) {
        append(together, gathered[gathered.size() - back]);
      }
      gathered.resize(gathered.size() - (i - begin));
      for (; i < end; ++i) append(together, groups_[i]);
      gathered.push_back(std::move(together));
    }
    groups_ = std::move(gathered);
  }

 private:
  struct Stretch {
    std::size_t begin;
    std::size_t end;
  };

  static void append(BlockGroup& to, const BlockGroup& from) {
    to.before.insert(to.before.end(), from.before.begin(), from.before.end());
    to.after.insert(to.after.end(), from.after.begin(), from.after.end());
  }

  bool is_lone_part(const BlockGroup& group, const Block& whole) const {
    return (group.*whole_).empty() && (group.*parts_).size() == 1 &&
           is_part_of(of_parts_.block((group.*parts_).front()), whole);
  }

  Stretch stretch_around(std::size_t i, const std::vector<BlockGroup>& gathered) const {
    const BlockGroup& group = groups_[i];
    const Stretch alone{i, i + 1};
    if ((group.*whole_).size() != 1 || (group.*parts_).size() > 1) return alone;
    const Block& whole = of_whole_.block((group.*whole_).front());
    if (whole.form.kind != MarkdownKind::paragraph) return alone;
    std::size_t count = (group.*parts_).size();
    if (count == 1) {
      const Block& part = of_parts_.block((group.*parts_).front());
      if (part.hash == whole.hash || !is_part_of(part, whole)) return alone;
    }
    Stretch stretch = alone;
    while (stretch.end < groups_.size() && count < most_parts && is_lone_part(groups_[stretch.end], whole)) {
      ++stretch.end;
      ++count;
    }
    std::size_t taken = 0;
    while (taken < gathered.size() && taken < i && count < most_parts &&
           is_lone_part(gathered[gathered.size() - 1 - taken], whole)) {
      ++taken;
      --stretch.begin;
      ++count;
    }
    return count >= 2 ? stretch : alone;
  }

  std::vector<BlockGroup>& groups_;
  const Prose& of_whole_;
  const Prose& of_parts_;
  std::vector<std::uint32_t> BlockGroup::*whole_;
  std::vector<std::uint32_t> BlockGroup::*parts_;
};

}  // namespace

std::vector<BlockGroup> grouped(const Prose& before, const std::vector<std::uint32_t>& old_children, const Prose& after,
                                const std::vector<std::uint32_t>& new_children, const std::vector<AlignedPair>& pairs) {
  std::vector<BlockGroup> groups;
  groups.reserve(pairs.size());
  for (const AlignedPair& pair : pairs) {
    BlockGroup group;
    if (pair.before) group.before.push_back(old_children[*pair.before]);
    if (pair.after) group.after.push_back(new_children[*pair.after]);
    groups.push_back(std::move(group));
  }
  Gathering(groups, before, after, &BlockGroup::before, &BlockGroup::after).gather();
  Gathering(groups, after, before, &BlockGroup::after, &BlockGroup::before).gather();
  return groups;
}

}  // namespace kanon
