#include "build/site_ledger.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/id.h"

namespace kanon {
namespace {

using nlohmann::json;

/// Objects in lists in objects in lists in an object: what the file has, and nothing deeper.
constexpr int deepest = 8;

std::optional<json> parse_json(const std::string& text) {
  bool too_deep = false;
  const auto watch = [&](int depth, json::parse_event_t, json&) {
    too_deep = too_deep || depth > deepest;
    return !too_deep;
  };
  json parsed = json::parse(text, watch, false);
  if (parsed.is_discarded() || too_deep) return std::nullopt;
  return parsed;
}

/// The text of a key; empty where there is none.
std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<ReleaseName> release_name(const json& value) {
  if (!value.is_object()) return std::nullopt;
  auto version = Version::parse(text_of(value, "version"));
  std::string id = text_of(value, "id");
  if (!version || !is_item_id(id)) return std::nullopt;
  return ReleaseName{std::move(id), *std::move(version)};
}

/// Whether everything that goes into an entry's hash could be read.
bool read_releases(const json& value, LedgerEntry& entry) {
  if (const auto parent = value.find("parent"); parent != value.end()) {
    entry.parent = release_name(*parent);
    if (!entry.parent) return false;
  }
  const auto parts = value.find("parts");
  if (parts == value.end()) return true;
  if (!parts->is_array()) return false;
  for (const json& part : *parts) {
    auto name = release_name(part);
    if (!name) return false;
    entry.parts.push_back(*std::move(name));
  }
  return true;
}

std::optional<PublishedEntry> read_entry(const json& value) {
  if (!value.is_object()) return std::nullopt;
  PublishedEntry published{{}, text_of(value, "version"), text_of(value, "previous"), text_of(value, "entry")};
  if (!is_sha256(published.entry) || !is_sha256(published.previous)) return std::nullopt;
  auto version = Version::parse(published.version);
  if (!version && !published.version.empty()) return std::nullopt;
  if (!value.contains("sha256")) return published;
  const auto date = Date::parse(text_of(value, "date"));
  const std::string sha256 = text_of(value, "sha256");
  if (!version || !date || !is_sha256(sha256)) return std::nullopt;
  LedgerEntry entry;
  entry.version = {*std::move(version), {}};
  entry.date = {*date, {}};
  entry.sha256 = {sha256, {}};
  entry.source = text_of(value, "source");
  entry.previous = {published.previous, {}};
  entry.entry = {published.entry, {}};
  if (!read_releases(value, entry)) return std::nullopt;
  published.complete = std::move(entry);
  return published;
}

std::optional<PublishedLedger> read_item(const json& value) {
  if (!value.is_object()) return std::nullopt;
  PublishedLedger ledger{text_of(value, "id"), {}};
  const auto entries = value.find("entries");
  if (!is_item_id(ledger.id) || entries == value.end() || !entries->is_array()) return std::nullopt;
  for (const json& one : *entries) {
    auto entry = read_entry(one);
    if (!entry) return std::nullopt;
    ledger.entries.push_back(*std::move(entry));
  }
  return ledger;
}

std::optional<std::vector<PublishedLedger>> read_items(const json& value) {
  if (!value.is_object() || value.value("version", json()) != 1) return std::nullopt;
  const auto items = value.find("items");
  if (items == value.end() || !items->is_array()) return std::nullopt;
  std::vector<PublishedLedger> ledgers;
  for (const json& one : *items) {
    auto ledger = read_item(one);
    if (!ledger) return std::nullopt;
    ledgers.push_back(*std::move(ledger));
  }
  return ledgers;
}

}  // namespace

bool is_sha256(std::string_view text) {
  return text.size() == 64 &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Result<std::optional<std::vector<PublishedLedger>>> read_site_ledger(const Files& files, const std::string& site) {
  const std::string path = site + "/" + site_ledger_path;
  if (!files.is_file(path) || !files.stays_below(path, site)) {
    return wrong_use(message("«{}» er ikke et websted, som Kanon har bygget: der er ingen {}",
                             "“{}” is not a site that Kanon built: it has no {}", site, site_ledger_path),
                     {"Angiv mappen med hele webstedet, som «kanon build» skrev den.",
                      "Name the folder with the whole site, as “kanon build” wrote it."});
  }
  const auto text = files.read(path);
  if (!text) return std::unexpected(text.error());
  const auto parsed = parse_json(*text);
  return parsed ? read_items(*parsed) : std::nullopt;
}

}  // namespace kanon
