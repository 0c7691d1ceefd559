#include <algorithm>

#include "emit/html/editions.h"
#include "model/fingerprint.h"

namespace kanon {
namespace {

/// One line of the history: what the newest text says of a version, and its edition where one is shown.
struct Line {
  const HistoryEntry* entry = nullptr;
  std::optional<ItemRef> edition;
  Version version;
};

/// Every version that the newest text or an edition names, newest first. Entries older than the first release stand as
/// they were given.
std::vector<Line> lines_of(const View& view, const std::vector<ItemRef>& editions) {
  std::vector<Line> lines;
  for (const ItemRef item : editions) {
    const Governed& edition = view.governed(item);
    lines.push_back({own_entry(edition), item, *edition.version});
  }
  for (const HistoryEntry& entry : view.governed(editions.front()).history) {
    const bool has_edition =
        std::ranges::any_of(lines, [&](const Line& line) { return line.version == *entry.version; });
    if (!has_edition) lines.push_back({&entry, std::nullopt, *entry.version});
  }
  std::ranges::sort(lines, [](const Line& a, const Line& b) { return b.version < a.version; });
  return lines;
}

Data approvals_of(const RowSource& source, const Governed& said_by, const Version& version) {
  Governed of_version;
  std::ranges::copy_if(said_by.approvals, std::back_inserter(of_version.approvals),
                       [&](const Approval& approval) { return *approval.version == version; });
  return items_or_nothing(approval_rows(source, of_version));
}

Data fingerprint_row(const Edition& edition) {
  if (edition.fingerprint.empty()) return false;
  Data row;
  put(row, "short", short_fingerprint(edition.fingerprint));
  put(row, "entry", edition.fingerprint);
  put(row, "sha256", edition.sha256);
  return row;
}

Data version_row(const PageParts& parts, const Line& line, const Governed& newest) {
  const Words& words = parts.words;
  const Governed& said_by = line.edition ? parts.view().governed(*line.edition) : newest;
  const Edition none;
  const Edition& edition = line.edition ? said_by.edition : none;
  Data row;
  put(row, "version", line.version.text());
  put(row, "href", line.edition ? permanent_href(parts, *line.edition) : Data(false));
  put(row, "standing", line.edition ? standing_row(words, edition.standing) : Data(false));
  put(row, "date", line.entry == nullptr ? Data(false) : day_or_nothing(words, *line.entry->date));
  put(row, "by", text_or_nothing(line.entry == nullptr ? std::string() : line.entry->by));
  put(row, "change", text_or_nothing(line.entry == nullptr ? std::string() : line.entry->change));
  put(row, "kind", line.entry == nullptr ? Data(false) : Data(change_word(words, line.entry->kind)));
  put(row, "approvals", approvals_of(parts.rows(), said_by, line.version));
  put(row, "from", day_or_nothing(words, edition.in_force_from));
  put(row, "until", day_or_nothing(words, edition.in_force_until));
  put(row, "released", day_or_nothing(words, edition.released));
  put(row, "fingerprint", fingerprint_row(edition));
  put(row, "changes_href",
      line.edition ? redline_href(parts, parts.view().release_before(*line.edition), line.edition) : Data(false));
  return row;
}

std::string type_of(const PageParts& parts, ItemRef item) {
  if (item.kind == ItemKind::document) return type_label(parts.view(), parts.view().document(item));
  if (item.kind == ItemKind::catalog) return parts.words["catalog"];
  return item.kind == ItemKind::handbook ? parts.words["handbook"] : std::string();
}

}  // namespace

void add_history(Data& data, const PageParts& parts) {
  const View& view = parts.view();
  const ItemRef item = *parts.page.item;
  std::vector<ItemRef> editions = view.editions_of(item);
  if (editions.empty()) editions.push_back(item);
  const Governed& newest = view.governed(editions.front());
  const std::string home = view.home_address_of(item);
  DataList rows;
  bool has_fingerprints = false;
  for (const Line& line : lines_of(view, editions)) {
    rows.push_back(version_row(parts, line, newest));
    has_fingerprints |= line.edition && view.governed(*line.edition).edition.is_released();
  }
  put(data, "type", text_or_nothing(type_of(parts, item)));
  put(data, "title", *view.governed(item).title);
  put(data, "home_href", parts.site.page_at(home) == nullptr ? Data(false) : Data(parts.hrefs.to(home)));
  put(data, "versions", rows);
  put(data, "ledger_href", has_fingerprints ? Data(parts.hrefs.to("/data/ledger.json")) : Data(false));
}

}  // namespace kanon
