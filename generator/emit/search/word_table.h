#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kanon {

/// The different words of texts, each with a number, in the order that they were met. All letters lie in one block:
/// a word that is known costs no memory.
class WordTable {
 public:
  WordTable();
  /// The number of a word, which is given one where it is new.
  std::uint32_t number_of(std::string_view word);
  std::string_view word(std::uint32_t number) const {
    return std::string_view(letters_).substr(ends_[number], ends_[number + 1] - ends_[number]);
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size() - 1); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  ///< from 1; 0 is free
  };
  void grow();

  std::vector<Slot> slots_;  ///< a power of two of them, at most half taken
  std::vector<std::uint32_t> ends_{0};
  std::string letters_;
};

}  // namespace kanon
