#include "compare/findings.h"

#include <tuple>

namespace kanon {

ComparedFindings compare_findings(const std::vector<Diagnostic>& before, std::vector<Diagnostic> after,
                                  const std::map<std::string, std::string>& renamed) {
  using Sameness = std::tuple<RuleId, std::string, std::string>;
  std::map<Sameness, std::size_t> old;
  for (const Diagnostic& found : before) {
    const auto now = renamed.find(found.path);
    ++old[{found.rule, now == renamed.end() ? found.path : now->second, found.message.en}];
  }
  ComparedFindings compared;
  for (Diagnostic& found : after) {
    const auto same = old.find({found.rule, found.path, found.message.en});
    const bool is_new = same == old.end() || same->second == 0;
    if (!is_new) --same->second;
    compared.findings.push_back({std::move(found), is_new});
  }
  for (const auto& [same, left] : old) compared.mended += left;
  return compared;
}

std::map<std::string, std::string> renamed_files(const ChangeSet& changes) {
  std::map<std::string, std::string> renamed;
  for (const ItemChange& change : changes.items) {
    const bool moved = !change.path.empty() && !change.was_path.empty() && change.path != change.was_path;
    if (moved) renamed[change.was_path] = change.path;
  }
  return renamed;
}

}  // namespace kanon
