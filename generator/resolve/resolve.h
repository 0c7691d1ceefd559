#pragma once

#include "resolve/model.h"

namespace kanon {

/// Ties ids, parents and links together. Never fails: what could not be tied is in the model as such.
Model resolve(const Corpus& corpus);

}  // namespace kanon
