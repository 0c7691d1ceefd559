#include "emit/html/letters.h"
#include "emit/html/page_parts.h"

namespace kanon {

void add_glossary(Data& data, const PageParts& parts) {
  LetterGroups groups(parts.words, "terms");
  for (const Term* term : parts.view().terms()) groups.add(term->term, term_row(*term, RowIds::given));
  put(data, "groups", groups.take());
}

}  // namespace kanon
