#include "build/review.h"

#include <algorithm>

#include "build/review_findings.h"
#include "read/reusing_parsers.h"
#include "resolve/resolve.h"

namespace kanon {
namespace {

Result<CheckedProject> check_revision(const GitRepository& repository, const std::string& commit,
                                      const std::string& folder, Parsers& parsers, Date today) {
  const auto files = repository.files_of(commit);
  if (!files) return std::unexpected(files.error());
  return check_project(**files, parsers, folder, today);
}

/// What a project is compared with that was not there before.
CheckedProject nothing_yet() {
  CheckedProject nothing;
  nothing.project = std::make_unique<ReadProject>();
  nothing.project->corpus.config = default_config();
  nothing.model = resolve(nothing.corpus());
  return nothing;
}

/// The state before. What is wrong in its kanon.yaml can't be told from it as a state after.
Result<CheckedProject> check_base(const GitRepository& repository, const std::string& commit, const std::string& folder,
                                  Parsers& parsers, Date today) {
  const auto files = repository.files_of(commit);
  if (!files) return std::unexpected(files.error());
  const std::string configuration = folder.empty() ? "kanon.yaml" : folder + "/kanon.yaml";
  if (!(*files)->is_file(configuration)) return nothing_yet();
  auto checked = check_project(**files, parsers, folder, today);
  if (checked && checked->configuration_is_wrong()) return nothing_yet();
  return checked;
}

Result<void> settle_sides(const GitRepository& repository, const ReviewOptions& options, Review& review) {
  review.base_side.name = options.base;
  review.head_side.name = options.head;
  auto base = repository.commit(options.base);
  if (!base) return std::unexpected(base.error());
  review.base_side.commit = std::move(*base);
  if (!options.head.empty()) {
    auto head = repository.commit(options.head);
    if (!head) return std::unexpected(head.error());
    review.head_side.commit = std::move(*head);
  }
  if (!options.from_merge_base) return {};
  const auto head = review.head_side.commit.empty() ? repository.commit("HEAD") : review.head_side.commit;
  if (!head) return std::unexpected(head.error());
  auto left_at = repository.merge_base(review.base_side.commit, *head);
  if (!left_at) return std::unexpected(left_at.error());
  review.base_side.commit = std::move(*left_at);
  return {};
}

}  // namespace

bool Review::breaks_a_rule() const {
  return std::ranges::any_of(findings.findings,
                             [](const auto& one) { return one.diagnostic.severity == Severity::error; });
}

bool Review::breaks_a_rule_anew() const {
  return std::ranges::any_of(findings.findings,
                             [](const auto& one) { return one.is_new && one.diagnostic.severity == Severity::error; });
}

Result<Review> review_project(const Files& disk, Parsers& parsers, const ReviewOptions& options) {
  const auto repository = GitRepository::around(options.folder);
  if (!repository) return std::unexpected(repository.error());
  const auto folder = repository->path_of(options.folder);
  if (!folder) return std::unexpected(folder.error());
  Review review;
  if (auto settled = settle_sides(*repository, options, review); !settled) return std::unexpected(settled.error());
  auto base = check_base(*repository, review.base_side.commit, *folder, parsers, options.today);
  if (!base) return std::unexpected(base.error());
  review.base = std::move(*base);
  ReusingParsers reusing(review.base.corpus(), parsers);
  auto head = review.head_side.commit.empty()
                  ? check_project(disk, reusing, options.folder, options.today)
                  : check_revision(*repository, review.head_side.commit, *folder, reusing, options.today);
  if (!head) return std::unexpected(head.error());
  review.head = std::move(*head);
  if (review.head.configuration_is_wrong()) {
    review.findings = compare_findings({}, review.head.diagnostics, {});
    return review;
  }
  review.changes = compare(review.base.model, review.head.model);
  review.consequences = consequences_of(review.base.model, review.head.model, review.changes);
  add_findings(review);
  return review;
}

}  // namespace kanon
