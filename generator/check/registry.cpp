#include <string>
#include <unordered_map>

#include "check/rule.h"
#include "embed/embedded.h"

namespace kanon {
namespace {

/// rules/missing_parent.md is the page of missing-parent.
std::string page_file(RuleId id) {
  std::string file(name_of(id));
  for (char& c : file)
    if (c == '-') c = '_';
  return file + ".md";
}

}  // namespace

const std::vector<const Rule*>& registry() {
  static const std::vector<const Rule*> all{
#define RULE(name) &rules::name,
#include "diagnostic/rules.def"
  };
  return all;
}

const Rule& rule(RuleId id) { return *registry()[static_cast<std::size_t>(id)]; }

std::string_view rule_page(RuleId id) {
  static const auto pages = [] {
    std::unordered_map<std::string_view, std::string_view> by_name;
    for (const auto& file : embedded::rule_pages()) by_name.emplace(file.path, file.bytes);
    return by_name;
  }();
  const auto page = pages.find(page_file(id));
  return page == pages.end() ? std::string_view() : page->second;
}

}  // namespace kanon
