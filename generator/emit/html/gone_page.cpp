#include "emit/html/editions.h"

namespace kanon {
namespace {

Data link(const PageParts& parts, const std::string& address, const std::string& title) {
  if (parts.site.page_at(address) == nullptr) return false;
  Data data;
  put(data, "href", parts.hrefs.to(address));
  put(data, "title", title);
  return data;
}

}  // namespace

// Of what was withdrawn only id and version may be told; of a member that left, nothing.
void add_gone(Data& data, const PageParts& parts) {
  const Words& words = parts.words;
  Data text(words["left_text"]);
  Data permanent(false);
  Data history(false);
  if (parts.page.item && parts.page.gone == GoneReason::removed) {
    const ItemRef item = *parts.page.item;
    const std::string version = parts.view().governed(item).version->text();
    text =
        words.with(item.kind == ItemKind::handbook ? "removed_handbook" : "removed_document", {{"version", version}});
    permanent = link(parts, parts.view().permanent_address_of(item), words.with("see_version", {{"version", version}}));
    history = link(parts, parts.view().history_address_of(item), words["all_versions"]);
  } else if (parts.page.item && parts.page.gone == GoneReason::withdrawn) {
    const Governed& item = parts.view().governed(*parts.page.item);
    const bool is_of_edition = parts.page.address == parts.view().permanent_address_of(*parts.page.item);
    text = is_of_edition ? words.with("withdrawn_text", {{"id", *item.id}, {"version", item.version->text()}})
                         : words.with("withdrawn_item_text", {{"id", *item.id}});
  }
  put(data, "label", permanent.is_false() ? Data(false) : Data(words["standing_ended"]));
  put(data, "text", std::move(text));
  put(data, "permanent", std::move(permanent));
  put(data, "history", std::move(history));
}

}  // namespace kanon
