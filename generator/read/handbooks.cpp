#include "read/handbooks.h"

#include "read/governed.h"
#include "read/item.h"

namespace kanon {
namespace {

HandbookPart read_part(Mapping& mapping) {
  HandbookPart part;
  part.title = *mapping.required_text("title", "Politikker");
  part.documents = mapping.texts("documents");
  part.catalogs = mapping.texts("catalogs");
  part.under = mapping.optional_text("under");
  part.types = mapping.texts("types");
  return part;
}

void read_appendix(Mapping& mapping, std::vector<Appendix>& appendices) {
  Appendix appendix{mapping.required_text("embed", "glossary")};
  if (was_read(appendix.embed)) appendices.push_back(std::move(appendix));
}

}  // namespace

std::optional<Handbook> read_handbook(Reading& reading) {
  Mapping mapping(reading);
  Handbook handbook;
  const bool named = read_own_id(mapping, handbook);
  read_governed(mapping, handbook);
  handbook.subtitle = mapping.text("subtitle");
  handbook.audience = mapping.optional_text("audience");
  mapping.required_sequence("parts", "[{title: Politikker, documents: [informationssikkerhedspolitik]}]",
                            [&](Mapping& part) { handbook.parts.push_back(read_part(part)); });
  mapping.sequence("appendices", [&](Mapping& appendix) { read_appendix(appendix, handbook.appendices); });
  mapping.finish();
  if (!named) return std::nullopt;
  return handbook;
}

}  // namespace kanon
