#include "check/reviews.h"
#include "check/rule.h"
#include "history/review.h"

namespace kanon {
namespace {

void find_reviews(const CheckInput& input, Reporter& reporter) {
  for (const ReviewDate& review : review_dates(input)) {
    const auto standing = standing_of_review(*review.due, input.today, input.config().review_due_soon);
    if (standing != ReviewStanding::overdue) continue;
    reporter.report(review.item->file, review.due.range,
                    message("Skulle have været gennemgået senest {}", "Was due for review by {}", review.due->iso()),
                    review_remedy(*review.item));
  }
}

}  // namespace

namespace rules {
const Rule review_overdue{RuleId::review_overdue,
                          "versions",
                          Severity::warning,
                          {"En gennemgang skulle have fundet sted", "A review is overdue"},
                          find_reviews};
}  // namespace rules

}  // namespace kanon
