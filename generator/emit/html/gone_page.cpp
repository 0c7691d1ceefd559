#include <algorithm>

#include "emit/html/editions.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

Data link(const PageParts& parts, const std::string& address, const std::string& title) {
  if (parts.site.page_at(address) == nullptr) return false;
  Data data;
  put(data, "href", parts.hrefs.to(address));
  put(data, "title", title);
  return data;
}

/// What a page of this kind may say; the layout leaves out what is `false`.
struct Said {
  Data label{false};
  Data text{false};
  Data more{false};
  Data permanent{false};  ///< the last version
  Data history{false};
  Data list{false};  ///< of those that are still there
};

const char* removed_word(ItemKind kind) {
  switch (kind) {
    case ItemKind::handbook:
      return "removed_handbook";
    case ItemKind::catalog:
      return "removed_catalog";
    default:
      return "removed_document";
  }
}

Said said_of_removed(const PageParts& parts, ItemRef item) {
  const Words& words = parts.words;
  const std::string version = parts.view().governed(item).version->text();
  Said said;
  said.text = words.with(removed_word(item.kind), {{"version", version}});
  said.permanent =
      link(parts, parts.view().permanent_address_of(item), words.with("see_version", {{"version", version}}));
  said.history = link(parts, parts.view().history_address_of(item), words["all_versions"]);
  if (!said.permanent.is_false()) said.label = words["standing_ended"];
  return said;
}

// Of what was withdrawn only id and version may be told.
Said said_of_withdrawn(const PageParts& parts, ItemRef item) {
  const Governed& edition = parts.view().governed(item);
  const bool is_of_edition = parts.page.address == parts.view().permanent_address_of(item);
  Said said;
  said.text = is_of_edition
                  ? parts.words.with("withdrawn_text", {{"id", *edition.id}, {"version", edition.version->text()}})
                  : parts.words.with("withdrawn_item_text", {{"id", *edition.id}});
  return said;
}

Data membership_period(const Words& words, const FormerMember& member) {
  const auto day = [&](const std::optional<Date>& date) { return date ? words.date(*date) : std::string(); };
  const std::string from = day(member.admitted);
  const std::string until = day(member.left);
  if (member.admitted && member.left) return words.with("was_member_from_until", {{"from", from}, {"until", until}});
  if (member.admitted) return words.with("was_member_from", {{"from", from}});
  if (member.left) return words.with("was_member_until", {{"until", until}});
  return false;
}

// Of a member that left: that it was one, and when.
Said said_of_former_member(const PageParts& parts) {
  const Words& words = parts.words;
  const auto all = parts.view().former_members();
  const auto member = std::ranges::find(all, parts.page.address, &FormerMember::address);
  Said said;
  said.label = words["former_member"];
  said.text = words.with("left_text", {{"name", parts.page.title}});
  if (member != all.end()) said.more = membership_period(words, *member);
  said.list = link(parts, folders(parts.view().language()).members, words["all_members"]);
  return said;
}

}  // namespace

void add_gone(Data& data, const PageParts& parts) {
  Said said;
  if (parts.page.gone == GoneReason::left) said = said_of_former_member(parts);
  if (parts.page.item && parts.page.gone == GoneReason::removed) said = said_of_removed(parts, *parts.page.item);
  if (parts.page.item && parts.page.gone == GoneReason::withdrawn) said = said_of_withdrawn(parts, *parts.page.item);
  put(data, "has_way_on", !said.permanent.is_false() || !said.list.is_false());
  put(data, "label", std::move(said.label));
  put(data, "text", std::move(said.text));
  put(data, "more", std::move(said.more));
  put(data, "permanent", std::move(said.permanent));
  put(data, "history", std::move(said.history));
  put(data, "list", std::move(said.list));
}

}  // namespace kanon
