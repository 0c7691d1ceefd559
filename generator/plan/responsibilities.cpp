#include "plan/responsibilities.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/collate.h"

namespace kanon {
namespace {

/// Whether the character that begins at a place is part of a word, a hyphen within one too. Letters of the languages
/// that Danish and English texts have are one or two bytes of UTF-8; quotation marks, dashes and pictures begin with
/// C2, E2 and F0.
bool is_in_word(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte >= 0xC0) return byte != 0xC2 && byte != 0xE2 && byte != 0xF0;
  return first == '-' || (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') ||
         (first >= 'a' && first <= 'z');
}

/// The first byte of the character that ends before a place.
char first_byte_before(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return text[at];
}

bool is_word_end(std::string_view rest) { return rest.empty() || !is_in_word(rest.front()); }

/// What a name may end with and still be the name: nothing, or the ending of the genitive.
bool ends_well(std::string_view rest) {
  for (const std::string_view ending : {"'s", "’s", "s"}) {
    if (rest.starts_with(ending) && is_word_end(rest.substr(ending.size()))) return true;
  }
  return is_word_end(rest);
}

/// Finds names in running text, in one pass over it.
class NameFinder {
 public:
  explicit NameFinder(const std::vector<Responsibility>& roles) {
    for (std::size_t role = 0; role < roles.size(); ++role)
      by_first_[static_cast<unsigned char>(roles[role].name.front())].push_back({roles[role].name, role});
  }

  /// Calls `take` with the number of each role that a text names.
  template <class Take>
  void find(std::string_view text, Take take) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::vector<Named>& candidates = by_first_[static_cast<unsigned char>(text[at])];
      if (candidates.empty() || (at > 0 && is_in_word(first_byte_before(text, at)))) continue;
      for (const auto& [name, role] : candidates) {
        if (text.substr(at).starts_with(name) && ends_well(text.substr(at + name.size()))) take(role);
      }
    }
  }

 private:
  struct Named {
    std::string_view name;
    std::size_t role = 0;
  };
  std::array<std::vector<Named>, 256> by_first_;
};

class Collector {
 public:
  explicit Collector(const View& view) : view_(view) {}

  std::vector<Responsibility> collect() {
    for (const Document* document : view_.documents()) {
      if (!document->owner.empty()) named(document->owner).documents.push_back(document);
      add_deciders(*document);
    }
    for (const Handbook* handbook : view_.handbooks()) add_further(*handbook, view_.ref_of(*handbook));
    for (const Catalog* catalog : view_.catalogs()) add_further(*catalog, view_.ref_of(*catalog));
    std::vector<Responsibility> roles;
    for (auto& [name, role] : roles_) roles.push_back(std::move(role));
    std::ranges::sort(roles, [&](const Responsibility& a, const Responsibility& b) {
      return compare_titles(a.name, b.name, view_.language()) < 0;
    });
    return roles;
  }

  void add_mentions(std::vector<Responsibility>& roles) const {
    const NameFinder names(roles);
    for (const Document* document : view_.documents()) {
      const ParsedFile& body = view_.parsed(document->file);
      const auto nodes = body.markdown();
      SectionName section;
      for (std::uint32_t block = 1; block < nodes.size(); block = nodes[block].next) {
        if (nodes[block].kind == MarkdownKind::heading)
          section = {std::string(body.string(nodes[block].text)), plain_text(body, block)};
        for (std::uint32_t node = block; node < nodes[block].next; ++node) {
          if (nodes[node].kind != MarkdownKind::text) continue;
          names.find(body.string(nodes[node].text),
                     [&](std::size_t role) { add_mention(roles[role], *document, section); });
        }
      }
    }
  }

 private:
  Responsibility& named(const std::string& name) {
    Responsibility& role = roles_[name];
    role.name = name;
    return role;
  }

  void add_deciders(const Document& document) {
    const DocumentType* type = view_.config().document_type(*document.type);
    if (type == nullptr) return;
    for (const auto& body : type->approvals) {
      const std::string& name = view_.config().name_of_body(*body);
      if (!name.empty()) named(name).decides.push_back(&document);
    }
  }

  void add_further(const Governed& item, ItemRef ref) {
    if (!item.owner.empty()) named(item.owner).further.push_back(ref);
  }

  static void add_mention(Responsibility& role, const Document& document, const SectionName& section) {
    if (role.mentions.empty() || role.mentions.back().document != &document) role.mentions.push_back({&document, {}});
    auto& sections = role.mentions.back().sections;
    if (sections.empty() || sections.back().anchor != section.anchor) sections.push_back(section);
  }

  const View& view_;
  std::map<std::string, Responsibility> roles_;
};

}  // namespace

std::vector<Responsibility> responsibilities(const View& view, Mentions mentions) {
  Collector collector(view);
  std::vector<Responsibility> roles = collector.collect();
  if (mentions == Mentions::found) collector.add_mentions(roles);
  return roles;
}

}  // namespace kanon
