#include <algorithm>

#include "fix/apply.h"
#include "fix/fix.h"
#include "fix/place_range.h"
#include "lsp/cursor.h"
#include "lsp/uris.h"
#include "read/project_sources.h"

namespace kanon::lsp {
namespace {

Json edits_json(const std::vector<TextEdit>& edits, const TextLines& lines) {
  Json all = Json::array();
  for (const TextEdit& edit : edits) all.push_back({{"range", lines.range(edit.range)}, {"newText", edit.text}});
  return all;
}

std::string title_of(const Fix& fix, Language language) {
  std::string title = fix.title.in(language);
  if (!title.empty() && title.front() >= 'a' && title.front() <= 'z')
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

bool touch(Range a, Range b) { return a.begin <= b.end && b.begin <= a.end; }

}  // namespace

Json code_actions(const ProjectView& view, const OpenFile& file, const TextLines& lines, Range stretch,
                  const std::vector<Diagnostic>& findings, const std::string& uri) {
  Json actions = Json::array();
  const auto sources = view.corpus().sources();
  // corrections need the file as it was checked with the others
  if (!file.index || *file.index >= sources.size() || sources[*file.index].parsed.text() != file.text()) return actions;
  const Model* model = view.has_model() ? &view.model() : nullptr;
  const PlaceRanges places(file.text());
  const auto fixes = find_fixes(view.corpus(), model, findings);
  std::vector<const Fix*> sure;
  for (const Fix& fix : fixes) {
    if (fix.certainty == Certainty::sure) sure.push_back(&fix);
    const Diagnostic& finding = findings[fix.finding];
    if (!touch(places.range(finding.place), stretch)) continue;
    actions.push_back({{"title", title_of(fix, view.language)},
                       {"kind", "quickfix"},
                       {"isPreferred", fix.certainty == Certainty::sure},
                       {"diagnostics", Json::array({diagnostic_json(finding, lines, places, nullptr, view.language)})},
                       {"edit", {{"changes", {{uri, edits_json(fix.edits, lines)}}}}}});
  }
  std::vector<TextEdit> all;
  for (const Fix* fix : compatible(std::move(sure))) all.insert(all.end(), fix->edits.begin(), fix->edits.end());
  if (!all.empty()) {
    actions.push_back(
        {{"title",
          Message{"Ret alt, der kun kan rettes på én måde", "Fix all that has one right answer"}.in(view.language)},
         {"kind", "source.fixAll.kanon"},
         {"edit", {{"changes", {{uri, edits_json(all, lines)}}}}}});
  }
  return actions;
}

Json diagnostic_json(const Diagnostic& finding, const TextLines& lines, const PlaceRanges& places,
                     const ProjectView* view, Language language) {
  std::string words = finding.message.in(language);
  if (!finding.help.empty()) words += "\n" + finding.help.in(language);
  Json json{{"range", lines.range(places.range(finding.place))},
            {"severity", finding.severity == Severity::error ? 1 : 2},
            {"code", name_of(finding.rule)},
            {"source", "kanon"},
            {"message", words}};
  if (view == nullptr || finding.related.empty()) return json;
  Json related = Json::array();
  for (const Related& one : finding.related) {
    const auto files = view->corpus().sources();
    const auto file = std::ranges::find(files, one.path, &SourceFile::path);
    if (file == files.end()) continue;
    const std::string_view other = file->parsed.text();
    related.push_back({{"location",
                        {{"uri", uri_of_path(path_below(view->folder, one.path))},
                         {"range", TextLines(other, view->encoding).range(PlaceRanges(other).range(one.place))}}},
                       {"message", one.message.in(language)}});
  }
  json["relatedInformation"] = std::move(related);
  return json;
}

}  // namespace kanon::lsp
