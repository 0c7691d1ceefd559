#pragma once

#include <vector>

#include "check/rule.h"

namespace kanon {

/// When an item is next due for review.
struct ReviewDate {
  const Governed* item = nullptr;
  Located<Date> due;  ///< placed at the history date that it is counted from
};

/// One for each document, catalog and handbook that has an interval and a history that could be read whole: a newest
/// entry that could not be read must not make the one before it look old.
std::vector<ReviewDate> review_dates(const CheckInput& input);

/// What to do about a review that is due.
Message review_remedy(const Governed& item);

}  // namespace kanon
