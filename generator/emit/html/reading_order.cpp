#include "emit/html/reading_order.h"

namespace kanon {

// Without recursion: a chain of parents may have any length.
ReadingOrder::ReadingOrder(const View& view) : view_(&view) {
  const std::vector<const Document*> roots = view.roots();
  std::vector<const Document*> waiting(roots.rbegin(), roots.rend());
  while (!waiting.empty()) {
    const Document* next = waiting.back();
    waiting.pop_back();
    if (!places_.emplace(view.ref_of(*next).index, documents_.size()).second) continue;
    documents_.push_back(next);
    const std::vector<const Document*> children = view.children_of(*next);
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
}

const Document* ReadingOrder::before(const Document& document) const {
  const auto place = places_.find(view_->ref_of(document).index);
  return place == places_.end() || place->second == 0 ? nullptr : documents_[place->second - 1];
}

const Document* ReadingOrder::after(const Document& document) const {
  const auto place = places_.find(view_->ref_of(document).index);
  return place == places_.end() || place->second + 1 == documents_.size() ? nullptr : documents_[place->second + 1];
}

}  // namespace kanon
