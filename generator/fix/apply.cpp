#include "fix/apply.h"

#include <algorithm>

namespace kanon {
namespace {

Range whole(const Fix& fix) { return {fix.edits.front().range.begin, fix.edits.back().range.end}; }

}  // namespace

std::vector<const Fix*> compatible(std::vector<const Fix*> fixes) {
  std::erase_if(fixes, [](const Fix* fix) { return fix->edits.empty(); });
  std::ranges::stable_sort(fixes, {}, [](const Fix* fix) { return whole(*fix).begin; });
  std::vector<const Fix*> chosen;
  for (const Fix* fix : fixes) {
    // two insertions at one place meet as well: which comes first would be chance
    const bool apart = chosen.empty() || whole(*chosen.back()).end < whole(*fix).begin ||
                       (whole(*chosen.back()).end == whole(*fix).begin && whole(*fix).end > whole(*fix).begin &&
                        whole(*chosen.back()).end > whole(*chosen.back()).begin);
    if (apart) chosen.push_back(fix);
  }
  return chosen;
}

std::string fixed(std::string_view bytes, const std::vector<const Fix*>& fixes) {
  std::vector<TextEdit> edits;
  for (const Fix* fix : fixes) edits.insert(edits.end(), fix->edits.begin(), fix->edits.end());
  return edited(bytes, edits);
}

}  // namespace kanon
