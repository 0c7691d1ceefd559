#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "check/danish_words.h"
#include "check/requirements.h"
#include "check/rule.h"
#include "check/wording.h"
#include "resolve/catalog_chain.h"

namespace kanon {
namespace {

/// What a requirement says, whatever its case, blanks, punctuation and inflections. Signs that change what is asked for
/// («> 99 %») stay.
class Gists {
 public:
  std::string of(const Requirement& requirement) {
    const std::string_view text = judged_text(requirement);
    const auto words = words_of(text);
    std::string gist;
    std::size_t end = 0;
    for (const Word& word : words) {
      add_signs(gist, text.substr(end, word.range.begin - end));
      gist += stems_.of(word.lower);
      gist += ' ';
      end = word.range.end;
    }
    if (!words.empty()) add_signs(gist, text.substr(end));
    // what is not read of an endless text must not count as the same
    if (text.size() < requirement.text->size()) gist += requirement.text->substr(text.size());
    return gist;
  }

 private:
  static void add_signs(std::string& gist, std::string_view between) {
    for (const char c : between)
      if (std::string_view("<>=+%&#").find(c) != std::string_view::npos) gist += c;
  }

  DanishStems stems_;
};

class DuplicateRequirements {
 public:
  DuplicateRequirements(const CheckInput& input, Reporter& reporter)
      : model_(input.model), corpus_(input.corpus()), reporter_(reporter) {
    Gists gists;
    for (const Catalog& catalog : corpus_.catalogs) {
      auto& of_catalog = gists_.emplace_back();
      for (const Requirement& requirement : catalog.requirements) of_catalog.push_back(gists.of(requirement));
    }
  }

  void find() {
    for (std::uint32_t i = 0; i < corpus_.catalogs.size(); ++i) find_in(i);
  }

 private:
  struct Place {
    std::uint32_t catalog = 0;
    std::uint32_t requirement = 0;
  };

  const Requirement& at(Place place) const { return corpus_.catalogs[place.catalog].requirements[place.requirement]; }

  /// Catalogs that extend each other in a circle inherit nothing: the circle is a finding of its own.
  std::vector<ItemRef> inherited_by(std::uint32_t catalog) const {
    auto chain = catalog_chain(model_, {ItemKind::catalog, catalog});
    const auto& extends = corpus_.catalogs[chain.back().index].extends;
    const auto next = extends ? model_.find(extends->value) : std::nullopt;
    if (next && std::ranges::find(chain, *next) != chain.end()) return {};
    return {chain.begin() + 1, chain.end()};
  }

  void find_in(std::uint32_t catalog) {
    if (gists_[catalog].empty()) return;
    std::unordered_map<std::string_view, Place> seen;
    for (const ItemRef above : inherited_by(catalog)) {
      for (std::uint32_t i = 0; i < gists_[above.index].size(); ++i)
        seen.try_emplace(gists_[above.index][i], Place{above.index, i});
    }
    for (std::uint32_t i = 0; i < gists_[catalog].size(); ++i) {
      const std::string& gist = gists_[catalog][i];
      if (gist.empty()) continue;
      const auto [first, is_new] = seen.try_emplace(gist, Place{catalog, i});
      if (!is_new) report(first->second, {catalog, i});
    }
  }

  void report(Place first, Place second) {
    // copied with its id, it is a duplicate-id
    if (lower_ascii(*at(first).id) == lower_ascii(*at(second).id)) return;
    const bool is_inherited = first.catalog != second.catalog;
    const std::string id = quoted(*at(first).id);
    auto& found = reporter_.report(
        corpus_.catalogs[second.catalog].file, at(second).text.range,
        message("Kravet «{}» siger det samme som «{}»", "The requirement “{}” says the same as “{}”",
                quoted(*at(second).id), id),
        is_inherited
            ? message(
                  "Kataloget har allerede «{}» fra det katalog, det bygger på. Fjern kravet her, eller skriv, hvad "
                  "det kræver mere, med derives_from: [{}].",
                  "The catalog already has “{}” from the one that it extends. Remove the requirement here, or write "
                  "what it asks for beyond that, with derives_from: [{}].",
                  id, *at(first).id)
            : Message{"Fjern det ene af de to krav, eller skriv forskellen.",
                      "Remove one of the two requirements, or write what differs."});
    found.related.push_back(reporter_.related(corpus_.catalogs[first.catalog].file, at(first).text.range,
                                              message("«{}» står her", "“{}” stands here", id)));
  }

  const Model& model_;
  const Corpus& corpus_;
  Reporter& reporter_;
  std::vector<std::vector<std::string>> gists_;  ///< by catalog and requirement
};

void find_duplicate_requirements(const CheckInput& input, Reporter& reporter) {
  DuplicateRequirements(input, reporter).find();
}

}  // namespace

namespace rules {
const Rule duplicate_requirement{RuleId::duplicate_requirement,
                                 "requirements",
                                 Severity::error,
                                 {"To krav i samme katalog, eller i et, det bygger på, siger det samme",
                                  "Two requirements of a catalog, or of one that it extends, say the same"},
                                 find_duplicate_requirements};
}  // namespace rules

}  // namespace kanon
