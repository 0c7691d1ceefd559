#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "build/build.h"
#include "plan/view.h"

namespace kanon {

/// The document, catalog or handbook with this id; the first by path where several have it.
std::optional<ItemRef> releasable(const Model& model, const std::string& id);

/// The documents, catalogs and handbooks with these ids in the order in which they are released: documents below those
/// they belong under, then catalogs after those they extend, then handbooks; each once. Ids of other things are passed
/// over.
std::vector<ItemRef> in_order_of_release(const Model& model, const std::vector<std::string>& ids);

/// What a run has released so far, on top of what the archive held when the project was read.
class ReleaseRun {
 public:
  explicit ReleaseRun(const CheckedProject& checked) : checked_(checked) {}

  const CheckedProject& checked() const { return checked_; }
  const Corpus& corpus() const { return checked_.corpus(); }
  const Model& model() const { return checked_.model; }

  const std::vector<LedgerEntry>& ledger_of(const std::string& id) const;
  const LedgerEntry* newest(const std::string& id) const;  ///< null where the id was never released
  void add(const std::string& id, LedgerEntry entry);

  /// What a handbook holds: the ids of documents and catalogs in the order of its parts, each once.
  std::vector<std::string> ids_in(const Handbook& handbook);
  /// The ids of the catalogs that a catalog extends, the nearest first.
  std::vector<std::string> ids_extended_by(ItemRef catalog) const;

 private:
  const View& view_for(const Handbook& handbook);
  const View& view_of(const std::string& audience);

  const CheckedProject& checked_;
  std::map<std::string, std::vector<LedgerEntry>, std::less<>> written_;
  std::map<std::string, std::unique_ptr<View>> views_;  ///< by audience; made when the first handbook asks
};

}  // namespace kanon
