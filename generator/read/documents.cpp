#include "read/documents.h"

#include "read/governed.h"
#include "read/item.h"

namespace kanon {

std::optional<Document> read_document(Reading& reading) {
  Mapping mapping(reading);
  Document document;
  const bool named = read_own_id(mapping, document);
  document.type = mapping.required_text("type", "politik");
  document.parent = mapping.optional_text("parent");
  document.related = mapping.texts("related");
  read_governed(mapping, document);
  document.controls = mapping.texts("controls");
  document.implements = mapping.texts("implements");
  mapping.finish();
  if (!named) return std::nullopt;
  return document;
}

}  // namespace kanon
