#include <algorithm>
#include <unordered_set>

#include "plan/positions.h"
#include "plan/view.h"

namespace kanon {
namespace {

// A chain of parents may be long, or a circle that no check has stopped yet.
constexpr std::size_t most_ancestors = 16;

}  // namespace

const Document* View::parent_of(const Document& document) const {
  const auto& parent = model_->parent[ref_of(document).index];
  if (!parent || !sees({ItemKind::document, *parent})) return nullptr;
  return &model_->source().documents[*parent];
}

std::vector<const Document*> View::children_of(const Document& document) const {
  std::vector<const Document*> children;
  for (const std::uint32_t child : model_->children[ref_of(document).index]) {
    if (sees({ItemKind::document, child})) children.push_back(&model_->source().documents[child]);
  }
  return children;
}

std::vector<const Document*> View::roots() const {
  std::vector<const Document*> roots;
  std::copy_if(documents_.begin(), documents_.end(), std::back_inserter(roots),
               [&](const Document* document) { return parent_of(*document) == nullptr; });
  return roots;
}

std::vector<const Document*> View::ancestors_of(const Document& document) const {
  std::vector<const Document*> ancestors;
  const Document* above = parent_of(document);
  while (above != nullptr && above != &document && ancestors.size() < most_ancestors) {
    ancestors.push_back(above);
    above = parent_of(*above);
  }
  std::reverse(ancestors.begin(), ancestors.end());
  return ancestors;
}

std::vector<const Document*> View::related_of(const Document& document) const {
  std::vector<const Document*> related;
  for (const LocatedText& id : document.related) {
    const auto found = find(*id);
    if (!found || found->kind != ItemKind::document) continue;
    const Document* other = &model_->source().documents[found->index];
    if (other != &document && std::find(related.begin(), related.end(), other) == related.end())
      related.push_back(other);
  }
  return related;
}

// Parents before children, in the order of the children. What this audience doesn't see is passed through: a seen
// document below an unseen one still belongs to the part.
std::vector<const Document*> View::below(std::uint32_t document) const {
  std::vector<const Document*> found;
  std::unordered_set<std::uint32_t> met{document};
  const auto& of = model_->children[document];
  std::vector<std::uint32_t> waiting(of.rbegin(), of.rend());
  while (!waiting.empty()) {
    const std::uint32_t next = waiting.back();
    waiting.pop_back();
    if (!met.insert(next).second) continue;
    if (sees({ItemKind::document, next})) found.push_back(&model_->source().documents[next]);
    const auto& children = model_->children[next];
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
  return found;
}

std::vector<const Document*> View::documents_of(const HandbookPart& part) const {
  std::optional<std::size_t> made_for;
  for (const Handbook* handbook : handbooks_) {
    const bool holds =
        std::any_of(handbook->parts.begin(), handbook->parts.end(), [&](const auto& p) { return &p == &part; });
    if (holds && handbook->audience) made_for = reach_of(**handbook->audience);
  }
  std::vector<const Document*> documents;
  std::unordered_set<const Document*> met;
  const auto add = [&](const Document* document) {
    if (made_for && model_->level_of(ref_of(*document)) > *made_for) return;
    if (met.insert(document).second) documents.push_back(document);
  };
  for (const LocatedText& id : part.documents) {
    const auto found = find(*id);
    if (found && found->kind == ItemKind::document) add(&document(*found));
  }
  const auto top = part.under ? model_->find(**part.under) : std::nullopt;
  if (!top || top->kind != ItemKind::document) return documents;
  for (const Document* document : below(top->index)) {
    const bool wanted = part.types.empty() || std::any_of(part.types.begin(), part.types.end(),
                                                          [&](const auto& type) { return *type == *document->type; });
    if (wanted) add(document);
  }
  return documents;
}

std::vector<const Catalog*> View::catalogs_of(const HandbookPart& part) const {
  std::vector<const Catalog*> catalogs;
  for (const LocatedText& id : part.catalogs) {
    const Catalog* found = catalog(*id);
    if (found != nullptr && std::find(catalogs.begin(), catalogs.end(), found) == catalogs.end())
      catalogs.push_back(found);
  }
  return catalogs;
}

std::optional<Date> View::next_review(const Document& document) const {
  std::optional<Duration> interval;
  if (const DocumentType* type = config().document_type(*document.type)) interval = type->review_every;
  // A document may shorten its type's interval, not lengthen it.
  if (document.review_every && (!interval || shorter(**document.review_every, *interval)))
    interval = **document.review_every;
  if (!interval || document.history.empty()) return std::nullopt;
  const auto newest = std::max_element(document.history.begin(), document.history.end(),
                                       [](const auto& a, const auto& b) { return *a.date < *b.date; });
  return newest->date->plus(*interval);
}

}  // namespace kanon
