#include "exchange/formats.h"

namespace kanon {
namespace {

std::unexpected<Error> not_yet() {
  return failure({"Formatet kan ikke bruges endnu", "The format can’t be used yet"},
                 {"Brug csv eller xlsx.", "Use csv or xlsx."});
}

}  // namespace

Result<Exported> export_oscal_xml(const Catalog& /*catalog*/, const ExchangeSettings& /*settings*/) {
  return not_yet();
}
Result<Imported> import_oscal_xml(std::string_view /*bytes*/) { return not_yet(); }
Result<Exported> export_oscal_json(const Catalog& /*catalog*/, const ExchangeSettings& /*settings*/) {
  return not_yet();
}
Result<Imported> import_oscal_json(std::string_view /*bytes*/) { return not_yet(); }
Result<Exported> export_reqif(const Catalog& /*catalog*/, const ExchangeSettings& /*settings*/) { return not_yet(); }
Result<Imported> import_reqif(std::string_view /*bytes*/) { return not_yet(); }

}  // namespace kanon
