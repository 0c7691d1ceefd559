#include <algorithm>

#include "base/escape.h"
#include "base/text.h"
#include "compare/summary.h"
#include "emit/pdf/composition.h"
#include "emit/pdf/print_text.h"
#include "emit/redline/for_audience.h"
#include "emit/redline/html.h"
#include "emit/redline/labels.h"

namespace kanon {
namespace {

using Kind = ChangedItem::Kind;

constexpr const char* summary_place = "_changes";

/// Each reader sees the editions that a handbook's parts are of: documents and catalogs by part, each once.
std::vector<ItemRef> editions_in(const View& view, const Handbook& handbook) {
  std::vector<ItemRef> editions;
  const auto add = [&](ItemRef edition) {
    const bool is_met = std::ranges::any_of(
        editions, [&](ItemRef one) { return *view.governed(one).id == *view.governed(edition).id; });
    if (!is_met) editions.push_back(edition);
  };
  for (const HandbookPart& part : handbook.parts) {
    for (const Document* document : view.documents_of(part)) add(view.ref_of(*document));
    for (const Catalog* catalog : view.catalogs_of(part)) add(view.ref_of(*catalog));
  }
  return editions;
}

/// A single item of the text has no `<h3>` of its own: these only say what the changes below them are of.
std::string without_headings(std::string html) {
  html = replace_all(std::move(html), "<h3>", "<p class=\"records-of\">");
  return replace_all(std::move(html), "</h3>", "</p>");
}

const char* label_of(Kind kind) {
  switch (kind) {
    case Kind::added:
      return "redline_is_new";
    case Kind::changed:
      return "redline_is_changed";
    case Kind::same_text:
      return "redline_is_same_text";
    default:
      return "redline_is_same";
  }
}

}  // namespace

std::string Composition::redline_line() const {
  return words_.with("redline_since", {{"version", view_.governed(*since_).version->text()}});
}

/// Whoever has a page of it alone sees at its foot that it shows changes, and the file's own title says so too. The
/// seal names both versions: it is of neither release.
void Composition::begin_redline() {
  const std::string line = redline_line();
  print_.marks_changes = true;
  print_.foot_line = line + " · " + print_.foot_line;
  print_.facts.title = words_.with(
      "redline_title", {{"title", print_.facts.title}, {"version", view_.governed(*since_).version->text()}});
  print_.facts.version = view_.governed(*since_).version->text() + ".." + print_.facts.version;
}

void Composition::compare_with(ItemRef older, ItemRef newer) {
  ChangedItem change{Kind::same_version, older, newer, {}};
  if (older != newer) {
    change.redline = redline_for_audience(view_, older, newer);
    change.kind = says_the_same(change.redline) ? Kind::same_text : Kind::changed;
  }
  changes_.push_back(std::move(change));
}

void Composition::compare_parts(const std::vector<SeenPart>& parts) {
  const std::vector<ItemRef> before = editions_in(view_, view_.handbook(*since_));
  const auto compare = [&](ItemRef newer) {
    const auto older =
        std::ranges::find_if(before, [&](ItemRef one) { return *view_.governed(one).id == *view_.governed(newer).id; });
    if (older == before.end())
      changes_.push_back({Kind::added, newer, newer, {}});
    else
      compare_with(*older, newer);
  };
  for (const SeenPart& part : parts) {
    for (const Document* document : part.documents) compare(view_.ref_of(*document));
    for (const Catalog* catalog : part.catalogs) compare(view_.ref_of(*catalog));
  }
  for (const ItemRef older : before) {
    if (change_of(view_.governed(older)) == nullptr) changes_.push_back({Kind::removed, older, older, {}});
  }
}

const ChangedItem* Composition::change_of(const Governed& item) const {
  const auto found = std::ranges::find_if(
      changes_, [&](const ChangedItem& change) { return *view_.governed(change.newer).id == *item.id; });
  return found == changes_.end() ? nullptr : &*found;
}

/// {label, fields, records} of what changed in a document or catalog besides its body; `false` where nothing is
/// compared.
Data Composition::changes_of(const Governed& item, const Chapter& chapter) {
  const ChangedItem* change = change_of(item);
  if (change == nullptr) return false;
  const std::string since = view_.governed(change->kind == Kind::added ? *since_ : change->older).version->text();
  std::string label = words_.with(label_of(change->kind), {{"version", since}});
  if (change->kind == Kind::changed) label += ": " + count_label(count_changes(change->redline), view_.language());
  RedlineSurroundings surroundings;
  surroundings.id_prefix = chapter.prefix;
  const RedlineHtml html = redline_html(change->redline, view_.language(), surroundings);
  Data data;
  put(data, "label", label);
  put(data, "fields", text_or_nothing(html.fields));
  put(data, "records", text_or_nothing(without_headings(html.records)));
  return data;
}

/// {title, href, step, count, entries: [{version, change, date}]}
Data Composition::change_row(const ChangedItem& change) {
  const Governed& newer = view_.governed(change.newer);
  const Governed& older = view_.governed(change.older);
  const bool is_changed = change.kind == Kind::changed;
  Data row;
  put(row, "title", *newer.title);
  put(row, "href", change.kind == Kind::removed ? Data(false) : text_or_nothing(links_.to_item(change.newer)));
  put(row, "step",
      older.version->text() == newer.version->text() ? newer.version->text()
                                                     : older.version->text() + " → " + newer.version->text());
  put(row, "count", is_changed ? Data(count_label(count_changes(change.redline), view_.language())) : Data(false));
  put(row, "entries", change.kind == Kind::removed ? Data(false) : items_or_nothing(entries_since(change)));
  return row;
}

/// The entries of the history that are newer than the older edition; of what is new, that of its version.
DataList Composition::entries_since(const ChangedItem& change) {
  Governed item = view_.governed(change.newer);
  const Version older = *view_.governed(change.older).version;
  const bool is_new = change.kind == Kind::added;
  std::erase_if(item.history, [&](const HistoryEntry& entry) {
    return *item.version < *entry.version || (is_new ? !(*entry.version == older) : !(older < *entry.version));
  });
  return history_rows(rows(), item);
}

std::string Composition::titles_of_unchanged() {
  std::vector<std::string> titles;
  for (const ChangedItem& change : changes_) {
    if (change.kind == Kind::same_version) titles.push_back(*view_.governed(change.newer).title);
  }
  return join(titles, "; ");
}

/// What changed in a handbook itself; its parts are told by themselves.
Data Composition::own_changes_of(const Handbook& handbook) {
  const ItemRedline redline = redline_for_audience(view_, *since_, view_.ref_of(handbook));
  const std::string fields = redline_html(redline, view_.language(), {}).fields;
  if (fields.empty()) return false;
  Data data;
  put(data, "label", false);
  put(data, "fields", fields);
  put(data, "records", false);
  return data;
}

DataList Composition::change_groups() {
  DataList groups;
  const auto add = [&](const char* title, Kind kind) {
    DataList list;
    for (const ChangedItem& change : changes_) {
      if (change.kind == kind) list.push_back(change_row(change));
    }
    if (list.empty()) return;
    Data group;
    put(group, "title", words_[title]);
    put(group, "items", list);
    groups.push_back(std::move(group));
  };
  add("redline_new", Kind::added);
  add("redline_changed", Kind::changed);
  add("redline_removed", Kind::removed);
  add("redline_verified", Kind::same_text);
  return groups;
}

/// What changed, told first: of a handbook document by document, of a document by its own history.
void Composition::add_summary(ItemRef item) {
  if (!since_) return;
  const bool is_handbook = item.kind == ItemKind::handbook;
  const ChangedItem own{Kind::changed, *since_, item, {}};
  Data data;
  put(data, "place", std::string(summary_place));
  put(data, "title", redline_line());
  put(data, "of_handbook", is_handbook);
  put(data, "intro",
      words_.with("redline_intro",
                  {{"to", view_.governed(item).version->text()}, {"from", view_.governed(*since_).version->text()}}));
  put(data, "entries", items_or_nothing(entries_since(own)));
  put(data, "changes",
      is_handbook ? own_changes_of(view_.handbook(item)) : changes_of(view_.governed(item), *links_.chapter_of(item)));
  put(data, "groups", is_handbook ? items_or_nothing(change_groups()) : Data(false));
  put(data, "unchanged", is_handbook ? text_or_nothing(titles_of_unchanged()) : Data(false));
  print_.headings.push_back({summary_place, {}, redline_line(), 1});
  std::string html;
  add_layout(html, "print/changes", data);
  print_.text += for_paper(html);
}

}  // namespace kanon
