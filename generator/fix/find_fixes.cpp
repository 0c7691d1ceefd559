#include <algorithm>
#include <unordered_map>

#include "check/wording.h"
#include "fix/candidates.h"
#include "fix/fix.h"
#include "fix/fix_parts.h"
#include "fix/place_range.h"
#include "history/unrecorded.h"

namespace kanon {
namespace {

MaybeRemedy remedy_for(const FixInput& input) {
  switch (input.rule) {
    case RuleId::unknown_key:
      return fix_unknown_key(input);
    case RuleId::missing_key:
      return fix_missing_key(input);
    case RuleId::invalid_id:
      return fix_id(input);
    case RuleId::invalid_yaml:
      return fix_repeated_key(input);
    case RuleId::invalid_value:
      return fix_value(input);
    case RuleId::invalid_cvr:
      return fix_cvr(input);
    case RuleId::unknown_reference:
    case RuleId::unknown_parent:
    case RuleId::unknown_classification:
    case RuleId::unknown_criterion:
      return fix_name(input);
    case RuleId::broken_link:
    case RuleId::broken_anchor:
    case RuleId::broken_image:
      return fix_link(input);
    case RuleId::vague_link_text:
      return fix_link_text(input);
    case RuleId::skipped_heading:
      return fix_heading(input);
    default:
      return std::nullopt;
  }
}

/// missing-key has one finding a key, all at one place: the id's is told by its words.
bool speaks_of_id(const Diagnostic& finding) { return finding.message.en.find("“id”") != std::string::npos; }

}  // namespace

Remedy replacement(Certainty certainty, Range range, std::string_view old, std::string text) {
  Message title = message("ret «{}» til «{}»", "change “{}” to “{}”", quoted(old), quoted(text));
  return {certainty, std::move(title), {{range, std::move(text)}}};
}

std::vector<Fix> find_fixes(const Corpus& corpus, const Model* model, const std::vector<Diagnostic>& findings) {
  std::unordered_map<std::string_view, FileIndex> files;
  for (FileIndex at = 0; at < corpus.sources().size(); ++at) files.emplace(corpus.files[at].path, at);
  std::unordered_map<FileIndex, PlaceRanges> places;
  Candidates candidates(corpus, model);
  std::vector<Fix> fixes;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Diagnostic& finding = findings[i];
    const auto file = files.find(finding.path);
    if (file == files.end() || !may_be_fixed(finding.path)) continue;
    if (finding.rule == RuleId::missing_key && !speaks_of_id(finding)) continue;
    const FileIndex at = file->second;
    const auto& lines = places.try_emplace(at, corpus.parsed(at).text()).first->second;
    auto remedy = remedy_for({corpus, model, at, finding.rule, lines.range(finding.place), candidates});
    if (!remedy) continue;
    fixes.push_back({i, remedy->certainty, std::move(remedy->title), std::move(remedy->edits)});
  }
  return fixes;
}

bool may_be_fixed(std::string_view path) {
  if (path == "kanon.yaml") return true;
  const bool text = path.ends_with(".md") || path.ends_with(".yaml");
  return text && path.starts_with("content/") && !path.starts_with("content/archive/");
}

bool is_released_text(const Model& model, FileIndex file) {
  const auto item = model.by_file[file];
  if (!item || !is_governed(item->kind)) return false;
  const Governed& governed = model.governed(*item);
  return newest_release(model.source(), governed) != nullptr &&
         !difference_from_newest_release(model.source(), governed);
}

}  // namespace kanon
