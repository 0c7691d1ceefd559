#include "read/oscal_source.h"

#include <utility>

#include "read/catalog_nodes.h"
#include "read/markdown_text.h"
#include "read/oscal_catalog.h"
#include "read/oscal_xml.h"
#include "read/xml_tree.h"

namespace kanon {
namespace {

Finding no_catalog(const XmlNode& root) {
  return {RuleId::invalid_value,
          root.start_tag,
          message("Filen er ikke et OSCAL-katalog: det yderste element hedder «{}»",
                  "The file is no OSCAL catalog: its outermost element is “{}”", quotable(root.name)),
          {"Læg et katalog (catalog) her; profiler og komponenter læses ikke.",
           "Put a catalog here; profiles and components are not read."}};
}

}  // namespace

void parse_oscal(ParsedFile::Parts& parts) {
  auto tree = parse_xml(parts.text);
  if (!tree) {
    parts.findings.push_back(std::move(tree.error()));
    return;
  }
  if (!is_oscal_catalog(*tree)) {
    parts.findings.push_back(no_catalog((*tree)[0]));
    return;
  }
  Mending mending;
  auto catalog = catalog_of(read_oscal_xml(*tree), mending);
  if (!catalog) {
    parts.findings.push_back(
        {RuleId::too_large, (*tree)[0].start_tag, std::move(catalog.error().what), std::move(catalog.error().help)});
    return;
  }
  append_catalog(parts, *catalog);
}

}  // namespace kanon
