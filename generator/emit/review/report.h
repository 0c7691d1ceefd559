#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "compare/consequences.h"
#include "compare/findings.h"
#include "emit/redline/report.h"

namespace kanon {

/// Everything a review is written from, whatever its format.
struct ReviewInput {
  const Model& before;
  const Model& after;
  const ChangeSet& changes;
  const Consequences& consequences;
  const ComparedFindings& findings;
  std::string base;  ///< as it was asked for: a branch, a tag, a commit
  std::string head;  ///< empty for the working tree
  std::string base_commit;
  std::string head_commit;
  Date today;
};

/// An item that changed, as people speak of it.
struct ReviewedItem {
  const ItemChange* change = nullptr;
  Message kind;          ///< "Dokument"; a document's type by its label
  std::string title;     ///<
  std::string path;      ///< where its file stands; of what was removed where it stood
  std::string old_path;  ///< where it stood before it moved; empty where it didn't
  std::optional<Version> before;
  std::optional<Version> after;
  const HistoryEntry* entry = nullptr;         ///< that of the new version; null where there is no new one
  std::vector<std::string> approved_by;        ///< the bodies that approved the version after, by name
  std::vector<std::string> lacks_approval_of;  ///< those that have to and didn't
  std::string owner;
  std::optional<Date> effective;  ///< from when the new version is in force, where it says so
  std::optional<Date> next_review;

  bool is_new_version() const { return entry != nullptr; }
};

enum class ReviewWarningKind {
  rewritten_release,
  lowered_classification,
  unrecorded_text,
  lost_target,
  lost_coverage,
  suspect_child,
  missing_approval
};

/// What a person has to know before saying yes.
struct ReviewWarning {
  ReviewWarningKind kind{};
  std::string id;  ///< of the item that it is about
  Message what;
};

struct ReviewReport {
  const ReviewInput* input = nullptr;
  std::vector<ReviewedItem> items;      ///< documents first, then what hangs on them
  std::vector<ReviewWarning> warnings;  ///< most important first
  std::size_t new_errors = 0;
  std::size_t new_warnings = 0;

  bool has_changes() const {
    return !items.empty() || !input->changes.registers.empty() || !input->consequences.files.empty();
  }
};

/// `input` must outlive the report.
ReviewReport report_of(const ReviewInput& input);

/// From what to what, in one line.
Message sides_in_words(const ReviewInput& input);
/// How much changed and how it stands, one sentence each, most important first.
std::vector<Message> summary_of(const ReviewReport& report);
/// What differs in an item, for the forms of a redline.
RedlineReport redline_of(const ReviewedItem& item);
/// The same of terms, criteria and registers.
RedlineReport redline_of_registers(const ReviewInput& input);
/// What happened to an item: "opdateret til version 1.2", "fjernet".
Message fate_in_words(const ReviewedItem& item);

}  // namespace kanon
