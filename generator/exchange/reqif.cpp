#include <string>
#include <string_view>
#include <utility>

#include "exchange/formats.h"
#include "exchange/reqif_catalog.h"
#include "exchange/reqif_reading.h"
#include "exchange/reqif_writing.h"
#include "exchange/sources.h"
#include "exchange/writable.h"

namespace kanon {

Result<Exported> export_reqif(const Catalog& catalog, const ExchangeSettings& settings) {
  WritableCatalog written = writable(catalog);
  return Exported{reqif_of(written.catalog, settings), std::move(written.lost)};
}

Result<Imported> import_reqif(std::string_view bytes) {
  const auto tree = xml_of(bytes);
  if (!tree) return std::unexpected(tree.error());
  if (!is_reqif(*tree)) return no_catalog_of("ReqIF", (*tree)[0].name);
  Mending mending;
  auto catalog = catalog_of(read_reqif(*tree), mending);
  if (!catalog) return std::unexpected(std::move(catalog.error()));
  return Imported{std::move(*catalog), mending.take()};
}

}  // namespace kanon
