#include "emit/site_data.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <span>

#include "emit/json_data.h"
#include "emit/standing_name.h"
#include "history/own_entry.h"

namespace kanon {
namespace {

using Json = nlohmann::ordered_json;

Json address_or_null(const Site& site, const std::string& address) {
  return site.page_at(address) == nullptr ? Json(nullptr) : Json(address);
}

Json version_json(const Site& site, ItemRef item) {
  const Governed& edition = site.view->governed(item);
  const HistoryEntry* own = own_entry(edition);
  return {{"version", edition.version->text()},
          {"date", own == nullptr ? Json(nullptr) : Json(own->date->iso())},
          {"standing", name_of(edition.edition.standing)},
          {"address", address_or_null(site, site.view->permanent_address_of(item))},
          {"fingerprint", text_or_null(edition.edition.fingerprint)}};
}

Json document_json(const Site& site, const Document& document) {
  const View& view = *site.view;
  const ItemRef item = view.ref_of(document);
  const Edition& edition = document.edition;
  const Document* parent = view.parent_of(document);
  const auto address = view.address_of(item);
  const std::string pdf = view.pdf_address_of(item);
  Json versions = Json::array();
  for (const ItemRef one : view.editions_of(item)) versions.push_back(version_json(site, one));
  return {{"id", *document.id},
          {"type", *document.type},
          {"title", *document.title},
          {"version", document.version->text()},
          {"standing", name_of(edition.standing)},
          {"classification", view.classification_of(item)},
          {"owner", text_or_null(document.owner)},
          {"parent", parent == nullptr ? Json(nullptr) : Json(*parent->id)},
          {"address", address ? address_or_null(site, *address) : Json(nullptr)},
          {"pdf", site.has_pdf(pdf) ? Json(pdf) : Json(nullptr)},
          {"in_force_from", day_or_null(edition.in_force_from)},
          {"next_review", day_or_null(view.next_review(document))},
          {"released", day_or_null(edition.released)},
          {"fingerprint", text_or_null(edition.fingerprint)},
          {"versions", std::move(versions)}};
}

Json documents_json(const Site& site) {
  std::vector<const Document*> documents = site.view->documents();
  std::ranges::sort(documents, {}, [](const Document* document) -> const std::string& { return *document->id; });
  Json rows = Json::array();
  for (const Document* document : documents) rows.push_back(document_json(site, *document));
  return {{"version", 1}, {"documents", std::move(rows)}};
}

Json name_json(const ReleaseName& release) { return {{"id", release.id}, {"version", release.version.text()}}; }

/// Whether an entry may be told whole: its edition is seen, and so is every other that it names.
bool is_told(const View& view, const std::string& id, const LedgerEntry& entry) {
  const auto sees = [&](const ReleaseName& release) { return view.edition(release).has_value(); };
  const auto edition = view.edition({id, *entry.version});
  return edition && view.governed(*edition).edition.fingerprint == *entry.entry &&
         (!entry.parent || sees(*entry.parent)) && std::ranges::all_of(entry.parts, sees);
}

Json entry_json(const LedgerEntry& entry) {
  Json json{{"version", entry.version->text()}, {"date", entry.date->iso()}, {"sha256", *entry.sha256}};
  if (!entry.source.empty()) json["source"] = entry.source;
  if (entry.parent) json["parent"] = name_json(*entry.parent);
  if (!entry.parts.empty()) {
    Json parts = Json::array();
    for (const ReleaseName& part : entry.parts) parts.push_back(name_json(part));
    json["parts"] = std::move(parts);
  }
  return json;
}

/// The entries up to the day that the site shows, and those released later of versions that were in force by then.
std::span<const LedgerEntry> entries_until(const Site& site, const std::string& id, const ItemArchive& ledger) {
  std::size_t count = ledger.entries.size();
  while (count > 0) {
    const LedgerEntry& last = ledger.entries[count - 1];
    if (*last.date <= site.date || site.view->edition({id, *last.version})) break;
    --count;
  }
  return {ledger.entries.data(), count};
}

const char* name_of(ItemKind kind) {
  return kind == ItemKind::document ? "document" : kind == ItemKind::catalog ? "catalog" : "handbook";
}

Json ledger_json(const Site& site) {
  const View& view = *site.view;
  std::map<std::string, ItemRef> items;
  for (const ItemRef item : view.releases()) items.emplace(*view.governed(item).id, item);
  Json rows = Json::array();
  for (const auto& [id, item] : items) {
    const ItemArchive* ledger = view.ledger_of(item);
    if (ledger == nullptr) continue;
    Json entries = Json::array();
    for (const LedgerEntry& entry : entries_until(site, id, *ledger)) {
      Json json = is_told(view, id, entry) ? entry_json(entry) : Json::object();
      json["previous"] = *entry.previous;
      json["entry"] = *entry.entry;
      entries.push_back(std::move(json));
    }
    rows.push_back({{"id", id}, {"kind", name_of(item.kind)}, {"entries", std::move(entries)}});
  }
  return {{"version", 1}, {"items", std::move(rows)}};
}

}  // namespace

std::vector<Artifact> emit_site_data(const Site& site) {
  return {{"data/documents.json", json_bytes(documents_json(site)), "content/documents"},
          {"data/ledger.json", json_bytes(ledger_json(site)), "content/archive"}};
}

}  // namespace kanon
