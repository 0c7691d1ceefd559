#pragma once

#include <string>

#include "base/date.h"
#include "base/result.h"
#include "cli/new_source.h"
#include "resolve/model.h"

namespace kanon {

/// What the user said about a new document; empty is left for the program to choose.
struct NewDocument {
  std::string id;
  std::string title;
  std::string type;
  std::string parent;
  std::string owner;
  std::string classification;
};

/// The source of a new document that passes every check as it is: what was not said is taken from the project where
/// there is one sensible answer. Wrong use where there is none; the error lists the choices.
Result<NewSource> write_new_document(const Model& model, NewDocument wanted, Date today);

}  // namespace kanon
