#include "check/reviews.h"

#include <algorithm>

#include "check/front_matter.h"
#include "history/review.h"
#include "model/governed.h"

namespace kanon {
namespace {

std::optional<Duration> interval_of(const Config& config, const Document& document) {
  return review_interval(config, document);
}

std::optional<Duration> interval_of(const Config& /*config*/, const Governed& item) { return review_interval(item); }

}  // namespace

std::vector<ReviewDate> review_dates(const CheckInput& input) {
  std::vector<ReviewDate> dates;
  for_each_governed(input.corpus(), [&](const auto& item) {
    if (!all_were_read(input.corpus().parsed(item.file), "history", item.history.size())) return;
    const auto due = next_review(item, interval_of(input.config(), item));
    if (!due) return;
    const auto newest = std::ranges::max_element(item.history, {}, [](const auto& entry) { return *entry.date; });
    dates.push_back({&item, {*due, newest->date.range}});
  });
  return dates;
}

Message review_remedy(const Governed& item) {
  return message(
      "Læs teksten igennem. Holder den stadig, så skriv kanon bump {} --kind verified --by … --change …, og få den "
      "godkendt.",
      "Read the text through. If it still holds, run kanon bump {} --kind verified --by … --change … and have it "
      "approved.",
      *item.id);
}

}  // namespace kanon
