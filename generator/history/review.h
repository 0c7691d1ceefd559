#pragma once

#include <optional>

#include "model/config.h"
#include "model/items.h"

namespace kanon {

/// The interval that a document is reviewed at: its type's, which its own may shorten, not lengthen.
std::optional<Duration> review_interval(const Config& config, const Document& document);
/// That of a catalog or handbook: its own, if it sets one.
std::optional<Duration> review_interval(const Governed& item);

/// The day an item is due for review, itself still in time: its newest history date plus the interval. Nothing where
/// it has no history or no interval.
std::optional<Date> next_review(const Governed& item, std::optional<Duration> interval);

/// Where a review stands on a day.
enum class ReviewStanding {
  overdue,   ///< the day it was due has passed
  due_soon,  ///< due on that day or within the time that one looks ahead
  later
};
ReviewStanding standing_of_review(Date due, Date day, Duration ahead);

}  // namespace kanon
