#pragma once

#include "model/parsed_file.h"

namespace kanon {

/// Takes `{#id}` from the end of each heading's text and gives every heading its anchor (contract, section 3). Anchors
/// that authors set come first, then the first heading of each text; what is left gets `-2`, `-3` … so that none
/// collides.
void set_anchors(ParsedFile::Parts& parts);

}  // namespace kanon
