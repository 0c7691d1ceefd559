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

void PrintLinks::add(ItemRef item, Chapter chapter) {
  chapters_.emplace(*view_.governed(item).id, Printed{item, std::move(chapter)});
}

// A link leads to the edition that leads on the site today; a handbook holds those that it was released with.
const PrintLinks::Printed* PrintLinks::printed(ItemRef item) const {
  if (!is_governed(item.kind)) return nullptr;
  const auto found = chapters_.find(*view_.governed(item).id);
  return found == chapters_.end() ? nullptr : &found->second;
}

const Chapter* PrintLinks::chapter_of(ItemRef item) const {
  const Printed* found = printed(item);
  return found == nullptr ? nullptr : &found->chapter;
}

ItemRef PrintLinks::leading(ItemRef item) const {
  return is_governed(item.kind) ? view_.find(*view_.governed(item).id).value_or(item) : item;
}

/// The edition that a text means: the one printed with it, else the newest on the day that the text was released.
ItemRef PrintLinks::as_known(ItemRef item) const {
  if (const Printed* found = printed(item)) return found->edition;
  if (!released_ || !is_governed(item.kind)) return item;
  for (const ItemRef edition : view_.editions_of(item)) {
    const auto& day = view_.governed(edition).edition.released;
    if (day && *day <= *released_) return edition;
  }
  return item;
}

/// A section that a newer version of the other text lacks was there when this one was released, or it could not have
/// been: the link stays as it was.
LinkTarget PrintLinks::as_released(const LinkTarget& target) const {
  const auto* nowhere = std::get_if<ToNowhere>(&target);
  const bool lost = nowhere != nullptr && nowhere->problem == LinkProblem::no_such_anchor && nowhere->item;
  return lost && released_ ? ToItem{*nowhere->item, nowhere->wanted} : target;
}

/// Where a requirement is printed: with its catalog, if the edition that is printed has it.
std::string PrintLinks::requirement_place(ItemRef item) const {
  if (item.kind != ItemKind::requirement) return {};
  const ItemRef catalog{ItemKind::catalog, item.index, 0};
  const Printed* found = printed(catalog);
  if (found == nullptr) return {};
  const std::string& id = *view_.catalog(catalog).requirements[item.part].id;
  const auto& requirements = view_.catalog(found->edition).requirements;
  const bool has_it = std::ranges::any_of(requirements, [&](const Requirement& one) { return *one.id == id; });
  return has_it ? found->chapter.prefix + id : std::string();
}

std::string PrintLinks::to_item(ItemRef item) const { return to_target(ToItem{item, {}}); }

std::string PrintLinks::to_target(const LinkTarget& found) const {
  const LinkTarget target = as_released(found);
  if (const auto* outside = std::get_if<ToOutside>(&target)) return outside->url;
  if (const auto* item = std::get_if<ToItem>(&target)) {
    if (const std::string place = requirement_place(item->item); !place.empty()) return "#" + place;
    if (const Chapter* chapter = chapter_of(item->item)) {
      return "#" + (item->anchor.empty() ? chapter->place : chapter->prefix + item->anchor);
    }
    const auto address = view_.address_of(leading(item->item));
    if (!address) return {};
    return absolute_url(view_.config(),
                        item->anchor.empty() ? *address : address->substr(0, address->find('#')) + "#" + item->anchor);
  }
  if (const auto* file = std::get_if<ToFile>(&target)) {
    return absolute_url(view_.config(), view_.address_of_file(file->path));
  }
  if (const auto* place = std::get_if<ToSite>(&target)) return absolute_url(view_.config(), place->address);
  return {};
}

std::string PrintLinks::title_of(const LinkTarget& found) const {
  const LinkTarget target = as_released(found);
  if (const auto* item = std::get_if<ToItem>(&target)) {
    const ItemRef known = as_known(item->item);
    std::string heading = item->anchor.empty() ? std::string() : view_.heading_title(known, item->anchor);
    return heading.empty() ? view_.title_of(known) : heading;
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
