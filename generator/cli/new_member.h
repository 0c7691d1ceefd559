#pragma once

#include <string>

#include "base/date.h"
#include "base/result.h"
#include "cli/new_source.h"
#include "resolve/model.h"

namespace kanon {

/// What the user said about an applicant; empty is left for the program to choose, or to be filled in.
struct NewMember {
  std::string id;
  std::string name;
  std::string cvr;
  std::string website;
};

/// An applicant's declaration to fill in: the project's objectives and criteria, its projects, and the sections that a
/// declaration has, with what to write in each. It claims nothing: every criterion is left for the applicant to take
/// up. Passes every check as it is, with warnings at most.
Result<NewSource> write_new_member(const Model& model, const NewMember& wanted, Date today);

}  // namespace kanon
