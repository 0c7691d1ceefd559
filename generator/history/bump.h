#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "history/text_edits.h"
#include "model/corpus.h"

namespace kanon {

/// What the next version's history entry says.
struct Bump {
  ChangeKind kind = ChangeKind::updated;
  Date date;
  std::string by;
  std::string change;
  std::optional<Version> to;  ///< nothing: the next version by the kind of change
};

/// The version that follows: its last number one higher, or for a new document its first, the others 0.
Version next_version(const Version& version, ChangeKind kind);

/// A source with its next version: the new `version`, a new entry on top of `history` in the form of the one below it,
/// and, for a new text, without the `effective` date of the version before. All else stays as it was written.
struct Bumped {
  std::string text;             ///< normalised: no BOM, line feeds
  std::vector<TextEdit> edits;  ///< the same as edits of the source, for the file as it is on the disk
  Version version;
  bool effective_removed = false;
};

/// The newest version that an item names: its own, its newest release's, one of its history.
Version newest_version(const Corpus& corpus, const Governed& item);

/// Wrong use: a version that is not above the newest, text that can't be published, a history that can't be written to
/// (the help says what to write by hand).
Result<Bumped> bump(const Corpus& corpus, const Governed& item, const Bump& bump);

}  // namespace kanon
