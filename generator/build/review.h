#pragma once

#include <string>
#include <vector>

#include "build/build.h"
#include "compare/consequences.h"
#include "compare/findings.h"
#include "env/git.h"

namespace kanon {

/// One of the two states of a project that a review compares.
struct ReviewSide {
  std::string name;    ///< as it was asked for; empty for the working tree
  std::string commit;  ///< its 40 digits; empty for the working tree
};

struct ReviewOptions {
  std::string folder;            ///< of the project on the disk
  std::string base;              ///< a revision
  std::string head;              ///< a revision; empty for the working tree
  bool from_merge_base = false;  ///< compare with where `head` left `base`, not with `base` itself
  Date today;
};

/// What a change does to a project.
struct Review {
  ReviewSide base_side;
  ReviewSide head_side;
  CheckedProject base;
  CheckedProject head;
  ChangeSet changes;  ///< refers to both models
  Consequences consequences;
  ComparedFindings findings;  ///< of `head`, sorted; releases that were rewritten among them

  bool breaks_a_rule() const;       ///< whether there is an error
  bool breaks_a_rule_anew() const;  ///< whether the change brought one
};

/// Reads both states, one after the other, and compares them. A project that begins with the change is compared with an
/// empty one. Files that are the same in both are parsed once.
Result<Review> review_project(const Files& disk, Parsers& parsers, const ReviewOptions& options);

}  // namespace kanon
