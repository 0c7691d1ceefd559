#include <map>
#include <set>

#include "compare/consequences_parts.h"

namespace kanon {
namespace {

/// The catalog of each requirement that a document carries out or each recommendation and control that a requirement
/// does, by id.
struct Carried {
  std::map<std::string, std::string> requirements;
  std::map<std::string, std::string> recommendations;
  std::set<std::string> controls;
};

/// What exists to be carried out: the same, whether it is or not.
Carried existing(const Corpus& corpus) {
  Carried all;
  for (const Catalog& catalog : corpus.catalogs) {
    for (const Requirement& one : catalog.requirements) all.requirements.emplace(*one.id, *catalog.id);
    for (const Recommendation& one : catalog.recommendations) all.recommendations.emplace(*one.id, *catalog.id);
  }
  for (const ControlEntry& entry : corpus.controls) {
    if (entry.applicable) all.controls.insert(*entry.control);
  }
  return all;
}

Carried carried(const Corpus& corpus) {
  Carried done;
  for (const Document& document : corpus.documents) {
    for (const LocatedText& id : document.implements) done.requirements.emplace(*id, std::string());
    for (const LocatedText& id : document.controls) done.controls.insert(*id);
  }
  for (const Catalog& catalog : corpus.catalogs) {
    for (const Requirement& requirement : catalog.requirements) {
      for (const LocatedText& id : requirement.recommendations) done.recommendations.emplace(*id, std::string());
      for (const LocatedText& id : requirement.controls) done.controls.insert(*id);
    }
  }
  for (const ControlEntry& entry : corpus.controls) {
    if (!entry.documents.empty()) done.controls.insert(*entry.control);
  }
  return done;
}

}  // namespace

std::vector<LostCoverage> lost_coverage(const Corpus& before, const Corpus& after) {
  const Carried old = carried(before);
  const Carried present = carried(after);
  const Carried there = existing(after);
  std::vector<LostCoverage> lost;
  using Kind = LostCoverage::Kind;
  for (const auto& [id, catalog] : there.requirements) {
    if (old.requirements.contains(id) && !present.requirements.contains(id))
      lost.push_back({Kind::requirement, id, catalog});
  }
  for (const auto& [id, catalog] : there.recommendations) {
    if (old.recommendations.contains(id) && !present.recommendations.contains(id)) {
      lost.push_back({Kind::recommendation, id, catalog});
    }
  }
  for (const std::string& id : there.controls) {
    if (old.controls.contains(id) && !present.controls.contains(id)) lost.push_back({Kind::control, id, {}});
  }
  return lost;
}

}  // namespace kanon
