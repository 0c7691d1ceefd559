#include "build/fix_project.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "env/overlay_files.h"
#include "fix/apply.h"
#include "read/project_sources.h"
#include "read/reusing_parsers.h"

namespace kanon {
namespace {

constexpr int kMostRounds = 10;

using FixesByFile = std::map<std::string, std::vector<const Fix*>>;

const ParsedFile* parsed_file(const CheckedProject& checked, const std::string& path) {
  const auto sources = checked.corpus().sources();
  const auto found = std::ranges::find(sources, path, &SourceFile::path);
  return found == sources.end() ? nullptr : &found->parsed;
}

bool is_released(const CheckedProject& checked, const std::string& path) {
  if (checked.configuration_is_wrong()) return false;
  const auto sources = checked.corpus().sources();
  const auto found = std::ranges::find(sources, path, &SourceFile::path);
  return is_released_text(checked.model, static_cast<FileIndex>(found - sources.begin()));
}

class Rounds {
 public:
  Rounds(const Files& files, const std::string& folder) : disk_(files), over_(files), folder_(folder) {}

  const OverlayFiles& files() const { return over_; }

  /// Puts one round's corrections into the plan; false where there were none.
  Result<bool> take(const CheckedProject& checked, const std::function<bool(const std::string&)>& is_wanted) {
    const Model* model = checked.configuration_is_wrong() ? nullptr : &checked.model;
    const auto fixes = find_fixes(checked.corpus(), model, checked.diagnostics);
    FixesByFile by_file;
    for (const Fix& fix : fixes) {
      const std::string& path = checked.diagnostics[fix.finding].path;
      if (fix.certainty == Certainty::sure && is_wanted(path)) by_file[path].push_back(&fix);
    }
    bool any = false;
    for (auto& [path, its] : by_file) {
      if (!before_.contains(path) && is_released(checked, path)) {
        released_.insert(path);
        continue;
      }
      const auto done = apply(checked, path, compatible(std::move(its)));
      if (!done) return std::unexpected(done.error());
      any = any || *done;
    }
    return any;
  }

  FixPlan finish(CheckedProject left) && {
    FixPlan plan{std::move(left), std::move(fixed_), {}, {released_.begin(), released_.end()}};
    for (auto& [path, bytes] : before_) {
      const std::string& after = over_.laid_over().at(path_below(folder_, path));
      if (after != bytes) plan.files.push_back({path, std::move(bytes), after});
    }
    return plan;
  }

 private:
  Result<bool> apply(const CheckedProject& checked, const std::string& path, const std::vector<const Fix*>& fixes) {
    const std::string at = path_below(folder_, path);
    if (!disk_.stays_below(at, folder_)) return false;
    auto bytes = over_.read(at);
    if (!bytes) return std::unexpected(bytes.error());
    const ParsedFile* parsed = parsed_file(checked, path);
    // an edit names bytes of the text that was checked: it must be this one
    if (parsed == nullptr || normalised_text(*bytes) != parsed->text()) return false;
    const std::string after = fixed(*bytes, fixes);
    if (after == *bytes) return false;
    for (const Fix* fix : fixes) {
      const Diagnostic& finding = checked.diagnostics[fix->finding];
      fixed_.push_back({finding.rule, finding.path, finding.place, fix->title});
    }
    before_.emplace(path, std::move(*bytes));
    if (auto written = over_.write(at, after); !written) return std::unexpected(written.error());
    return true;
  }

  const Files& disk_;
  OverlayFiles over_;
  std::string folder_;
  std::map<std::string, std::string> before_;
  std::set<std::string> released_;
  std::vector<FixedFinding> fixed_;
};

}  // namespace

Result<FixPlan> plan_fixes(const Files& files, Parsers& parsers, const std::string& folder, Date today,
                           const std::function<bool(const std::string& path)>& path_is_wanted) {
  Rounds rounds(files, folder);
  auto checked = check_project(files, parsers, folder, today);
  if (!checked) return std::unexpected(checked.error());
  for (int round = 0; round < kMostRounds; ++round) {
    const auto any = rounds.take(*checked, path_is_wanted);
    if (!any) return std::unexpected(any.error());
    if (!*any) break;
    const CheckedProject before = std::move(*checked);
    ReusingParsers reusing(before.corpus(), parsers);
    checked = check_project(rounds.files(), reusing, folder, today);
    if (!checked) return std::unexpected(checked.error());
  }
  return std::move(rounds).finish(std::move(*checked));
}

Result<void> write_fixes(Files& files, const std::string& folder, const FixPlan& plan) {
  for (const FixedFile& file : plan.files) {
    const auto now = files.read(path_below(folder, file.path));
    if (!now) return std::unexpected(now.error());
    if (*now != file.before) {
      return failure(message("«{}» blev ændret imens; intet er rettet", "“{}” was changed meanwhile; nothing was fixed",
                             file.path),
                     {"Kør kommandoen igen.", "Run the command again."});
    }
  }
  for (const FixedFile& file : plan.files) {
    if (auto written = files.write(path_below(folder, file.path), file.after); !written) return written;
  }
  return {};
}

}  // namespace kanon
