#pragma once

#include <vector>

#include "compare/prose.h"
#include "compare/splits.h"

namespace kanon {

/// Which of the two texts a block is of.
enum class Side : std::uint8_t { before, after };

/// Makes the redline of two bodies, from the root down. Its depth is that of Prose, which is bounded.
class BodyComparison {
 public:
  BodyComparison(const ParsedFile& before, const ParsedFile& after);
  Redline compare();

 private:
  /// A deleted or inserted passage that may turn out to have moved.
  struct Candidate {
    Passage* passage = nullptr;
    std::uint32_t block = 0;
    std::uint32_t parent = 0;  ///< its container's block
    std::uint32_t move = 0;
  };

  std::vector<Passage> children(std::uint32_t before, std::uint32_t after) const;
  std::vector<Passage> footnotes() const;
  std::vector<Passage> passages(const std::vector<std::uint32_t>& before,
                                const std::vector<std::uint32_t>& after) const;
  std::vector<Passage> rows(std::uint32_t before, std::uint32_t after) const;
  Passage row(std::uint32_t before, std::uint32_t after, const std::vector<AlignedPair>& columns) const;
  Passage lone_row(Side side, std::uint32_t index, const std::vector<AlignedPair>& columns) const;
  std::vector<AlignedPair> columns(std::uint32_t before, std::uint32_t after) const;
  Passage group(const BlockGroup& blocks) const;
  Passage pair(std::uint32_t before, std::uint32_t after) const;
  Passage whole(Side side, std::uint32_t block) const;
  std::vector<Unit> units(const Prose& prose, const std::vector<std::uint32_t>& blocks) const;

  void find_moves(std::vector<Passage>& passages) const;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> moved(const std::vector<Candidate>& gone,
                                                             const std::vector<Candidate>& come) const;
  void number_moves(std::vector<Candidate>& gone, std::vector<Candidate>& come,
                    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) const;

  Vocabulary vocabulary_;
  Prose before_;
  Prose after_;
};

/// Says of headings that they cut a section in two, or that two became one.
void note_sections(std::vector<Passage>& passages);

/// Whether a passage differs from what it was in anything that a reader could see, its children aside.
bool is_changed_itself(const Passage& passage);

}  // namespace kanon
