#include "emit/html/contents.h"

#include <utility>

#include "emit/html/rows.h"

namespace kanon {
namespace {

using SectionNumbers = std::map<std::uint32_t, std::string>;

Data heading_row(const Heading& heading, const SectionNumbers& numbers) {
  const auto number = numbers.find(heading.node);
  Data row;
  put(row, "number", number == numbers.end() ? Data(false) : Data(number->second));
  put(row, "href", "#" + heading.anchor);
  put(row, "title", heading.title);
  return row;
}

}  // namespace

Data contents_list(const std::vector<Heading>& headings, const SectionNumbers& numbers) {
  DataList chapters;
  DataList sections;
  Data chapter;
  bool open = false;
  const auto close = [&] {
    if (!open) return;
    put(chapter, "sections", items_or_nothing(sections));
    chapters.push_back(std::move(chapter));
    sections.clear();
    open = false;
  };
  for (const Heading& heading : headings) {
    if (heading.title.empty() || heading.level > 3) continue;
    if (open && heading.level == 3) {
      sections.push_back(heading_row(heading, numbers));
      continue;
    }
    close();
    chapter = heading_row(heading, numbers);
    open = true;
  }
  close();
  return items_or_nothing(chapters);
}

}  // namespace kanon
