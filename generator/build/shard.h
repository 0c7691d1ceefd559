#pragma once

#include <cstddef>

namespace kanon {

/// One of several runs that share out the PDFs of a site, each on a machine of its own. A share is kept below the
/// project's .kanon/; a build where those of all runs are makes none again.
struct Shard {
  std::size_t number = 1;  ///< 1 to `of`
  std::size_t of = 1;

  bool has(std::size_t position) const { return position % of == number - 1; }
};

}  // namespace kanon
