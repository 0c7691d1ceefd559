#include "read/ledger.h"

#include <algorithm>
#include <utility>

#include "base/id.h"
#include "base/text.h"
#include "read/mapping.h"
#include "read/project_sources.h"

namespace kanon {
namespace {

constexpr std::size_t kHashDigits = 64;
const std::string kExampleHash(kHashDigits, '0');

/// What any wrong value of a ledger is answered with: nobody mends one by hand.
std::function<Message(std::string_view)> no_instruction() { return always({}); }

const Form<std::string>& hash_form() {
  static const Form<std::string> form{[](std::string_view text) -> std::optional<std::string> {
                                        const bool is_hash =
                                            text.size() == kHashDigits && std::ranges::all_of(text, [](char c) {
                                              return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                                            });
                                        return is_hash ? std::optional(std::string(text)) : std::nullopt;
                                      },
                                      {"64 hexadecimale cifre (0–9, a–f)", "64 hexadecimal digits (0–9, a–f)"},
                                      no_instruction(),
                                      kExampleHash};
  return form;
}

const Form<std::string>& id_form() {
  static const Form<std::string> form{
      [](std::string_view text) { return is_item_id(text) ? std::optional(std::string(text)) : std::nullopt; },
      {"et id", "an id"},
      no_instruction(),
      "informationssikkerhedspolitik"};
  return form;
}

/// Whether a path is one that a document, catalog or handbook may stand under: links of frozen texts start from it.
bool is_source_path(std::string_view path) {
  if (path.find_first_of("\t\n\r") != std::string_view::npos) return false;
  const auto parts = split(path, '/');
  if (std::ranges::any_of(parts, [](std::string_view part) { return part.empty() || part.front() == '.'; })) {
    return false;
  }
  const SourceKind kind = kind_of(path);
  return kind == SourceKind::document || kind == SourceKind::catalog || kind == SourceKind::imported_catalog ||
         kind == SourceKind::handbook;
}

const Form<std::string>& source_form() {
  static const Form<std::string> form{
      [](std::string_view text) { return is_source_path(text) ? std::optional(std::string(text)) : std::nullopt; },
      {"stien til et dokument, en håndbog eller et kravkatalog i projektet",
       "the path of a document, handbook or catalog in the project"},
      no_instruction(),
      "content/documents/backup-politik.md"};
  return form;
}

std::optional<ReleaseName> read_name(Mapping& mapping) {
  const auto id = mapping.required("id", id_form());
  const auto version = mapping.required_version("version");
  if (!was_read(id) || !was_read(version)) return std::nullopt;
  return ReleaseName{*id, *version};
}

void read_entry(Mapping& mapping, std::vector<LedgerEntry>& entries) {
  const std::size_t found = mapping.reading().found();
  LedgerEntry entry;
  entry.range = mapping.range();
  entry.version = mapping.required_version("version");
  entry.date = mapping.required_date("date");
  entry.sha256 = mapping.required("sha256", hash_form());
  if (auto source = mapping.optional("source", source_form())) entry.source = std::move(source->value);
  mapping.mapping("parent", [&](Mapping& parent) { entry.parent = read_name(parent); });
  mapping.sequence("parts", [&](Mapping& part) {
    if (auto name = read_name(part)) entry.parts.push_back(std::move(*name));
  });
  entry.previous = mapping.required("previous", hash_form());
  entry.entry = mapping.required("entry", hash_form());
  const bool is_whole = was_read(entry.version) && was_read(entry.date) && was_read(entry.sha256) &&
                        was_read(entry.previous) && was_read(entry.entry);
  if (is_whole && mapping.reading().found() == found) entries.push_back(std::move(entry));
}

}  // namespace

Finding as_broken_ledger(Finding finding) {
  finding.rule = RuleId::broken_ledger;
  finding.message = message("Protokollen kan ikke læses her: {0}", "The ledger can't be read here: {1}",
                            finding.message.da, finding.message.en);
  finding.help = {
      "Kun «kanon release» skriver i protokollen, og den må ikke rettes i hånden. Hent filen, som den var, fra git med "
      "«git restore».",
      "Only “kanon release” writes to the ledger, and it must not be mended by hand. Fetch the file as it was from git "
      "with “git restore”."};
  return finding;
}

ReadLedger read_ledger(const ParsedFile& file, const std::string& path) {
  ReadLedger ledger;
  Reading reading(file, 0, path);
  read_sequence(reading, "version: \"1.0\"", [&](Mapping& mapping) { read_entry(mapping, ledger.entries); });
  for (Finding& finding : file.findings()) ledger.findings.push_back(as_broken_ledger(std::move(finding)));
  for (Finding& finding : reading.take()) ledger.findings.push_back(as_broken_ledger(std::move(finding)));
  return ledger;
}

}  // namespace kanon
