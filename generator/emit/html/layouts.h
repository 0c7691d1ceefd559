#pragma once

#include <kainjow/mustache.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "emit/html/theme.h"

namespace kanon {

/// What a layout is filled with: objects, lists, texts, yes and no. A name that a page may lack is there all the same,
/// with the value `false`: layouts are read strictly.
using Data = kainjow::mustache::data;
using DataList = kainjow::mustache::list;

/// The text, or `false` where it is empty.
Data text_or_nothing(const std::string& text);

/// A theme's layouts, each parsed once. Not to be shared by threads: mustache's own rendering changes what it renders.
class Layouts {
 public:
  /// `theme` must outlive the layouts.
  explicit Layouts(const Theme& theme);
  ~Layouts();

  /// Fills a layout. A name is looked for in the sections around it, then in `page`, then in `site`. Texts are escaped
  /// for HTML, but for {{{these}}}; what looks like a tag in a text stays text. Fails (wrong use) with the layout's
  /// file, line and column where it is malformed, or where it names what is nowhere defined; the error then offers the
  /// nearest name.
  Result<std::string> fill(std::string_view layout, const Data& page, const Data& site);

 private:
  struct Prepared;
  Result<Prepared*> prepared(std::string_view layout);

  const Theme& theme_;
  std::unordered_map<std::string, std::unique_ptr<Prepared>> prepared_;
};

}  // namespace kanon
