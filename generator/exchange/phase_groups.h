#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "model/items.h"

namespace kanon {

struct GroupedRequirement {
  const Catalog* catalog = nullptr;
  const Requirement* requirement = nullptr;
};

/// What belongs to one phase.
struct PhaseGroup {
  std::string id;    ///< empty: what belongs to none
  std::string name;  ///< its title; empty where no catalog has the phase
  std::vector<const Recommendation*> recommendations;
  std::vector<GroupedRequirement> requirements;

  /// The title; for want of one the id; of what belongs to no phase «Øvrige krav».
  std::string title(Language language) const;
  /// The id and the title, «5. Styring».
  std::string heading(Language language) const;
};

/// The requirements of a catalog and of those it extends by phase. `chain` begins with the catalog itself; what a lower
/// one says comes first, and of a phase or recommendation that several have, the highest one's words count. Phases
/// without anything are left out; what belongs to none comes last.
std::vector<PhaseGroup> phase_groups(const std::vector<const Catalog*>& chain);

}  // namespace kanon
