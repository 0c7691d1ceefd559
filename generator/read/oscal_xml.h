#pragma once

#include "read/oscal.h"
#include "read/xml_tree.h"

namespace kanon {

/// Whether a document is an OSCAL catalog. Namespaces don't count: the elements' names do.
bool is_oscal_catalog(const XmlTree& tree);

/// The catalog of a document that is one. What Kanon doesn't know is passed over.
OscalCatalog read_oscal_xml(const XmlTree& tree);

}  // namespace kanon
