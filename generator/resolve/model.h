#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "model/corpus.h"

namespace kanon {

enum class ItemKind : std::uint8_t {
  document,
  member,
  project,
  objective,
  criterion,
  page,
  term,
  catalog,
  requirement,
  handbook,
  dispensation
};

/// Whether items of a kind have versions.
constexpr bool is_governed(ItemKind kind) {
  return kind == ItemKind::document || kind == ItemKind::catalog || kind == ItemKind::handbook;
}

/// One item: its kind and its position in that kind's list of the Corpus. A criterion or requirement adds which one
/// within its objective or catalog.
struct ItemRef {
  ItemKind kind{};
  std::uint32_t index = 0;
  std::uint32_t part = 0;
  friend auto operator<=>(const ItemRef&, const ItemRef&) = default;
};

/// Why a link leads nowhere.
enum class LinkProblem {
  no_such_file,
  no_such_item,
  no_such_anchor,
  leaves_project,
  no_page,
  unreadable  ///< what it leads to is there, but could not be read: a finding of its own
};

struct ToItem {
  ItemRef item;
  std::string anchor;  ///< empty: the whole item
};
struct ToFile {
  std::string path;  ///< relative to the project: a file of content/ that is copied to the site
};
struct ToOutside {
  std::string url;  ///< http, https, mailto or tel
};
struct ToSite {
  std::string address;  ///< begins with `/`: an address of the site itself
};
struct ToNowhere {
  LinkProblem problem{};
  std::string wanted;           ///< the id, path or anchor that was not found
  std::string suggestion;       ///< the nearest one that exists, if any
  std::optional<ItemRef> item;  ///< the item reached, where only the anchor is wrong
};
using LinkTarget = std::variant<ToItem, ToFile, ToOutside, ToSite, ToNowhere>;

/// A link or image of a Markdown body, resolved.
struct Link {
  std::uint32_t node = 0;  ///< in the file's Markdown
  LinkTarget target;
};

/// The corpus with everything that refers to something tied to it. Holds for as long as the corpus does.
struct Model {
  const Corpus* corpus = nullptr;

  /// Every id of the shared name space. Where one is given twice, the first by path and line. A file that holds one
  /// item and gives another id than its name, or none, is found under its name too: the wrong id is one finding, not
  /// one more for each reference.
  std::unordered_map<std::string, ItemRef> ids;
  /// The editions of each document, catalog or handbook, newest first; `ids` has the leading one.
  std::unordered_map<std::string, std::vector<ItemRef>> editions;
  /// For each file: the item that is its source, where it holds one; of a frozen file, that edition.
  std::vector<std::optional<ItemRef>> by_file;
  /// For each document: its parent, as far as it names a document; its children in the order of their titles. Documents
  /// that stand in a circle have no parent here, so that walking up or down always ends.
  std::vector<std::optional<std::uint32_t>> parent;
  std::vector<std::vector<std::uint32_t>> children;
  /// For each file: the links and images of its body, in order.
  std::vector<std::vector<Link>> links;
  /// For each file: the anchors of its body's headings.
  std::vector<std::vector<std::string>> anchors;

  const Corpus& source() const { return *corpus; }
  std::optional<ItemRef> find(std::string_view id) const;
  /// The item that a source file holds, where it holds one (documents, members, projects, pages, catalogs, handbooks).
  std::unordered_map<std::string, ItemRef> by_path;
  /// The item behind an address of the site: its page, its aliases, its PDF. Where two claim one, the first by path.
  std::unordered_map<std::string, ItemRef> by_address;
  /// The item whose releases have an address for good: their pages, their PDFs, the page of their versions.
  std::unordered_map<std::string, ItemRef> release_addresses;

  /// A document, catalog or handbook.
  const Governed& governed(ItemRef ref) const;
  const Item& item(ItemRef ref) const;  ///< not for objectives, criteria and requirements
  FileIndex file_of(ItemRef ref) const;
  std::string title_of(ItemRef ref) const;
  /// 0 for the least restricted. Members, projects, criteria and terms without a classification of their own are public
  /// (what is private of a member is decided by its status, in plan/).
  /// An edition counts as what it says itself, or what the leading one says, whichever is more restricted: an older
  /// release is shown where its own level and the present one both allow it.
  std::size_t level_of(ItemRef ref) const;
  /// What the item says itself.
  std::size_t own_level_of(ItemRef ref) const;
};

}  // namespace kanon
