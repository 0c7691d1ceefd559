#include "resolve/claims.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "resolve/addresses.h"

namespace kanon {
namespace {

class ClaimCollector {
 public:
  explicit ClaimCollector(const Model& model) : model_(model) {}

  std::vector<Claim> collect() {
    const Corpus& corpus = model_.source();
    add_each(ItemKind::document, corpus.documents);
    add_each(ItemKind::member, corpus.members);
    add_each(ItemKind::project, corpus.projects);
    add_each(ItemKind::catalog, corpus.catalogs);
    add_each(ItemKind::handbook, corpus.handbooks);
    add_each(ItemKind::page, corpus.pages);
    std::vector<Claim> claims;
    for (auto& [file, of_file] : by_file_) std::ranges::move(of_file, std::back_inserter(claims));
    return claims;
  }

 private:
  template <class Items>
  void add_each(ItemKind kind, const Items& items) {
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      const ItemRef ref{kind, i, 0};
      if (!leads(items[i])) continue;
      if (kind == ItemKind::page)
        add(ref, items[i], items[i].range);
      else if (model_.find(items[i].id.value) == ref)
        add(ref, items[i], items[i].id.range);
    }
  }

  void add(ItemRef ref, const Item& item, Range own) {
    if (const auto address = address_of(model_, ref)) by_file_[item.file].push_back({*address, ref, item.file, own});
    for (const auto& alias : item.aliases)
      by_file_[item.file].push_back({address_of_alias(alias.value), ref, item.file, alias.range});
  }

  const Model& model_;
  std::map<FileIndex, std::vector<Claim>> by_file_;
};

}  // namespace

std::vector<Claim> claimed_addresses(const Model& model) { return ClaimCollector(model).collect(); }

std::vector<std::string> generated_addresses(const Config& config) {
  const Folders& site = folders(config.language);
  std::vector<std::string> addresses{"/",
                                     site.documents,
                                     site.members,
                                     site.projects,
                                     site.admission,
                                     site.catalogs,
                                     site.handbooks,
                                     site.glossary,
                                     site.applicability,
                                     control_coverage_address(config.language),
                                     applicability_pdf_address(config.language),
                                     site.dispensations,
                                     site.hierarchy,
                                     site.search,
                                     site.changes,
                                     site.evaluation,
                                     site.responsibilities,
                                     site.reviews,
                                     "/feed.xml",
                                     "/sitemap.xml",
                                     "/robots.txt",
                                     "/404.html",
                                     "/data/documents.json",
                                     "/data/members.json",
                                     "/data/members.csv",
                                     "/data/members.schema.json",
                                     "/data/requirements.json",
                                     "/data/requirements.schema.json",
                                     "/data/ledger.json"};
  if (!config.accessibility_statement.empty()) addresses.push_back("/was/");
  return addresses;
}

}  // namespace kanon
