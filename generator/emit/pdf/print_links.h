#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "emit/pdf/pdf.h"
#include "model/items.h"
#include "plan/view.h"

namespace kanon {

/// A document or catalog as it stands in a PDF.
struct Chapter {
  std::string place;   ///< the id of its title
  std::string prefix;  ///< what stands before the ids of its text
};

/// How a text refers to the rest of its PDF and to the world: to what is printed with it by id, whichever edition of it
/// that is; to what has a page on the site by the site's address, the one that it keeps; to anything else not at all.
class PrintLinks {
 public:
  PrintLinks(const View& view, const ReadFile& read) : view_(view), read_(read) {}

  /// The edition that is printed: what it names is called what it was called when this one was released.
  void speak_as(const Edition& edition) { released_ = edition.released; }
  void add(ItemRef item, Chapter chapter);
  const Chapter* chapter_of(ItemRef item) const;

  std::string to_item(ItemRef item) const;
  std::string to_target(const LinkTarget& target) const;
  /// What a link without a text of its own says.
  std::string title_of(const LinkTarget& target) const;
  /// The name under which a picture is printed; empty where it can't be.
  std::string to_picture(const LinkTarget& target);

  /// The pictures that were asked for, by name.
  std::map<std::string, std::string> take_pictures() { return std::move(pictures_); }

 private:
  struct Printed {
    ItemRef edition;
    Chapter chapter;
  };
  const Printed* printed(ItemRef item) const;
  std::string requirement_place(ItemRef item) const;
  ItemRef leading(ItemRef item) const;
  ItemRef as_known(ItemRef item) const;
  LinkTarget as_released(const LinkTarget& target) const;

  const View& view_;
  const ReadFile& read_;
  std::optional<Date> released_;
  std::map<std::string, Printed, std::less<>> chapters_;  ///< by id
  std::map<std::string, std::string> names_;              ///< of pictures, by path
  std::map<std::string, std::string> pictures_;           ///< by name
};

}  // namespace kanon
