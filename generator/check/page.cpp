#include "check/page.h"

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"

namespace kanon {
namespace {

/// The lines below `## name`, up to the next heading outside a fence.
std::string section(std::string_view page, std::string_view name) {
  std::string found;
  std::string_view fence;
  bool inside = false;
  for (const auto line : split(page, '\n')) {
    const bool fences = line.starts_with("```") || line.starts_with("~~~");
    if (fence.empty() && line.starts_with("## ")) {
      inside = line.substr(3) == name;
      continue;
    }
    if (fences && fence.empty())
      fence = line.substr(0, line.find_first_not_of(line.front()));
    else if (fences && line == fence)
      fence = {};
    if (inside) found += fmt::format("{}\n", line);
  }
  return std::string(trim(found));
}

/// Of a section in both languages, the text after the language's mark.
std::string text_in(std::string_view section, Language language) {
  const std::string_view mark = language == Language::da ? "<!-- da -->" : "<!-- en -->";
  const auto begin = section.find(mark);
  if (begin == std::string_view::npos) return {};
  const std::string_view text = section.substr(begin + mark.size());
  return std::string(trim(text.substr(0, text.find("<!-- "))));
}

}  // namespace

RulePage page_of(RuleId rule, Language language) {
  const std::string_view page = rule_page(rule);
  return {text_in(section(page, "What"), language), text_in(section(page, "Why"), language), section(page, "Bad"),
          section(page, "Good"), text_in(section(page, "Fix"), language)};
}

std::string explain(RuleId rule, Language language) {
  const RulePage page = page_of(rule, language);
  const auto heading = [language](std::string_view da, std::string_view en) {
    return language == Language::da ? da : en;
  };
  return fmt::format("# {}\n\n## {}\n\n{}\n\n## {}\n\n{}\n\n## {}\n\n{}\n\n## {}\n\n{}\n\n## {}\n\n{}\n", name_of(rule),
                     heading("Hvad", "What"), page.what, heading("Hvorfor", "Why"), page.why,
                     heading("Forkert", "Wrong"), page.bad, heading("Rigtigt", "Right"), page.good,
                     heading("Sådan rettes det", "How to correct it"), page.fix);
}

}  // namespace kanon
