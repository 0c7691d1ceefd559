#include "check/references.h"

namespace kanon {
namespace {

class ReferenceCollector {
 public:
  explicit ReferenceCollector(const Corpus& corpus) : corpus_(corpus) {}

  std::vector<Reference> collect() {
    each(ItemKind::document, corpus_.documents, &ReferenceCollector::add_document);
    each(ItemKind::member, corpus_.members, &ReferenceCollector::add_member);
    each(ItemKind::catalog, corpus_.catalogs, &ReferenceCollector::add_catalog);
    each(ItemKind::handbook, corpus_.handbooks, &ReferenceCollector::add_handbook);
    each(ItemKind::dispensation, corpus_.dispensations, &ReferenceCollector::add_dispensation);
    for (const auto& entry : corpus_.controls)
      for (const auto& id : entry.documents)
        if (!id.value.empty())
          references_.push_back({&id, entry.file, ItemKind::document, std::nullopt, Shown::to_those_who_may_see_it});
    return std::move(references_);
  }

 private:
  template <class T>
  void each(ItemKind kind, const std::vector<T>& items, void (ReferenceCollector::*add_references)(const T&)) {
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      from_ = {kind, i, 0};
      file_ = items[i].file;
      (this->*add_references)(items[i]);
    }
  }

  void add(const LocatedText& id, ItemKind wanted, Shown shown = Shown::with_the_item) {
    if (!id.value.empty()) references_.push_back({&id, file_, wanted, from_, shown});
  }
  void add(const std::vector<LocatedText>& ids, ItemKind wanted, Shown shown = Shown::with_the_item) {
    for (const auto& id : ids) add(id, wanted, shown);
  }

  void add_document(const Document& document) {
    add(document.related, ItemKind::document);
    add(document.implements, ItemKind::requirement);
  }

  void add_member(const Member& member) {
    if (member.declaration) add(member.declaration->value.projects, ItemKind::project);
    if (!member.assessment) return;
    // Responses are never published (contract, section 4).
    for (const auto& response : member.assessment->value.responses)
      add(response.member, ItemKind::member, Shown::to_those_who_may_see_it);
  }

  void add_catalog(const Catalog& catalog) {
    if (catalog.extends) add(*catalog.extends, ItemKind::catalog);
    for (std::uint32_t part = 0; part < catalog.requirements.size(); ++part) {
      from_ = {ItemKind::requirement, from_.index, part};
      add(catalog.requirements[part].derives_from, ItemKind::requirement);
    }
  }

  void add_handbook(const Handbook& handbook) {
    for (const auto& part : handbook.parts) {
      add(part.documents, ItemKind::document);
      add(part.catalogs, ItemKind::catalog);
      if (part.under) add(*part.under, ItemKind::document, Shown::to_those_who_may_see_it);
    }
  }

  void add_dispensation(const Dispensation& dispensation) { add(dispensation.document, ItemKind::document); }

  const Corpus& corpus_;
  ItemRef from_;
  FileIndex file_ = 0;
  std::vector<Reference> references_;
};

}  // namespace

std::vector<Reference> references(const Corpus& corpus) { return ReferenceCollector(corpus).collect(); }

}  // namespace kanon
