#include <algorithm>
#include <array>

#include "emit/html/page_parts.h"
#include "history/review.h"

namespace kanon {
namespace {

/// How far ahead the second group reaches.
constexpr Duration ahead{.months = 3, .days = 0};

struct Group {
  ReviewStanding standing;
  const char* key;   ///< for style sheets
  const char* word;  ///< its heading
};
constexpr std::array<Group, 3> groups{{{ReviewStanding::overdue, "overdue", "reviews_overdue"},
                                       {ReviewStanding::due_soon, "soon", "reviews_soon"},
                                       {ReviewStanding::later, "later", "reviews_later"}}};

std::string type_of(const PageParts& parts, ItemRef item) {
  if (item.kind == ItemKind::document) return type_label(parts.view(), parts.view().document(item));
  return parts.words[item.kind == ItemKind::handbook ? "handbook" : "catalog"];
}

Data review_row(const PageParts& parts, const Review& review) {
  const Governed& item = parts.view().governed(review.item);
  Data row = item_row(parts.rows(), review.item);
  put(row, "type", text_or_nothing(type_of(parts, review.item)));
  put(row, "version", item.version->text());
  put(row, "owner", text_or_nothing(item.owner.empty() ? parts.view().config().publisher : item.owner));
  put(row, "due", day_or_nothing(parts.words, review.due));
  return row;
}

}  // namespace

void add_reviews(Data& data, const PageParts& parts) {
  const std::vector<Review> reviews = parts.view().reviews();
  DataList rows;
  for (const Group& group : groups) {
    DataList items;
    for (const Review& review : reviews) {
      if (standing_of_review(review.due, parts.site.date, ahead) == group.standing)
        items.push_back(review_row(parts, review));
    }
    Data row;
    put(row, "key", std::string(group.key));
    put(row, "title", parts.words[group.word]);
    put(row, "anchor", "_" + std::string(group.key));
    put(row, "count", std::to_string(items.size()));
    put(row, "reviews", items_or_nothing(items));
    rows.push_back(std::move(row));
  }
  put(data, "as_of", day_or_nothing(parts.words, parts.site.date));
  put(data, "groups", rows);
}

}  // namespace kanon
