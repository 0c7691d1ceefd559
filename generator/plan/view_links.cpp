#include <algorithm>

#include "base/text.h"
#include "plan/view.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

// Says nothing of what is hidden: neither that it is there, nor its name.
const LinkTarget hidden{ToNowhere{LinkProblem::no_page, {}, {}, {}}};

bool has_page(ItemKind kind) {
  switch (kind) {
    case ItemKind::document:
    case ItemKind::member:
    case ItemKind::objective:
    case ItemKind::criterion:
    case ItemKind::page:
    case ItemKind::term:
    case ItemKind::handbook:
    case ItemKind::project:
    case ItemKind::catalog:
    case ItemKind::requirement:
    case ItemKind::dispensation:
      return true;
  }
  return false;
}

}  // namespace

// Only what content/ holds beside its sources is copied to the site: a link must not turn a register, a restricted
// source or the archive into a public file.
bool View::publishes(const LinkTarget& target) const {
  if (const auto* item = std::get_if<ToItem>(&target)) return sees(item->item);
  if (const auto* file = std::get_if<ToFile>(&target)) {
    const auto& files = model_->source().other_files;
    return std::binary_search(files.begin(), files.end(), file->path);
  }
  if (const auto* nowhere = std::get_if<ToNowhere>(&target)) return nowhere->item && sees(*nowhere->item);
  return true;
}

const LinkTarget* View::target_of(FileIndex file, std::uint32_t node) const {
  const auto& links = model_->links[file];
  const auto found = std::lower_bound(links.begin(), links.end(), node,
                                      [](const Link& link, std::uint32_t wanted) { return link.node < wanted; });
  if (found == links.end() || found->node != node) return nullptr;
  return publishes(found->target) ? &found->target : &hidden;
}

std::vector<std::string> View::linked_files(FileIndex file) const {
  std::vector<std::string> paths;
  for (const Link& link : model_->links[file]) {
    const auto* target = std::get_if<ToFile>(&link.target);
    if (target != nullptr && publishes(link.target)) paths.push_back(target->path);
  }
  return paths;
}

std::string View::address_of_file(const std::string& path) const {
  constexpr std::string_view content = "content/";
  constexpr std::string_view archive = "content/archive/";
  constexpr std::size_t id = 2, version = 3, first_below_files = 5;
  const auto parts = split(path, '/');
  if (path.starts_with(archive) && parts.size() > first_below_files) {
    const auto item = model_->find(parts[id]);
    const auto release = Version::parse(parts[version]);
    // Of an item that is no more only editions are left.
    const auto editions = model_->editions.find(std::string(parts[id]));
    if (release && editions != model_->editions.end()) {
      const ItemKind kind = item ? item->kind : editions->second.front().kind;
      std::string address = kanon::permanent_address_of(*model_, kind, {std::string(parts[id]), *release});
      for (std::size_t i = first_below_files; i < parts.size(); ++i) {
        address += (i > first_below_files ? "/" : "") + std::string(parts[i]);
      }
      return address;
    }
  }
  const std::string below = path.starts_with(content) ? path.substr(content.size()) : path;
  return (language() == Language::da ? "/filer/" : "/files/") + below;
}

std::vector<Heading> View::headings_of(FileIndex file) const {
  std::vector<Heading> headings;
  const ParsedFile& source = parsed(file);
  const auto nodes = source.markdown();
  for (std::uint32_t node = 1; node < nodes.size(); node = nodes[node].next) {
    if (nodes[node].kind != MarkdownKind::heading) continue;
    headings.push_back(
        {node, nodes[node].level, std::string(source.string(nodes[node].text)), plain_text(source, node)});
  }
  return headings;
}

std::string View::title_of(ItemRef item) const { return sees(item) ? model_->title_of(item) : std::string(); }

std::string View::heading_title(ItemRef item, std::string_view anchor) const {
  if (!sees(item)) return {};
  for (Heading& heading : headings_of(model_->file_of(item))) {
    if (heading.anchor == anchor) return std::move(heading.title);
  }
  return {};
}

std::optional<std::string> View::address_of(ItemRef item) const {
  if (!has_page(item.kind) || !sees(item)) return std::nullopt;
  return kanon::address_of(*model_, item);
}

std::string View::permanent_address_of(ItemRef item) const { return kanon::permanent_address_of(*model_, item); }

std::string View::home_address_of(ItemRef item) const { return kanon::home_address_of(*model_, item); }

std::string View::redline_address_of(ItemRef older, ItemRef newer) const {
  return kanon::redline_address_of(*model_, older, newer);
}

std::string View::history_address_of(ItemRef item) const { return kanon::history_address_of(*model_, item); }

std::string View::coverage_address_of(ItemRef catalog) const { return kanon::coverage_address_of(*model_, catalog); }

std::string View::pdf_address_of(ItemRef item) const { return kanon::pdf_address_of(*model_, item); }

}  // namespace kanon
