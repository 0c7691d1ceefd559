#pragma once

#include <string>

#include "emit/html/body.h"
#include "emit/redline/report.h"

namespace kanon {

/// The new body of a redline as HTML with its changes in it: what didn't change as write_body() writes it, what did
/// with
/// `<ins>` and `<del>` in a block of the class `change`, what is gone where it stood, footnotes that are gone below the
/// others. `context` is that of write_body().
std::string write_whole_body(const Redline& redline, const ParsedFile& after, const BodyContext& context);

}  // namespace kanon
