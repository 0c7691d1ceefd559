#include "emit/review/report.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "emit/review/warnings.h"
#include "history/approvals.h"
#include "history/review.h"

namespace kanon {
namespace {

Message kind_of(const Model& model, ItemRef item) {
  switch (item.kind) {
    case ItemKind::document: {
      const DocumentType* type = model.source().config.document_type(*model.source().documents[item.index].type);
      if (type != nullptr) return {type->label, type->label};
      return {"Dokument", "Document"};
    }
    case ItemKind::member:
      return {"Medlem", "Member"};
    case ItemKind::project:
      return {"Projekt", "Project"};
    case ItemKind::objective:
    case ItemKind::criterion:
      return {"Målsætning", "Objective"};
    case ItemKind::page:
      return {"Side", "Page"};
    case ItemKind::term:
      return {"Begreb", "Term"};
    case ItemKind::catalog:
    case ItemKind::requirement:
      return {"Kravkatalog", "Requirement catalog"};
    case ItemKind::handbook:
      return {"Håndbog", "Handbook"};
    case ItemKind::dispensation:
      break;
  }
  return {"Dispensation", "Dispensation"};
}

std::vector<std::string> missing_of(const Model& model, ItemRef item) {
  const Corpus& corpus = model.source();
  switch (item.kind) {
    case ItemKind::document:
      return missing_approvals(corpus.config, corpus.documents[item.index]);
    case ItemKind::catalog:
      return missing_approvals(corpus.config, corpus.catalogs[item.index]);
    default:
      return missing_approvals(corpus.config, corpus.handbooks[item.index]);
  }
}

std::optional<Duration> interval_of(const Model& model, ItemRef item) {
  const Corpus& corpus = model.source();
  if (item.kind == ItemKind::document) return review_interval(corpus.config, corpus.documents[item.index]);
  return review_interval(model.governed(item));
}

/// What documents, catalogs and handbooks say of their version.
void add_version(const Model& model, ItemRef item, ReviewedItem& reviewed) {
  const Governed& governed = model.governed(item);
  const Config& config = model.source().config;
  reviewed.after = *governed.version;
  reviewed.owner = governed.owner;
  reviewed.next_review = next_review(governed, interval_of(model, item));
  const bool is_new_version = !reviewed.before || *reviewed.before != *reviewed.after;
  if (!is_new_version) return;
  const auto entry =
      std::ranges::find(governed.history, *reviewed.after, [](const HistoryEntry& one) { return one.version.value; });
  if (entry != governed.history.end()) reviewed.entry = &*entry;
  reviewed.effective = unlocated(governed.effective);
  for (const Approval& approval : governed.approvals) {
    if (*approval.version == *reviewed.after) reviewed.approved_by.push_back(config.name_of_body(*approval.body));
  }
  for (const std::string& body : missing_of(model, item))
    reviewed.lacks_approval_of.push_back(config.name_of_body(body));
}

ReviewedItem reviewed(const ReviewInput& input, const ItemChange& change) {
  ReviewedItem item;
  item.change = &change;
  const auto old = item_of(input.before, change);
  const auto present = item_of(input.after, change);
  item.kind = present ? kind_of(input.after, *present) : old ? kind_of(input.before, *old) : Message{};
  item.title = change.title;
  item.path = change.path.empty() ? change.was_path : change.path;
  if (!change.path.empty() && !change.was_path.empty() && change.path != change.was_path)
    item.old_path = change.was_path;
  if (old && is_governed(change.kind)) item.before = *input.before.governed(*old).version;
  if (present && is_governed(change.kind)) add_version(input.after, *present, item);
  return item;
}

}  // namespace

ReviewReport report_of(const ReviewInput& input) {
  ReviewReport report;
  report.input = &input;
  for (const ItemChange& change : input.changes.items) report.items.push_back(reviewed(input, change));
  for (const ComparedFinding& found : input.findings.findings) {
    if (!found.is_new) continue;
    ++(found.diagnostic.severity == Severity::error ? report.new_errors : report.new_warnings);
  }
  report.warnings = warnings_of(report);
  return report;
}

Message sides_in_words(const ReviewInput& input) {
  const auto with_commit = [](const std::string& name, const std::string& commit) {
    const std::string short_commit = commit.substr(0, 12);
    return name == commit || name == short_commit ? short_commit : name + " (" + short_commit + ")";
  };
  const std::string base = with_commit(input.base, input.base_commit);
  if (input.head_commit.empty()) {
    return message("Fra {} til arbejdsmappen", "From {} to the working tree", base);
  }
  const std::string head = with_commit(input.head, input.head_commit);
  return message("Fra {} til {}", "From {} to {}", base, head);
}

namespace {

Message counted(std::size_t count, const Message& one, const Message& many) {
  return {std::to_string(count) + " " + (count == 1 ? one.da : many.da),
          std::to_string(count) + " " + (count == 1 ? one.en : many.en)};
}

}  // namespace

std::vector<Message> summary_of(const ReviewReport& report) {
  std::vector<Message> lines;
  const auto count = [&](Fate fate) {
    return static_cast<std::size_t>(
        std::ranges::count_if(report.items, [fate](const auto& item) { return item.change->fate == fate; }));
  };
  const std::size_t changed = count(Fate::changed);
  const std::size_t added = count(Fate::inserted);
  const std::size_t removed = count(Fate::deleted);
  const auto missing = static_cast<std::size_t>(
      std::ranges::count_if(report.items, [](const auto& item) { return !item.lacks_approval_of.empty(); }));
  if (report.new_errors > 0) {
    lines.push_back(counted(report.new_errors, {"ny fejl", "new error"}, {"nye fejl", "new errors"}));
  }
  if (missing > 0) {
    lines.push_back(counted(missing, {"version mangler godkendelse", "version lacks approval"},
                            {"versioner mangler godkendelse", "versions lack approval"}));
  }
  if (changed > 0) lines.push_back(counted(changed, {"ændret", "changed"}, {"ændret", "changed"}));
  if (added > 0) lines.push_back(counted(added, {"tilføjet", "added"}, {"tilføjet", "added"}));
  if (removed > 0) lines.push_back(counted(removed, {"fjernet", "removed"}, {"fjernet", "removed"}));
  if (report.new_warnings > 0) {
    lines.push_back(counted(report.new_warnings, {"ny advarsel", "new warning"}, {"nye advarsler", "new warnings"}));
  }
  const std::size_t mended = report.input->findings.mended;
  if (mended > 0) {
    lines.push_back(counted(mended, {"tidligere fund er væk", "earlier finding is gone"},
                            {"tidligere fund er væk", "earlier findings are gone"}));
  }
  if (!report.has_changes()) lines.insert(lines.begin(), {"Intet er ændret", "Nothing changed"});
  return lines;
}

RedlineReport redline_of(const ReviewedItem& item) {
  return {.kind = item.change->kind, .id = item.change->id, .title = item.title, .redline = item.change->redline};
}

RedlineReport redline_of_registers(const ReviewInput& input) {
  RedlineReport report;
  report.redline.records = input.changes.registers;
  return report;
}

Message fate_in_words(const ReviewedItem& item) {
  switch (item.change->fate) {
    case Fate::inserted:
      if (!item.after) return {"tilføjet", "added"};
      return message("ny, version {}", "new, version {}", item.after->text());
    case Fate::deleted:
      return {"fjernet", "removed"};
    default:
      break;
  }
  if (item.change->redline.is_empty()) return {"flyttet, teksten er den samme", "moved, the text is the same"};
  if (!item.entry) return {"ændret", "changed"};
  const std::string before = item.before->text();
  const std::string after = item.after->text();
  switch (item.entry->kind) {
    case ChangeKind::verified:
      return message("gennemgået, {} → {}", "verified, {} → {}", before, after);
    case ChangeKind::created:
      return message("skrevet på ny, {} → {}", "written anew, {} → {}", before, after);
    case ChangeKind::updated:
      break;
  }
  return message("opdateret, {} → {}", "updated, {} → {}", before, after);
}

}  // namespace kanon
