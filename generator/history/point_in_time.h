#pragma once

#include <string>
#include <vector>

#include "model/corpus.h"

namespace kanon {

enum class Drafts {
  left_out,
  shown,   ///< what is the next version in the making, beside what is in force
  written  ///< each item as it is written now, in the place of what is in force: for whoever writes
};

/// Which day a site shows.
struct PointInTime {
  Date date;
  /// Today, where the site shows another day: what was removed since then is shown as it stood.
  Date today;
  Drafts drafts = Drafts::left_out;
};

/// The corpus as it stood on a day: of documents, catalogs and handbooks the editions that there were, each with its
/// standing and with the leading one of each id first; members as they were then; everything else as it is in the
/// sources. `sources` must have been read with ArchiveDepth::all. Editions of one id stand newest first.
Corpus as_it_stood(const Corpus& sources, const PointInTime& point);

/// The ids of documents, catalogs and handbooks that were never released, in order.
std::vector<std::string> never_released(const Corpus& sources);

}  // namespace kanon
