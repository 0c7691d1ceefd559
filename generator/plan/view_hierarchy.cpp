#include <algorithm>
#include <unordered_set>

#include "base/collate.h"
#include "history/review.h"
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

std::optional<Date> View::next_review(const Document& document) const {
  return kanon::next_review(document, review_interval(config(), document));
}

std::optional<Date> View::next_review(const Handbook& handbook) const {
  return kanon::next_review(handbook, review_interval(handbook));
}

std::optional<Date> View::next_review(const Catalog& catalog) const {
  return kanon::next_review(catalog, review_interval(catalog));
}

std::vector<Review> View::reviews() const {
  std::vector<Review> reviews;
  if (!up_to_ || *up_to_ == 0) return reviews;
  const auto add = [&](const auto& items) {
    for (const auto* item : items) {
      if (const auto due = next_review(*item)) reviews.push_back({ref_of(*item), *due});
    }
  };
  add(documents_);
  add(handbooks_);
  add(catalogs_);
  std::ranges::sort(reviews, [&](const Review& a, const Review& b) {
    if (a.due != b.due) return a.due < b.due;
    const int order = compare_titles(title_of(a.item), title_of(b.item), language());
    return order != 0 ? order < 0 : *governed(a.item).id < *governed(b.item).id;
  });
  return reviews;
}

}  // namespace kanon
