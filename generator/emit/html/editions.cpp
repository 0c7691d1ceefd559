#include "emit/html/editions.h"

#include <algorithm>

#include "base/text.h"
#include "emit/standing_name.h"
#include "history/review.h"
#include "model/fingerprint.h"

namespace kanon {
namespace {

std::optional<Date> begins(const Governed& edition) {
  if (edition.edition.in_force_from) return edition.edition.in_force_from;
  return unlocated(edition.effective);
}

/// [{label, iso, text}]: from when, and until when, an edition is or was in force.
Data in_force(const Words& words, const Governed& edition) {
  const Standing standing = edition.edition.standing;
  const bool is_over = standing == Standing::superseded || standing == Standing::ended;
  DataList rows;
  const auto add = [&](const char* label, std::optional<Date> day) {
    if (!day) return;
    Data row = day_or_nothing(words, day);
    put(row, "label", words[label]);
    rows.push_back(std::move(row));
  };
  add(is_over ? "was_in_force_from" : standing == Standing::upcoming ? "takes_effect" : "effective", begins(edition));
  if (is_over) add("was_in_force_until", edition.edition.in_force_until);
  return items_or_nothing(rows);
}

Data fingerprint_line(const Words& words, const Governed& edition) {
  if (edition.edition.fingerprint.empty()) return false;
  return words.with("fingerprint_line", {{"version", edition.version->text()},
                                         {"fingerprint", short_fingerprint(edition.edition.fingerprint)}});
}

}  // namespace

Data standing_row(const Words& words, Standing standing) {
  Data row;
  // A style sheet's class has hyphens.
  put(row, "kind", replace_all(name_of(standing), "_", "-"));
  put(row, "label", words["standing_" + name_of(standing)]);
  return row;
}

Data permanent_href(const PageParts& parts, ItemRef edition) {
  const std::string address = parts.view().permanent_address_of(edition);
  const PagePlan* page = parts.site.page_at(address);
  return page != nullptr && page->kind == PageKind::release ? Data(parts.hrefs.to(address)) : Data(false);
}

Data review_day(const PageParts& parts, std::optional<Date> next_review) {
  Data day = day_or_nothing(parts.words, next_review);
  if (next_review)
    put(day, "overdue", standing_of_review(*next_review, parts.site.date, {}) == ReviewStanding::overdue);
  return day;
}

Data redline_href(const PageParts& parts, std::optional<ItemRef> older, std::optional<ItemRef> newer) {
  if (!older || !newer) return false;
  const std::string address = parts.view().redline_address_of(*older, *newer);
  const PagePlan* page = parts.site.page_at(address);
  return page != nullptr && page->kind == PageKind::redline ? Data(parts.hrefs.to(address)) : Data(false);
}

void add_edition(Data& data, const PageParts& parts, ItemRef item) {
  const Governed& edition = parts.view().governed(item);
  const std::string history = parts.view().history_address_of(item);
  const bool is_permanent = parts.page.kind == PageKind::release;
  put(data, "version", edition.version->text());
  put(data, "version_href", is_permanent ? Data(false) : permanent_href(parts, item));
  put(data, "standing", standing_row(parts.words, edition.edition.standing));
  put(data, "effective", day_or_nothing(parts.words, begins(edition)));
  put(data, "in_force", in_force(parts.words, edition));
  put(data, "history_href", parts.site.page_at(history) == nullptr ? Data(false) : Data(parts.hrefs.to(history)));
  put(data, "fingerprint", fingerprint_line(parts.words, edition));
  put(data, "notices", items_or_nothing(notice_rows(parts, item)));
}

}  // namespace kanon
