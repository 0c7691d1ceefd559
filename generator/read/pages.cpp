#include "read/pages.h"

#include "read/item.h"

namespace kanon {

namespace {

/// A page's path is its address, where these characters would mean something else (RFC 3986).
void check_address(Mapping& mapping, const std::string& address) {
  const auto wrong = address.find_first_of("#?%\\");
  if (wrong == std::string::npos) return;
  mapping.reading().report(
      RuleId::invalid_id, mapping.opening(),
      message("Filens navn har tegnet «{}», som ikke kan stå i en adresse",
              "The file's name has the character “{}”, which can't stand in an address", address[wrong]),
      {"Omdøb filen, for eksempel til kontakt.md.", "Rename the file, for example to kontakt.md."});
}

}  // namespace

Page read_page(Reading& reading, std::string address) {
  static const Form<int> position = whole_number_form(-1000, 100'000);
  Mapping mapping(reading);
  Page page;
  place_item(mapping, page);
  check_address(mapping, address);
  page.address = std::move(address);
  page.title = mapping.required_text("title", "Kontakt");
  read_classification(mapping, page);
  read_aliases(mapping, page);
  if (const auto order = mapping.optional("order", position)) page.order = **order;
  mapping.finish();
  return page;
}

}  // namespace kanon
