#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "model/corpus.h"

namespace kanon::lsp {

/// Whether a rule can judge a file by itself.
bool judges_one_file(RuleId rule);

/// What is to be said of one source by itself: what its readers and the rules that need no other file find.
std::vector<Diagnostic> local_findings(const Config& config, const std::string& path, const ParsedFile& parsed,
                                       Date today);

/// Findings of an older text of a file, moved to where their lines stand in the new one; those whose lines changed are
/// left out.
std::vector<Diagnostic> moved(std::vector<Diagnostic> findings, std::string_view before, std::string_view after);

}  // namespace kanon::lsp
