#pragma once

#include "emit/artifact.h"
#include "emit/html/words.h"
#include "plan/site.h"

namespace kanon {

/// feed.xml: the site's releases, newest first, as an Atom feed (RFC 4287) of at most 100 entries. An entry's id is a
/// UUID of version 8 (RFC 9562) from the first 128 bits of the release's fingerprint: it stays the same wherever the
/// site is published. Addresses are whole with site.base_url, else relative to the feed.
Artifact emit_feed(const Site& site, const Words& words);

}  // namespace kanon
