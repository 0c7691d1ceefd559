#pragma once

#include "compare/consequences.h"

namespace kanon {

std::vector<FileChange> changed_files(const Corpus& before, const Corpus& after);
std::vector<std::string> unrecorded_texts(const Model& before, const Model& after, const ChangeSet& changes);
std::vector<LostTarget> lost_targets(const Model& before, const Model& after);
std::vector<SuspectChild> suspect_children(const Model& before, const Model& after);
std::vector<LostCoverage> lost_coverage(const Corpus& before, const Corpus& after);
std::vector<LoweredClassification> lowered_classifications(const Model& before, const Model& after,
                                                           const ChangeSet& changes);
std::vector<RewrittenRelease> rewritten_releases(const Archive& before, const Archive& after);

}  // namespace kanon
