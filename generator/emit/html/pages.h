#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "emit/artifact.h"
#include "emit/html/theme.h"
#include "emit/pictures.h"
#include "emit/site_files.h"
#include "plan/site.h"

namespace kanon {

/// Renders pages of a site. One a thread: mustache's own renderer isn't safe to share.
class PageEmitter {
 public:
  /// All must outlive the emitter.
  PageEmitter(const Site& site, const Theme& theme, const Pictures& pictures);
  ~PageEmitter();
  /// Fails only where a layout is wrong: the error names layout, line and column.
  Result<Artifact> emit(const PagePlan& page);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kanon
