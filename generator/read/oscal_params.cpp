#include "read/oscal_params.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace kanon {
namespace {

// A few parameters that hold each other can multiply: each has a longest text, and all inserts together.
constexpr std::size_t kLongestParam = 4'000;
constexpr std::size_t kMostInserted = std::size_t{8} << 20U;
constexpr int kDeepestParam = 8;

std::string in_brackets(std::string text) { return "[" + std::move(text) + "]"; }

}  // namespace

OscalParams::OscalParams(const OscalCatalog& catalog) {
  add(catalog.params);
  add(catalog.controls);
  add(catalog.groups);
}

void OscalParams::add(const std::vector<OscalParam>& params) {
  for (const OscalParam& param : params) params_.emplace(param.id, &param);
}

void OscalParams::add(const std::vector<OscalControl>& controls) {
  for (const OscalControl& control : controls) {
    add(control.params);
    add(control.controls);
  }
}

void OscalParams::add(const std::vector<OscalGroup>& groups) {
  for (const OscalGroup& group : groups) {
    add(group.params);
    add(group.controls);
    add(group.groups);
  }
}

const std::string& OscalParams::text_of(const std::string& id) {
  const auto [known, is_new] = texts_.emplace(id, in_brackets(id));
  if (!is_new) return known->second;
  const auto found = params_.find(id);
  if (found == params_.end() || depth_ >= kDeepestParam) return known->second;
  ++depth_;
  const OscalParam& param = *found->second;
  std::string text;
  if (!param.values.empty()) {
    text = filled(join(param.values, ", "), kLongestParam);
  } else if (!param.choices.empty()) {
    text = in_brackets(filled(join(param.choices, "; "), kLongestParam));
  } else if (!param.label.empty()) {
    text = in_brackets(filled(param.label, kLongestParam));
  }
  --depth_;
  if (!text.empty()) known->second = std::move(text);
  return known->second;
}

std::string OscalParams::filled(std::string_view prose) { return filled(prose, std::string::npos); }

std::string OscalParams::filled(std::string_view prose, std::size_t most) {
  std::string text;
  while (!prose.empty() && text.size() < most) {
    const std::size_t begin = prose.find(kInsertBegin);
    text += prose.substr(0, begin);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(prose.find(kInsertEnd, begin), prose.size() - 1);
    const std::string id(trim(prose.substr(begin + 1, end - begin - 1)));
    const std::string& value = text_of(id);
    const bool fits = inserted_ + value.size() <= kMostInserted;
    text += fits ? value : "[…]";
    inserted_ += fits ? value.size() : 0;
    prose.remove_prefix(end + 1);
  }
  return text;
}

}  // namespace kanon
