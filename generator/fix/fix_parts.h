#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fix/candidates.h"
#include "fix/fix.h"

namespace kanon {

/// One finding and what is known around it.
struct FixInput {
  const Corpus& corpus;
  const Model* model = nullptr;
  FileIndex at = 0;
  RuleId rule{};
  Range range{};  ///< of the finding, in the file's normalised text
  Candidates& candidates;

  const SourceFile& source() const { return corpus.files[at]; }
  const ParsedFile& file() const { return source().parsed; }
  std::string_view text() const { return file().text(); }
  /// The value that the finding is about, where it is about a whole one; or the value of the key that it is about.
  const YamlSpot* value() const {
    const YamlSpot* spot = candidates.value_at(at, range.begin);
    return spot != nullptr && file().yaml()[spot->node].range == range ? spot : nullptr;
  }
  const YamlSpot* value_of_key() const {
    const YamlSpot* spot = candidates.value_of_key_at(at, range.begin);
    return spot != nullptr && file().yaml()[*spot->key].range == range ? spot : nullptr;
  }
  std::string_view text_of(Range stretch) const { return text().substr(stretch.begin, stretch.end - stretch.begin); }
};

/// A correction without its finding.
struct Remedy {
  Certainty certainty = Certainty::likely;
  Message title;
  std::vector<TextEdit> edits;
};
using MaybeRemedy = std::optional<Remedy>;

/// A key that is spelled nearly like one that may stand there.
MaybeRemedy fix_unknown_key(const FixInput& input);
/// The file's name as its id.
MaybeRemedy fix_missing_key(const FixInput& input);
MaybeRemedy fix_id(const FixInput& input);
/// A key that is given twice with the same value.
MaybeRemedy fix_repeated_key(const FixInput& input);
/// A value that says clearly what it means, in another form than was asked for.
MaybeRemedy fix_value(const FixInput& input);
MaybeRemedy fix_cvr(const FixInput& input);
/// A name (an id, a level, a type …) that is spelled nearly like one that exists.
MaybeRemedy fix_name(const FixInput& input);
MaybeRemedy fix_link(const FixInput& input);
MaybeRemedy fix_link_text(const FixInput& input);
MaybeRemedy fix_heading(const FixInput& input);

/// Puts a text in the place of a stretch.
Remedy replacement(Certainty certainty, Range range, std::string_view old, std::string text);

}  // namespace kanon
