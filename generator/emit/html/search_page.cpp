#include "emit/html/letters.h"
#include "emit/html/page_parts.h"
#include "emit/search/entries.h"

namespace kanon {

void add_search(Data& data, const PageParts& parts) {
  LetterGroups groups(parts.words, "entries");
  for (const SearchListed& entry : search_list(parts.site, parts.words)) {
    Data row;
    put(row, "title", entry.title);
    put(row, "href", parts.hrefs.to(entry.address));
    put(row, "kind", text_or_nothing(entry.kind));
    groups.add(entry.title, std::move(row));
  }
  put(data, "groups", groups.take());
}

}  // namespace kanon
