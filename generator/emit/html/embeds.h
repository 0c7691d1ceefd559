#pragma once

#include <map>
#include <optional>
#include <string>

#include "emit/html/layouts.h"
#include "emit/html/rows.h"

namespace kanon {

/// Generated content that a text asks for: ```kanon NAME key=value```.
struct Embed {
  std::string name;
  std::map<std::string, std::string> options;
  /// The document, catalog or handbook at hand: whose history and approvals are meant. Null on other pages.
  const Governed* item = nullptr;
  std::string path = {};  ///< of the source that asks, for messages; empty: the item's own
};

/// The embed that stands at a node of a file's body.
Embed embed_at(const View& view, FileIndex file, std::uint32_t node);

/// Writes embeds as an audience sees them, through the layouts embed/NAME.mustache.
class Embeds {
 public:
  /// `site` is site_data() of page_frame.h; all must outlive this.
  Embeds(const View& view, const Words& words, Layouts& layouts, const Data& site)
      : view_(view), words_(words), layouts_(layouts), site_(site) {}

  /// HTML; empty where there is nothing to show, or no embed of that name.
  std::string write(const Embed& embed, const HrefOf& href_of);
  /// What went wrong since the last call, a layout's mistake or more content than a page may hold; bodies are written
  /// through callbacks that can't fail.
  std::optional<Error> take_error();

 private:
  const View& view_;
  const Words& words_;
  Layouts& layouts_;
  const Data& site_;
  std::optional<Error> error_;
  std::size_t written_ = 0;  ///< bytes since the last call of take_error
};

}  // namespace kanon
