#include <algorithm>
#include <set>

#include "base/text.h"
#include "build/release_run.h"
#include "build/status_parts.h"
#include "history/approvals.h"
#include "history/outdated_parent.h"
#include "history/point_in_time.h"
#include "history/unrecorded.h"
#include "model/governed.h"

namespace kanon {
namespace {

/// The versions in the making, each with whom or what it waits for.
class Making {
 public:
  explicit Making(const StatusRun& run) : run_(run), releases_(run.checked) {
    for (const Diagnostic& found : run.checked.diagnostics) {
      if (found.severity == Severity::error) faulty_.insert(found.path);
    }
  }

  template <class T>
  void add(const T& item) {
    if (item.version->empty() || !ledger_is_readable(run_.corpus(), item)) return;
    const LedgerEntry* released = newest_release(run_.corpus(), item);
    const bool is_draft = released == nullptr || *released->version < *item.version;
    const auto missing = missing_approvals(run_.config(), item);
    if (is_draft && missing.empty()) {
      add_release(item, blockers_of(item));
    } else if (is_draft) {
      add_approval(item, missing, blockers_of(item));
    } else if (!missing.empty() && *released->version == *item.version) {
      // kanon.yaml asks for more than it did when the version was released.
      add_approval(item, missing, {});
      run_.items.back().state = "released-without-approval";
    }
  }

 private:
  std::vector<std::string> blockers_of(const Document& document) {
    if (!document.parent || releases_.newest(**document.parent) != nullptr) return {};
    return {**document.parent};
  }
  std::vector<std::string> blockers_of(const Catalog& /*catalog*/) { return {}; }
  std::vector<std::string> blockers_of(const Handbook& handbook) {
    std::vector<std::string> ids = releases_.ids_in(handbook);
    std::erase_if(ids, [&](const std::string& id) { return releases_.newest(id) != nullptr; });
    return ids;
  }

  DueItem version_of(DueKind kind, const Governed& item) const {
    DueItem due = due_item(run_, kind, item);
    if (item.effective) due.due = **item.effective;
    due.overdue = due.due && *due.due < run_.today;
    return due;
  }

  void add_approval(const Governed& item, std::vector<std::string> missing, std::vector<std::string> blockers) {
    DueItem due = version_of(DueKind::approval, item);
    due.state = "missing-approval";
    due.turn.clear();
    std::vector<std::string> names;
    for (const std::string& body : missing) {
      names.push_back(run_.config().name_of_body(body));
      due.turn.push_back({names.back(), names.back()});
    }
    due.what = message("Version {} mangler godkendelse af: {}", "Version {} lacks the approval of: {}",
                       item.version->text(), join(names, ", "));
    if (!blockers.empty()) {
      const std::string list = join(blockers, ", ");
      due.what.da += fmt::format("; først skal udgives: {}", list);
      due.what.en += fmt::format("; to be released first: {}", list);
    }
    due.details = VersionInTheMaking{*item.version, std::move(missing), std::move(blockers)};
    run_.items.push_back(std::move(due));
  }

  void add_release(const Governed& item, std::vector<std::string> blockers) {
    DueItem due = version_of(DueKind::release, item);
    const std::string& version = item.version->text();
    if (faulty_.contains(due.path)) {
      due.state = "has-errors";
      due.what = message("Version {} kan udgives, når filens fejl er rettet",
                         "Version {} can be released when the file's errors are mended", version);
    } else if (!blockers.empty()) {
      due.state = "waits-for-release";
      due.turn = owners_of(blockers);
      due.what = message("Version {} kan udgives, når dette er udgivet: {}",
                         "Version {} can be released when this is released: {}", version, join(blockers, ", "));
    } else {
      due.state = "ready";
      due.what = message("Version {} er klar til at blive udgivet", "Version {} is ready to be released", version);
    }
    due.details = VersionInTheMaking{*item.version, {}, std::move(blockers)};
    run_.items.push_back(std::move(due));
  }

  std::vector<Message> owners_of(const std::vector<std::string>& ids) const {
    std::vector<Message> owners;
    for (const std::string& id : ids) {
      const auto found = run_.checked.model.find(id);
      if (!found || !is_governed(found->kind)) continue;
      for (const Message& owner : turn_of_owner(run_.config(), run_.checked.model.governed(*found))) {
        if (std::ranges::find(owners, owner) == owners.end()) owners.push_back(owner);
      }
    }
    return owners;
  }

  const StatusRun& run_;
  ReleaseRun releases_;
  std::set<std::string_view> faulty_;  ///< paths of files with errors
};

}  // namespace

void add_versions_in_the_making(const StatusRun& run) {
  Making making(run);
  for_each_governed(run.corpus(), [&](const auto& item) { making.add(item); });
}

void add_upcoming_versions(const StatusRun& run) {
  const Corpus now = as_it_stood(run.corpus(), {run.today, run.today, Drafts::left_out});
  for_each_governed(now, [&](const Governed& item) {
    if (item.edition.standing != Standing::upcoming) return;
    DueItem due = due_item(run, DueKind::upcoming, item);
    due.due = item.edition.in_force_from;
    due.turn.clear();
    due.state = "upcoming";
    due.what = message("Version {} er udgivet og træder i kraft", "Version {} is released and takes effect",
                       item.version->text());
    due.details = UpcomingVersion{*item.version};
    run.items.push_back(std::move(due));
  });
}

void add_documents_under_newer_parents(const StatusRun& run) {
  const Corpus& corpus = run.corpus();
  for (std::uint32_t i = 0; i < corpus.documents.size(); ++i) {
    const Document& document = corpus.documents[i];
    const auto above = run.checked.model.parent[i];
    if (!above || !document.parent) continue;
    const Document& parent = corpus.documents[*above];
    const auto outdated = outdated_parent(corpus, document, parent);
    if (!outdated) continue;
    const auto& [own, newest] = *outdated;
    DueItem due = due_item(run, DueKind::suspect, document);
    due.state = "newer-parent";
    due.what = message("Version {} skal læses op mod version {} af «{}»; den er udgivet under version {}",
                       "Version {} has to be read against version {} of “{}”; it was released under version {}",
                       own->version->text(), newest->version->text(), *parent.id, own->parent->version.text());
    due.details = NewerParent{*own->version, *own->parent, *newest->version};
    run.items.push_back(std::move(due));
  }
}

}  // namespace kanon
