#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "build/release_run.h"

namespace kanon {

/// Why an item can't be released as it stands: each reason with what to do about it.
class ReleaseObstacles {
 public:
  ReleaseObstacles(const ReleaseRun& run, Date today);

  /// What is wrong with what was released before: a ledger is only appended to where it and its files are sound, also
  /// where the rules that say so are switched off.
  std::vector<Message> of_archive(const Governed& item) const;
  /// What is wrong with the item: errors in its source, its version, its id, approvals, the release of its parent, or
  /// of the parts of a handbook or catalog.
  std::vector<Message> of_item(ItemRef ref, const std::vector<std::string>& parts) const;

 private:
  void add_errors(const Governed& item, std::vector<Message>& reasons) const;
  void add_version(const Governed& item, std::vector<Message>& reasons) const;
  void add_other_sources(const Governed& item, std::vector<Message>& reasons) const;
  void add_approvals(ItemRef ref, std::vector<Message>& reasons) const;
  void add_parent(const Document& document, std::vector<Message>& reasons) const;

  using Errors = std::vector<const Diagnostic*>;
  const ReleaseRun& run_;
  Date today_;
  std::map<std::string_view, Errors> by_source_;
  std::map<std::string_view, Errors> by_archive_;               ///< by id
  std::map<std::string_view, std::vector<FileIndex>> sources_;  ///< by id
};

}  // namespace kanon
