#include "plan/catalog_contents.h"

#include <ranges>

namespace kanon {
namespace {

using Places = std::unordered_map<std::string_view, std::size_t>;

class CatalogReading {
 public:
  CatalogReading(const View& view, const std::vector<const Catalog*>& chain) : view_(view), chain_(chain) {}

  CatalogContents read() {
    for (const Catalog* catalog : chain_ | std::views::reverse) {
      for (const Phase& phase : catalog->phases) {
        put_in_place(phases_, *phase.id, contents_.phases, &phase);
      }
    }
    for (const Catalog* catalog : chain_ | std::views::reverse) {
      for (const Recommendation& one : catalog->recommendations) {
        put_in_place(contents_.recommendation_places, *one.id, contents_.recommendations,
                     {catalog, &one, place_of_phase(*one.phase), {}});
      }
    }
    add_requirements();
    return std::move(contents_);
  }

 private:
  /// At the end, or in place of the one of the same id that a catalog further up has.
  template <class T>
  static void put_in_place(Places& places, std::string_view id, std::vector<T>& list, T value) {
    const auto [place, is_new] = places.emplace(id, list.size());
    if (is_new)
      list.push_back(std::move(value));
    else
      list[place->second] = std::move(value);
  }

  std::size_t place_of_phase(std::string_view id) const {
    const auto found = phases_.find(id);
    return found == phases_.end() ? contents_.phases.size() : found->second;
  }

  void add_requirements() {
    // Which catalog has the last word on an id: the first of the chain.
    std::unordered_map<std::string_view, const Requirement*> last_word;
    for (const Catalog* catalog : chain_) {
      for (const Requirement& one : catalog->requirements) last_word.emplace(*one.id, &one);
    }
    for (const Catalog* catalog : chain_ | std::views::reverse) {
      for (std::uint32_t part = 0; part < catalog->requirements.size(); ++part) {
        const Requirement& one = catalog->requirements[part];
        if (last_word.at(*one.id) == &one)
          add({catalog, &one, {ItemKind::requirement, view_.ref_of(*catalog).index, part}, 0});
      }
    }
  }

  void add(CatalogRequirement one) {
    const auto position = static_cast<std::uint32_t>(contents_.requirements.size());
    one.phase = one.requirement->phase ? place_of_phase(**one.requirement->phase) : contents_.phases.size();
    for (const LocatedText& id : one.requirement->recommendations) {
      const auto found = contents_.recommendation_places.find(*id);
      if (found == contents_.recommendation_places.end()) continue;
      auto& carried_out_by = contents_.recommendations[found->second].requirements;
      if (carried_out_by.empty() || carried_out_by.back() != position) carried_out_by.push_back(position);
    }
    contents_.requirement_ids.insert(*one.requirement->id);
    contents_.requirements.push_back(one);
  }

  const View& view_;
  const std::vector<const Catalog*>& chain_;
  CatalogContents contents_;
  Places phases_;
};

}  // namespace

const CatalogRecommendation* CatalogContents::recommendation(std::string_view id) const {
  const auto found = recommendation_places.find(id);
  return found == recommendation_places.end() ? nullptr : &recommendations[found->second];
}

CatalogContents contents_of(const View& view, const Catalog& catalog) {
  return CatalogReading(view, view.chain_of(catalog)).read();
}

}  // namespace kanon
