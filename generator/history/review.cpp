#include "history/review.h"

#include <algorithm>

namespace kanon {

std::optional<Duration> review_interval(const Config& config, const Document& document) {
  std::optional<Duration> interval;
  if (const DocumentType* type = config.document_type(*document.type)) interval = type->review_every;
  if (document.review_every && (!interval || shorter(**document.review_every, *interval)))
    interval = **document.review_every;
  return interval;
}

std::optional<Duration> review_interval(const Governed& item) { return unlocated(item.review_every); }

std::optional<Date> next_review(const Governed& item, std::optional<Duration> interval) {
  if (!interval || item.history.empty()) return std::nullopt;
  const auto newest = std::ranges::max_element(item.history, {}, [](const HistoryEntry& entry) { return *entry.date; });
  return newest->date->plus(*interval);
}

ReviewStanding standing_of_review(Date due, Date day, Duration ahead) {
  if (due < day) return ReviewStanding::overdue;
  return due <= day.plus(ahead) ? ReviewStanding::due_soon : ReviewStanding::later;
}

}  // namespace kanon
