#include "emit/pdf/print_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "emit/html/hrefs.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

/// The ending of a picture that the engine can draw; empty for any other.
std::string drawable_ending(const std::string& path) {
  constexpr std::array endings = {".png", ".jpg", ".jpeg", ".gif", ".svg"};
  const std::string ending = lower_ascii(path.substr(std::min(path.rfind('.'), path.size())));
  return std::ranges::find(endings, ending) == endings.end() ? std::string() : ending;
}

}  // namespace

const Chapter* PrintLinks::chapter_of(ItemRef item) const {
  const auto chapter = chapters_.find(item);
  return chapter == chapters_.end() ? nullptr : &chapter->second;
}

std::string PrintLinks::to_item(ItemRef item) const { return to_target(ToItem{item, {}}); }

std::string PrintLinks::to_target(const LinkTarget& target) const {
  if (const auto* outside = std::get_if<ToOutside>(&target)) return outside->url;
  if (const auto* item = std::get_if<ToItem>(&target)) {
    if (const Chapter* chapter = chapter_of(item->item)) {
      return "#" + (item->anchor.empty() ? chapter->place : chapter->prefix + item->anchor);
    }
    const auto address = view_.address_of(item->item);
    if (!address) return {};
    return absolute_url(view_.config(),
                        item->anchor.empty() ? *address : address->substr(0, address->find('#')) + "#" + item->anchor);
  }
  if (const auto* file = std::get_if<ToFile>(&target)) {
    return absolute_url(view_.config(), address_of_file(file->path, view_.language()));
  }
  if (const auto* place = std::get_if<ToSite>(&target)) return absolute_url(view_.config(), place->address);
  return {};
}

std::string PrintLinks::title_of(const LinkTarget& target) const {
  if (const auto* item = std::get_if<ToItem>(&target)) {
    std::string heading = item->anchor.empty() ? std::string() : view_.heading_title(item->item, item->anchor);
    return heading.empty() ? view_.title_of(item->item) : heading;
  }
  if (const auto* outside = std::get_if<ToOutside>(&target)) return outside->url;
  if (const auto* file = std::get_if<ToFile>(&target)) return file->path.substr(file->path.rfind('/') + 1);
  if (const auto* place = std::get_if<ToSite>(&target)) return place->address;
  return {};
}

std::string PrintLinks::to_picture(const LinkTarget& target) {
  const auto* file = std::get_if<ToFile>(&target);
  if (file == nullptr || !read_) return {};
  const std::string ending = drawable_ending(file->path);
  if (ending.empty()) return {};
  if (const auto known = names_.find(file->path); known != names_.end()) return known->second;
  auto bytes = read_(file->path);
  if (!bytes) return names_[file->path] = "";
  const std::string name = fmt::format("pictures/{}{}", pictures_.size() + 1, ending);
  pictures_[name] = *std::move(bytes);
  return names_[file->path] = name;
}

}  // namespace kanon
