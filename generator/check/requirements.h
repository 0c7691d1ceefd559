#pragma once

#include <span>
#include <string_view>

#include "check/written_keys.h"
#include "model/corpus.h"

namespace kanon {

/// The rules that judge one requirement by itself, and that it can be excepted from by `silence`.
std::span<const RuleId> rules_of_one_requirement();

/// Whether the requirement is excepted from the rule.
bool is_silenced(const Requirement& requirement, RuleId rule);

/// The text as the rules about wording read it: of one that is as long as a book, the beginning.
std::string_view judged_text(const Requirement& requirement);

/// Calls with each requirement of the sources and its catalog, but for those excepted from the rule.
template <class Visit>
void for_each_judged(const Corpus& corpus, RuleId rule, Visit visit) {
  for (const Catalog& catalog : corpus.catalogs)
    for (const Requirement& requirement : catalog.requirements)
      if (!is_silenced(requirement, rule)) visit(catalog, requirement);
}

/// The same, with the keys that the catalog's file holds.
template <class Visit>
void for_each_judged_with_keys(const Corpus& corpus, RuleId rule, Visit visit) {
  for (const Catalog& catalog : corpus.catalogs) {
    const WrittenKeys keys(corpus.parsed(catalog.file));
    for (const Requirement& requirement : catalog.requirements)
      if (!is_silenced(requirement, rule)) visit(catalog, requirement, keys);
  }
}

}  // namespace kanon
