#include "emit/html/editions.h"

namespace kanon {
namespace {

Data change_row(const PageParts& parts, ItemRef item) {
  const Governed& edition = parts.view().governed(item);
  const HistoryEntry* entry = own_entry(edition);
  const std::string history = parts.view().history_address_of(item);
  const bool is_upcoming = edition.edition.standing == Standing::upcoming;
  Data row;
  put(row, "title", *edition.title);
  put(row, "version", edition.version->text());
  put(row, "href", permanent_href(parts, item));
  put(row, "kind", entry == nullptr ? Data(false) : Data(change_word(parts.words, entry->kind)));
  put(row, "change", text_or_nothing(entry == nullptr ? std::string() : entry->change));
  put(row, "released", day_or_nothing(parts.words, edition.edition.released));
  put(row, "upcoming", is_upcoming ? standing_row(parts.words, Standing::upcoming) : Data(false));
  put(row, "takes_effect", is_upcoming ? day_or_nothing(parts.words, edition.edition.in_force_from) : Data(false));
  put(row, "changes_href", redline_href(parts, parts.view().release_before(item), item));
  put(row, "history_href", parts.site.page_at(history) == nullptr ? Data(false) : Data(parts.hrefs.to(history)));
  return row;
}

}  // namespace

void add_changes(Data& data, const PageParts& parts) {
  DataList groups;
  DataList rows;
  std::string month;
  const auto close = [&] {
    if (rows.empty()) return;
    Data group;
    put(group, "title", month);
    put(group, "anchor", "_month-" + std::to_string(groups.size() + 1));
    put(group, "releases", rows);
    groups.push_back(std::move(group));
    rows.clear();
  };
  for (const ItemRef item : parts.view().releases()) {
    const auto released = parts.view().governed(item).edition.released;
    if (!released) continue;
    const std::string of_release = parts.words.month(*released);
    if (of_release != month) close();
    month = of_release;
    rows.push_back(change_row(parts, item));
  }
  close();
  put(data, "groups", groups);
}

}  // namespace kanon
