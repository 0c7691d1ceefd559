#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "history/text_edits.h"
#include "resolve/model.h"

namespace kanon {

enum class Certainty {
  sure,   ///< one right answer: `kanon check --fix` writes it
  likely  ///< a person should look at it: editors offer it
};

/// What would make a finding go away: edits of the file that the finding is in.
struct Fix {
  std::size_t finding = 0;  ///< its position in the list that was given
  Certainty certainty = Certainty::likely;
  Message title;                ///< completes «Ret: …», “Fix: …”
  std::vector<TextEdit> edits;  ///< by place, in the file's normalised text
};

/// The findings' corrections, at most one a finding, in the order of the findings. `model` is null where kanon.yaml is
/// wrong, so that nothing was resolved. Only sources are corrected: kanon.yaml and what lies below content/, but for
/// its archive.
std::vector<Fix> find_fixes(const Corpus& corpus, const Model* model, const std::vector<Diagnostic>& findings);

/// Whether a file's bytes may be changed by a correction: kanon.yaml and sources below content/, but for its archive.
bool may_be_fixed(std::string_view path);

/// Whether the file is a released version, unchanged since: any edit of it would call for a new version.
bool is_released_text(const Model& model, FileIndex file);

}  // namespace kanon
