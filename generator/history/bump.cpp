#include "history/bump.h"

#include <algorithm>

#include "base/text.h"
#include "history/history_entry_text.h"
#include "history/root_entry.h"
#include "history/unrecorded.h"

namespace kanon {
namespace {

/// Whether a value follows its key with nothing but a colon, blanks and comments between: no anchor that something
/// else in the file may refer to.
bool is_plainly_written(const ParsedFile& file, const RootEntry& entry) {
  const auto nodes = file.yaml();
  const std::uint32_t key_end = nodes[entry.key].range.end;
  const std::uint32_t value = nodes[entry.value].range.begin;
  if (value < key_end) return false;
  bool colon = false;
  for (const std::string_view line : split(file.text().substr(key_end, value - key_end), '\n')) {
    std::string_view written = trim(line);
    if (!colon && written.starts_with(':')) {
      colon = true;
      written = trim(written.substr(1));
    }
    if (!written.empty() && !written.starts_with('#')) return false;
  }
  return colon;
}

bool was_read_whole(const ParsedFile& file) {
  return std::ranges::none_of(file.findings(), [](const Finding& finding) {
    return finding.rule == RuleId::invalid_yaml || finding.rule == RuleId::invalid_utf8 ||
           finding.rule == RuleId::too_large;
  });
}

std::optional<RootEntry> editable_entry(const ParsedFile& file, std::string_view key) {
  const auto entry = root_entry(file, key);
  return entry && is_plainly_written(file, *entry) ? entry : std::nullopt;
}

std::optional<TextEdit> new_version(const ParsedFile& file, const Version& version) {
  const auto entry = editable_entry(file, "version");
  if (!entry) return std::nullopt;
  const YamlNode& value = file.yaml()[entry->value];
  const std::string_view written = file.text().substr(value.range.begin, value.range.end - value.range.begin);
  if (value.kind != YamlKind::scalar || written.empty() || written.find('\n') != std::string_view::npos) {
    return std::nullopt;
  }
  return TextEdit{value.range, "\"" + version.text() + "\""};
}

/// The edits of a bump, in no order; nothing where the file is written in a way that only a person can edit.
std::optional<std::vector<TextEdit>> edits_of(const ParsedFile& file, const NewHistoryEntry& entry) {
  if (!was_read_whole(file)) return std::nullopt;
  const auto history = editable_entry(file, "history");
  if (!history) return std::nullopt;
  const auto version = new_version(file, entry.version);
  const auto on_top = entry_on_top(file, history->value, entry);
  if (!version || !on_top) return std::nullopt;
  std::vector<TextEdit> edits{*version, *on_top};
  // The day that the version before took effect isn't this one's. What was only verified goes on as it was.
  const auto effective = root_entry(file, "effective");
  if (effective && entry.kind != ChangeKind::verified) {
    if (!is_plainly_written(file, *effective)) return std::nullopt;
    edits.push_back({whole_entry(file, *effective), {}});
  }
  return edits;
}

std::unexpected<Error> not_above(const std::string& path, const Version& to, const Version& newest) {
  return wrong_use(message("Version {} af {} er ikke over den nyeste, {}",
                           "Version {} of {} is not above the newest, {}", to.text(), path, newest.text()),
                   {"Angiv en højere version med --to.", "Name a higher version with --to."});
}

std::unexpected<Error> not_editable(const std::string& path, const NewHistoryEntry& entry) {
  const std::string line = flow_entry(entry);
  const std::string& version = entry.version.text();
  return wrong_use(
      message(
          "Programmet kan ikke selv føje en version til {}: «version» og «history» er skrevet på en anden måde, end "
          "det kan rette",
          "The program can't add a version to {} by itself: “version” and “history” are written in a way that it "
          "can't edit",
          path),
      message("Ret selv version til \"{}\", og skriv øverst i history: - {}",
              "Change version to \"{}\" yourself, and write on top of history: - {}", version, line));
}

/// A catalog in a format of others is written by another tool.
std::unexpected<Error> not_ours(const std::string& path, const NewHistoryEntry& entry) {
  return wrong_use(
      message("Programmet retter ikke i et OSCAL-katalog: {}", "The program doesn't edit an OSCAL catalog: {}", path),
      message("Skriv {0} i <version> og {1} i <last-modified>, og sæt øverst i <revisions>: "
              "<revision><published>{1}T00:00:00Z</published><version>{0}</version></revision>",
              "Write {0} into <version> and {1} into <last-modified>, and put on top of <revisions>: "
              "<revision><published>{1}T00:00:00Z</published><version>{0}</version></revision>",
              entry.version.text(), entry.date.iso()));
}

std::unexpected<Error> not_a_text(const char* flag) {
  return wrong_use(message("Teksten efter {} er tom eller indeholder tegn, der ikke kan vises",
                           "The text after {} is empty or holds characters that can't be shown", flag),
                   {"Skriv den igen som almindelig tekst på én linje.", "Write it again as plain text on one line."});
}

bool is_text(const std::string& text) {
  if (trim(text).empty() || first_invalid_utf8(text)) return false;
  // U+FFFE and U+FFFF are no characters.
  if (text.find("\xEF\xBF\xBE") != std::string::npos || text.find("\xEF\xBF\xBF") != std::string::npos) return false;
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace

Version next_version(const Version& version, ChangeKind kind) {
  std::vector<std::string> numbers;
  for (const std::string_view number : split(version.text(), '.')) numbers.emplace_back(number);
  if (version.empty()) return *Version::parse("1.0");
  std::string& raised = kind == ChangeKind::created ? numbers.front() : numbers.back();
  raised = std::to_string(std::stoi(raised) + 1);
  if (kind == ChangeKind::created) std::fill(numbers.begin() + 1, numbers.end(), "0");
  return Version::parse(join(numbers, ".")).value_or(version);
}

Version newest_version(const Corpus& corpus, const Governed& item) {
  Version newest = item.version.value;
  for (const HistoryEntry& entry : item.history) newest = std::max(newest, entry.version.value);
  if (const LedgerEntry* released = newest_release(corpus, item)) newest = std::max(newest, released->version.value);
  return newest;
}

Result<Bumped> bump(const Corpus& corpus, const Governed& item, const Bump& bump) {
  const SourceFile& source = corpus.files[item.file];
  if (!is_text(bump.by)) return not_a_text("--by");
  if (!is_text(bump.change)) return not_a_text("--change");
  const Version newest = newest_version(corpus, item);
  const Version to = bump.to ? *bump.to : next_version(newest, bump.kind);
  if (to <= newest) return not_above(source.path, to, newest);
  const NewHistoryEntry entry{to, bump.date, bump.by, bump.change, bump.kind};
  if (source.path.ends_with(".xml")) return not_ours(source.path, entry);
  auto edits = edits_of(source.parsed, entry);
  if (!edits) return not_editable(source.path, entry);
  std::ranges::sort(*edits, {}, [](const TextEdit& edit) { return edit.range.begin; });
  const bool effective_removed = edits->size() > 2;
  std::string text = edited(source.parsed.text(), *edits);
  return Bumped{std::move(text), std::move(*edits), to, effective_removed};
}

}  // namespace kanon
