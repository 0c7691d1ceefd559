#include "check/reviews.h"
#include "check/rule.h"
#include "history/review.h"

namespace kanon {
namespace {

void find_reviews(const CheckInput& input, Reporter& reporter) {
  for (const ReviewDate& review : review_dates(input)) {
    const auto standing = standing_of_review(*review.due, input.today, input.config().review_due_soon);
    if (standing != ReviewStanding::due_soon) continue;
    reporter.report(review.item->file, review.due.range,
                    message("Skal gennemgås senest {}", "Is due for review by {}", review.due->iso()),
                    review_remedy(*review.item));
  }
}

}  // namespace

namespace rules {
const Rule review_due_soon{RuleId::review_due_soon,
                           "versions",
                           Severity::warning,
                           {"En gennemgang skal snart finde sted", "A review is due soon"},
                           find_reviews};
}  // namespace rules

}  // namespace kanon
