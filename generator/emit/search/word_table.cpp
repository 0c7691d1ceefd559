#include "emit/search/word_table.h"

#include <functional>

namespace kanon {
namespace {

constexpr std::size_t first_slots = 4096;

}  // namespace

WordTable::WordTable() : slots_(first_slots) {}

std::uint32_t WordTable::number_of(std::string_view word) {
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(word));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && this->word(slots_[at].number - 1) == word) return slots_[at].number - 1;
  }
  letters_ += word;
  ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  slots_[at] = {hash, size()};
  if (size() * std::size_t{2} > slots_.size()) grow();
  return size() - 1;
}

void WordTable::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == 0) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].number != 0) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace kanon
