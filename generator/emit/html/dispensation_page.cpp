#include <algorithm>

#include "emit/html/dispensations.h"
#include "emit/html/register_rows.h"

namespace kanon {
namespace {

const char* name_of(DispensationStanding standing) {
  switch (standing) {
    case DispensationStanding::valid:
      break;
    case DispensationStanding::ends_soon:
      return "ends-soon";
    case DispensationStanding::expired:
      return "expired";
  }
  return "valid";
}

const char* word_of(DispensationStanding standing) {
  switch (standing) {
    case DispensationStanding::valid:
      break;
    case DispensationStanding::ends_soon:
      return "dispensation_ends_soon";
    case DispensationStanding::expired:
      return "dispensation_expired";
  }
  return "dispensation_valid";
}

DispensationStanding standing_on(const PageParts& parts, const Dispensation& dispensation) {
  return standing_of(dispensation, parts.site.date, parts.view().config().review_due_soon);
}

/// Those that end first come first.
std::vector<const Dispensation*> by_end(const View& view) {
  std::vector<const Dispensation*> all = view.dispensations();
  std::ranges::stable_sort(all, {}, [](const Dispensation* one) { return *one->expires; });
  return all;
}

Data row_of(const PageParts& parts, const Dispensation& dispensation) {
  const View& view = parts.view();
  const ItemRef document = *view.find(*dispensation.document);
  const DispensationStanding standing = standing_on(parts, dispensation);
  Data row = dispensation_row(parts.rows(), dispensation);
  const bool has_section = dispensation.section && !view.heading_title(document, **dispensation.section).empty();
  put(row, "section_href",
      has_section ? text_or_nothing(parts.hrefs.to_target(ToItem{document, **dispensation.section})) : Data(false));
  put(row, "standing", parts.words[word_of(standing)]);
  put(row, "standing_key", std::string(name_of(standing)));
  return row;
}

}  // namespace

void add_dispensation_list(Data& data, const PageParts& parts) {
  DataList valid;
  DataList expired;
  for (const Dispensation* dispensation : by_end(parts.view())) {
    const bool is_over = standing_on(parts, *dispensation) == DispensationStanding::expired;
    (is_over ? expired : valid).push_back(row_of(parts, *dispensation));
  }
  std::ranges::reverse(expired);
  put(data, "as_of", day_or_nothing(parts.words, parts.site.date));
  put(data, "valid", items_or_nothing(valid));
  put(data, "expired", items_or_nothing(expired));
}

Data valid_dispensations(const PageParts& parts, const Document& document) {
  DataList rows;
  for (const Dispensation* dispensation : by_end(parts.view())) {
    if (*dispensation->document != *document.id) continue;
    if (standing_on(parts, *dispensation) == DispensationStanding::expired) continue;
    Data row = row_of(parts, *dispensation);
    const auto address = parts.view().address_of(parts.view().ref_of(*dispensation));
    put(row, "href", address ? Data(parts.hrefs.to(*address)) : Data(false));
    rows.push_back(std::move(row));
  }
  return items_or_nothing(rows);
}

}  // namespace kanon
