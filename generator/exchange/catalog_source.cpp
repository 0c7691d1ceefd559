#include "exchange/catalog_source.h"

#include "exchange/catalog_yaml.h"
#include "read/catalogs.h"
#include "read/parse.h"

namespace kanon {

Result<std::string> catalog_source(const Catalog& catalog) {
  std::string text = catalog_yaml(catalog);
  const ParsedFile parsed = parse_source(text, SourceForm::yaml);
  Reading reading(parsed, 0, "content/catalogs/" + *catalog.id + ".yaml");
  const auto read = read_catalog(reading);
  if (parsed.findings().empty() && reading.found() == 0 && read && catalog_yaml(*read) == text) return text;
  const auto findings = reading.take();
  const Message why = findings.empty() ? Message{"teksten siger noget andet", "the text says something else"}
                                       : findings.front().message;
  return failure(
      {"Kataloget kan ikke skrives som kildefil: " + why.da, "The catalog can’t be written as a source: " + why.en});
}

}  // namespace kanon
