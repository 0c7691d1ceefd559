#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "emit/html/layouts.h"
#include "emit/pictures.h"
#include "plan/site.h"

namespace kanon {

/// What a page is made of: the name of its layout, and the data that fills it.
struct PageContent {
  std::string layout;
  Data data;
};

/// Makes the content of pages. One a thread, as a PageEmitter.
class PageContents {
 public:
  /// All must outlive it.
  PageContents(const Site& site, const Theme& theme, const Pictures& pictures);
  ~PageContents();
  /// Fails only where a layout that a text embeds is wrong.
  Result<PageContent> of(const PagePlan& page);
  /// What all pages have besides: {site, t}.
  const Data& shared() const;
  Layouts& layouts();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kanon
