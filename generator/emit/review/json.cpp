#include <nlohmann/json.hpp>

#include "emit/json_data.h"
#include "emit/review/formats.h"
#include "emit/review/names.h"
#include "model/change_kind.h"

namespace kanon {
namespace {

using nlohmann::ordered_json;

ordered_json version_or_null(const std::optional<Version>& version) {
  return version ? ordered_json(version->text()) : ordered_json(nullptr);
}

ordered_json side(const std::string& name, const std::string& commit) {
  return {{"name", text_or_null(name)}, {"commit", text_or_null(commit)}};
}

ordered_json entry_or_null(const HistoryEntry* entry) {
  if (entry == nullptr) return nullptr;
  return {{"kind", key_of(entry->kind)}, {"date", entry->date->iso()}, {"by", entry->by}, {"change", entry->change}};
}

/// What differs, as `kanon diff --format json` says it.
ordered_json redline_as_nested(const RedlineReport& report, Language language) {
  ordered_json whole = ordered_json::parse(redline_as_json(report, language));
  ordered_json redline;
  for (const char* part : {"summary", "fields", "records", "body", "private_fields"}) redline[part] = whole[part];
  return redline;
}

ordered_json item_as_json(const ReviewedItem& item, Language language) {
  return {{"kind", name_of(item.change->kind)},
          {"id", item.change->id},
          {"fate", name_of(item.change->fate)},
          {"title", item.title},
          {"path", item.path},
          {"old_path", text_or_null(item.old_path)},
          {"text_changed", !item.change->redline.is_empty()},
          {"version", {{"before", version_or_null(item.before)}, {"after", version_or_null(item.after)}}},
          {"entry", entry_or_null(item.entry)},
          {"approved_by", item.approved_by},
          {"lacks_approval_of", item.lacks_approval_of},
          {"effective", day_or_null(item.effective)},
          {"owner", text_or_null(item.owner)},
          {"next_review", day_or_null(item.next_review)},
          {"redline", redline_as_nested(redline_of(item), language)}};
}

}  // namespace

std::string review_json(const ReviewReport& report, const ReviewSettings& settings) {
  const ReviewInput& input = *report.input;
  const Language language = settings.context.language;
  ordered_json items = ordered_json::array();
  for (const ReviewedItem& item : report.items) items.push_back(item_as_json(item, language));
  ordered_json files = ordered_json::array();
  for (const FileChange& file : input.consequences.files) {
    files.push_back({{"path", file.path}, {"fate", name_of(file.fate)}});
  }
  ordered_json warnings = ordered_json::array();
  for (const ReviewWarning& warning : report.warnings) {
    warnings.push_back({{"kind", name_of(warning.kind)}, {"id", warning.id}, {"message", warning.what.in(language)}});
  }
  const auto told = told_findings(report, settings.told);
  const ordered_json findings = ordered_json::parse(render_json(told, settings.context));
  const ordered_json whole = {
      {"version", 1},
      {"base", side(input.base, input.base_commit)},
      {"head", side(input.head, input.head_commit)},
      {"date", input.today.iso()},
      {"items", std::move(items)},
      {"registers", redline_as_nested(redline_of_registers(input), language)["records"]},
      {"files", std::move(files)},
      {"warnings", std::move(warnings)},
      {"findings", findings.at("diagnostics")},
      {"summary",
       {{"new_errors", report.new_errors}, {"new_warnings", report.new_warnings}, {"mended", input.findings.mended}}}};
  return json_bytes(whole);
}

}  // namespace kanon
