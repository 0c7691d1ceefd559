#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "diagnostic/position.h"
#include "diagnostic/rule_id.h"

namespace kanon {

enum class Severity { off, warning, error };

/// Another place that explains a finding: the first of two equal ids, the document that is more restricted.
struct Related {
  std::string path;
  Place place;
  Message message;
};

/// A finding in the content: where, what, and what to do.
struct Diagnostic {
  RuleId rule{};
  Severity severity = Severity::error;
  std::string path;  ///< relative to the project, with `/`
  Place place;
  Message message;
  Message help;
  std::vector<Related> related;
};

/// A finding before it is placed: what readers and rules hand in, by byte range of one file.
struct Finding {
  RuleId rule{};
  Range range;
  Message message;
  Message help;
};

struct Summary {
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

Summary summarise(const std::vector<Diagnostic>& diagnostics);
/// By path, line, column, rule, message: the order in which every renderer prints. Exact repeats are dropped.
void sort_diagnostics(std::vector<Diagnostic>& diagnostics);

}  // namespace kanon
