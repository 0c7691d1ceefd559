#include "exchange/exchange.h"

#include "exchange/formats.h"

namespace kanon {

Result<Exported> export_catalog(const Catalog& catalog, ExchangeFormat format, const ExchangeSettings& settings) {
  switch (format) {
    case ExchangeFormat::csv:
      return export_csv(catalog, settings);
    case ExchangeFormat::xlsx:
      return export_xlsx(catalog, settings);
    case ExchangeFormat::oscal_xml:
      return export_oscal_xml(catalog, settings);
    case ExchangeFormat::oscal_json:
      return export_oscal_json(catalog, settings);
    case ExchangeFormat::reqif:
      return export_reqif(catalog, settings);
    case ExchangeFormat::markdown:
      return export_markdown(catalog, settings);
  }
  return {};
}

Result<Imported> import_catalog(std::string_view bytes, ExchangeFormat format) {
  switch (format) {
    case ExchangeFormat::csv:
      return import_csv(bytes);
    case ExchangeFormat::xlsx:
      return import_xlsx(bytes);
    case ExchangeFormat::oscal_xml:
      return import_oscal_xml(bytes);
    case ExchangeFormat::oscal_json:
      return import_oscal_json(bytes);
    case ExchangeFormat::reqif:
      return import_reqif(bytes);
    case ExchangeFormat::markdown:
      break;
  }
  return wrong_use(
      {"Markdown kan ikke læses ind igen", "Markdown can't be read back"},
      {"Brug csv, xlsx, oscal-xml, oscal-json eller reqif.", "Use csv, xlsx, oscal-xml, oscal-json or reqif."});
}

}  // namespace kanon
