#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/change_set.h"

namespace kanon {

/// A file of content/ that holds no item (kanon.yaml, a picture): told by its name alone.
struct FileChange {
  Fate fate = Fate::changed;  ///< inserted, deleted or changed
  std::string path;
};

/// An item or a section that others linked to, and that is gone.
struct LostTarget {
  std::string id;
  std::string anchor;                ///< empty: the whole item
  std::vector<std::string> used_by;  ///< the files that linked to it before, by path
};

/// A document whose version was made under an older version of the one above it.
struct SuspectChild {
  std::string id;
  std::string parent;
  Version made_under;
  Version now;
};

/// Something that nothing carries out any more.
struct LostCoverage {
  enum class Kind { requirement, recommendation, control };
  Kind kind{};
  std::string id;
  std::string catalog;  ///< of a requirement or recommendation
};

struct LoweredClassification {
  std::string id;
  std::string before;
  std::string after;
};

/// A release that is in the ledger before, and not as it was in the ledger after.
struct RewrittenRelease {
  enum class Kind { entry_changed, entry_removed, files_changed, ledger_removed };
  Kind kind{};
  std::string id;
  std::optional<Version> version;  ///< nothing where the whole ledger is gone
};

/// What a change of the content means for the rest of the project.
struct Consequences {
  std::vector<FileChange> files;        ///< by path
  std::vector<std::string> unrecorded;  ///< ids whose text changed, while neither version nor history did
  std::vector<LostTarget> lost_targets;
  std::vector<SuspectChild> suspects;
  std::vector<LostCoverage> lost_coverage;
  std::vector<LoweredClassification> lowered;
  std::vector<RewrittenRelease> rewritten;
};

/// The item of a change in one of the two states; nothing where that state doesn't have it.
std::optional<ItemRef> item_of(const Model& model, const ItemChange& change);

/// Of two states that `changes` compared. Pure.
Consequences consequences_of(const Model& before, const Model& after, const ChangeSet& changes);

}  // namespace kanon
