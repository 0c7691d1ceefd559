#include "read/glossary.h"

#include "read/item.h"

namespace kanon {

std::vector<Term> read_glossary(Reading& reading) {
  std::vector<Term> terms;
  read_sequence(reading, "{id: begreb-backup, term: Backup, definition: En kopi af data}", [&](Mapping& mapping) {
    Term term;
    place_item(mapping, term);
    const bool named = read_listed_id(mapping, term.id);
    term.term = *mapping.required_text("term", "Backup");
    term.definition = *mapping.required_text("definition", "En kopi af data");
    read_classification(mapping, term);
    if (named) terms.push_back(std::move(term));
  });
  return terms;
}

}  // namespace kanon
