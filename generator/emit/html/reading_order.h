#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "plan/view.h"

namespace kanon {

/// The documents that an audience sees as one reads them from beginning to end: each before those below it, those in
/// the order of the hierarchy's list.
class ReadingOrder {
 public:
  /// `view` must outlive it.
  explicit ReadingOrder(const View& view);

  /// Null for the first.
  const Document* before(const Document& document) const;
  /// Null for the last.
  const Document* after(const Document& document) const;

 private:
  const View* view_;
  std::vector<const Document*> documents_;
  std::unordered_map<std::uint32_t, std::size_t> places_;  ///< by the document's index
};

}  // namespace kanon
