#pragma once

#include "check/embeds.h"
#include "check/unknown_ids.h"

namespace kanon {

/// Finds embeds of content that does not exist: an unknown name or parameter, a catalog or phase that is not there.
class UnknownEmbeds {
 public:
  UnknownEmbeds(const CheckInput& input, Reporter& reporter, UnknownIds& ids);

  void judge(FileIndex file, Range range, const WrittenEmbed& embed);

 private:
  void judge_parameters(FileIndex file, Range range, const EmbedKind& kind, const WrittenEmbed& embed);
  void judge_catalog(FileIndex file, Range range, std::string_view id, std::string_view phase);

  const CheckInput& input_;
  Reporter& reporter_;
  UnknownIds& ids_;
  std::vector<std::string> names_;
  Suggestions suggestions_;
};

}  // namespace kanon
