#include <algorithm>

#include "emit/html/editions.h"

namespace kanon {
namespace {

Data link_to(const PageParts& parts, const std::string& address, const std::string& title) {
  if (parts.site.page_at(address) == nullptr) return false;
  Data link;
  put(link, "href", parts.hrefs.to(address));
  put(link, "title", title);
  return link;
}

Data notice(const PageParts& parts, Standing standing, const char* label, const std::string& text, Data link) {
  Data row = standing_row(parts.words, standing);
  put(row, "label", parts.words[label]);
  put(row, "text", text);
  put(row, "link", std::move(link));
  put(row, "changes", false);
  return row;
}

/// «Se den version, der gælder nu»; nothing where the item's address shows none that is in force.
Data link_to_current(const PageParts& parts, ItemRef edition, const char* word) {
  const std::string home = parts.view().home_address_of(edition);
  const PagePlan* page = parts.site.page_at(home);
  if (page == nullptr || !shows_item(page->kind)) return false;
  const Standing shown = parts.view().governed(*page->item).edition.standing;
  return shown == Standing::in_force ? link_to(parts, home, parts.words[word]) : Data(false);
}

std::string period_text(const Words& words, const Edition& edition) {
  if (!edition.in_force_from || !edition.in_force_until) return words["notice_superseded_bare"];
  return words.with("notice_superseded_text",
                    {{"from", words.date(*edition.in_force_from)}, {"until", words.date(*edition.in_force_until)}});
}

std::string upcoming_text(const Words& words, const Edition& edition) {
  if (!edition.in_force_from) return words["notice_upcoming_bare"];
  return words.with("notice_upcoming_text", {{"from", words.date(*edition.in_force_from)}});
}

/// «Se, hvad version 1.2 ændrede»: from an older version to the one that took its place.
Data link_to_changes(const PageParts& parts, ItemRef edition) {
  const auto after = parts.view().release_after(edition);
  const Data href = redline_href(parts, edition, after);
  if (href.is_false()) return false;
  Data link;
  put(link, "href", href);
  put(link, "title", parts.words.with("see_changes_to", {{"version", parts.view().governed(*after).version->text()}}));
  return link;
}

/// What the permanent page of an edition says on top.
Data banner(const PageParts& parts, ItemRef item) {
  const Governed& item_text = parts.view().governed(item);
  const Edition& edition = item_text.edition;
  const Words& words = parts.words;
  switch (edition.standing) {
    case Standing::superseded: {
      Data row = notice(parts, edition.standing, "notice_superseded", period_text(words, edition),
                        link_to_current(parts, item, "see_current"));
      put(row, "changes", link_to_changes(parts, item));
      return row;
    }
    case Standing::in_force:
      return notice(parts, edition.standing, "notice_in_force",
                    words.with("notice_in_force_text", {{"version", item_text.version->text()}}),
                    link_to_current(parts, item, "see_home"));
    case Standing::upcoming:
      return notice(parts, edition.standing, "notice_upcoming", upcoming_text(words, edition),
                    link_to_current(parts, item, "see_current"));
    case Standing::ended:
      return notice(parts, edition.standing, "notice_ended", words["notice_ended_text"],
                    link_to(parts, parts.view().history_address_of(item), words["all_versions"]));
    case Standing::draft:
      return notice(parts, edition.standing, "notice_draft", words["notice_draft_text"],
                    link_to_current(parts, item, "see_current"));
  }
  return false;
}

/// That there is a version after the one that is shown.
Data newer(const PageParts& parts, ItemRef item) {
  const Governed& edition = parts.view().governed(item);
  const Words& words = parts.words;
  const std::string version = edition.version->text();
  const std::string address = parts.view().permanent_address_of(item);
  const bool is_draft = edition.edition.standing == Standing::draft;
  const Data link = link_to(parts, address, words.with(is_draft ? "see_draft" : "see_version", {{"version", version}}));
  if (is_draft)
    return notice(parts, Standing::draft, "notice_draft", words.with("draft_exists", {{"version", version}}), link);
  const auto from = edition.edition.in_force_from;
  const std::string text = from ? words.with("upcoming_exists", {{"version", version}, {"from", words.date(*from)}})
                                : words.with("upcoming_exists_bare", {{"version", version}});
  return notice(parts, Standing::upcoming, "notice_upcoming", text, link);
}

}  // namespace

DataList notice_rows(const PageParts& parts, ItemRef item) {
  if (parts.page.kind == PageKind::release) return {banner(parts, item)};
  const auto is_to_come = [&](ItemRef edition) {
    const Standing standing = parts.view().governed(edition).edition.standing;
    return standing == Standing::upcoming || standing == Standing::draft;
  };
  DataList rows;
  if (is_to_come(item)) rows.push_back(banner(parts, item));
  std::vector<ItemRef> editions = parts.view().editions_of(item);
  std::ranges::reverse(editions);
  for (const ItemRef edition : editions) {
    if (edition != item && is_to_come(edition)) rows.push_back(newer(parts, edition));
  }
  return rows;
}

}  // namespace kanon
