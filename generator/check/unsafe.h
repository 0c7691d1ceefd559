#pragma once

#include "model/parsed_file.h"

namespace kanon {

/// Whether the reader took the destination of a link or image away because of its scheme: that is unsafe-link, and
/// nothing else is to be said of where it leads.
class UnsafeDestinations {
 public:
  explicit UnsafeDestinations(const ParsedFile& file);
  bool had(const MarkdownNode& node) const;

 private:
  std::vector<Range> ranges_;  ///< by where they begin
};

}  // namespace kanon
