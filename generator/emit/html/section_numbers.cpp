#include "emit/html/section_numbers.h"

#include <algorithm>

namespace kanon {

bool brings_numbers(const std::vector<Heading>& headings) {
  return std::ranges::any_of(headings, [](const Heading& heading) {
    const bool has_digit = !heading.title.empty() && heading.title.front() >= '0' && heading.title.front() <= '9';
    return has_digit || heading.title.starts_with("§");
  });
}

std::map<std::uint32_t, std::string> section_numbers(const std::vector<Heading>& headings) {
  std::map<std::uint32_t, std::string> numbers;
  if (brings_numbers(headings)) return numbers;
  int chapter = 0;
  int section = 0;
  for (const Heading& heading : headings) {
    if (heading.level == 2) {
      section = 0;
      numbers.emplace(heading.node, std::to_string(++chapter));
    } else if (heading.level == 3 && chapter > 0) {
      numbers.emplace(heading.node, std::to_string(chapter) + '.' + std::to_string(++section));
    }
  }
  return numbers;
}

}  // namespace kanon
