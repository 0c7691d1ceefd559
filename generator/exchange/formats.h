#pragma once

#include "exchange/exchange.h"

namespace kanon {

// One pair a format, in the file of its name.
Result<Exported> export_csv(const Catalog& catalog, const ExchangeSettings& settings);
Result<Imported> import_csv(std::string_view bytes);
Result<Exported> export_xlsx(const Catalog& catalog, const ExchangeSettings& settings);
Result<Imported> import_xlsx(std::string_view bytes);
Result<Exported> export_oscal_xml(const Catalog& catalog, const ExchangeSettings& settings);
Result<Imported> import_oscal_xml(std::string_view bytes);
Result<Exported> export_oscal_json(const Catalog& catalog, const ExchangeSettings& settings);
Result<Imported> import_oscal_json(std::string_view bytes);
Result<Exported> export_reqif(const Catalog& catalog, const ExchangeSettings& settings);
Result<Imported> import_reqif(std::string_view bytes);
Result<Exported> export_markdown(const Catalog& catalog, const ExchangeSettings& settings);

}  // namespace kanon
