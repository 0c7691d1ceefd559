#pragma once

#include "model/parsed_file.h"

namespace kanon {

/// Parses parts.text as an OSCAL catalog in XML and appends its tree, or the finding (invalid-value) that says why it
/// is none. What an import would tell as mended is mended without a word: the file is somebody else's.
void parse_oscal(ParsedFile::Parts& parts);

}  // namespace kanon
