#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "check/embeds.h"
#include "fix/names.h"
#include "lsp/cursor.h"
#include "read/source_keys.h"
#include "read/yaml_walk.h"
#include "resolve/ids.h"

namespace kanon::lsp {
namespace {

constexpr std::size_t kMostItems = 200;
/// Stands where the cursor is while the keys are parsed.
constexpr std::string_view kMark = "kanonhervedmarkoeren";
constexpr std::string_view kMarkedKey = "kanonhervedmarkoeren: x";

// CompletionItemKind of the protocol
constexpr int kProperty = 10;
constexpr int kValue = 12;
constexpr int kReference = 18;
constexpr int kFile = 17;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80U || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

/// What may be written at the cursor, in place of the word that is begun there.
class Offers {
 public:
  Offers(const TextLines& lines, std::string_view text, Range word, std::uint32_t cursor)
      : lines_(lines), word_(word), begun_(lower_ascii(text.substr(word.begin, cursor - word.begin))) {}

  void add(int kind, const std::string& name, std::string detail, const std::string& text = {},
           std::string meaning = {}) {
    if (!begun_.empty() && lower_ascii(name).find(begun_) == std::string::npos &&
        lower_ascii(detail).find(begun_) == std::string::npos)
      return;
    if (items_.size() == kMostItems) {
      cut_ = true;
      return;
    }
    Json item{{"label", name},
              {"kind", kind},
              {"filterText", name + " " + detail},
              {"sortText", fmt::format("{}{:05}", lower_ascii(name).starts_with(begun_) ? 0 : 1, items_.size())},
              {"textEdit", {{"range", lines_.range(word_)}, {"newText", text.empty() ? name : text}}}};
    if (!detail.empty()) item["detail"] = std::move(detail);
    if (!meaning.empty()) item["documentation"] = std::move(meaning);
    items_.push_back(std::move(item));
  }

  bool empty() const { return items_.empty(); }
  Json take() { return {{"isIncomplete", cut_}, {"items", std::move(items_)}}; }

 private:
  const TextLines& lines_;
  Range word_;
  std::string begun_;
  Json items_ = Json::array();
  bool cut_ = false;
};

Range word_around(std::string_view text, std::uint32_t cursor) {
  Range word{cursor, cursor};
  while (word.begin > 0 && is_word_byte(text[word.begin - 1])) --word.begin;
  while (word.end < text.size() && is_word_byte(text[word.end])) ++word.end;
  return word;
}

std::string_view line_before(std::string_view text, std::uint32_t cursor) {
  const auto begin = cursor == 0 ? std::string_view::npos : text.rfind('\n', cursor - 1);
  const std::size_t from = begin == std::string_view::npos ? 0 : begin + 1;
  return text.substr(from, cursor - from);
}

std::string with_mark(std::string_view text, Range word, std::string_view mark) {
  return std::string(text.substr(0, word.begin)) + std::string(mark) + std::string(text.substr(word.end));
}

/// The keys as they stand, with the word at the cursor replaced: completion among keys and their values.
class KeyCompletion {
 public:
  KeyCompletion(const Cursor& cursor, const Parse& parse)
      : cursor_(cursor), parse_(parse), word_(word_around(cursor.file.text(), cursor.offset)) {}

  Json complete() {
    Offers offers(cursor_.lines, cursor_.file.text(), word_, cursor_.offset);
    if (!offer_values(offers)) offer_keys(offers);
    return offers.empty() ? Json(nullptr) : offers.take();
  }

 private:
  bool offer_values(Offers& offers) {
    const auto parsed = parse_(cursor_.file.path, with_mark(cursor_.file.text(), word_, kMark));
    if (!parsed) return false;
    std::optional<YamlSpot> at;
    walk_yaml(*parsed, [&](const YamlSpot& spot) {
      const YamlNode& node = parsed->yaml()[spot.node];
      if (node.kind == YamlKind::scalar && parsed->string(node.text).find(kMark) != std::string_view::npos) at = spot;
    });
    if (!at) return false;
    const SourceKey* key = key_at(cursor_.file.path, at->path);
    const bool is_list = key == nullptr;
    if (is_list) key = key_at(cursor_.file.path, at->path + "[]");
    if (key == nullptr || key->value == ValueKind::group) return false;
    const bool in_quotes = parsed->yaml()[at->node].quoted != 0;
    offer_values_of(offers, *key, *parsed, *at, is_list && !in_quotes, in_quotes);
    return true;
  }

  void offer_values_of(Offers& offers, const SourceKey& key, const ParsedFile& parsed, const YamlSpot& at,
                       bool needs_brackets, bool in_quotes) {
    const auto offer = [&](int kind, const std::string& name, std::string detail) {
      // a number with dots is no text to YAML, unless in quotes
      const bool looks_like_number = !name.empty() && name.find_first_not_of("0123456789.") == std::string::npos;
      std::string text = looks_like_number && !in_quotes ? "\"" + name + "\"" : name;
      if (needs_brackets) text = "[" + text + "]";
      offers.add(kind, name, std::move(detail), text);
    };
    for (const auto choice : key.choices) offer(kValue, std::string(choice), {});
    if (key.value == ValueKind::boolean) {
      offer(kValue, "true", {});
      offer(kValue, "false", {});
    } else if (key.value == ValueKind::own_id && at.path == "id") {
      offer(kValue, std::string(stem_of(cursor_.file.path)), {});
    } else if (key.value == ValueKind::section) {
      offer_sections(offers, parsed, at);
    } else if (cursor_.view.has_model()) {
      const FileIndex file = cursor_.file.index.value_or(0);
      for (auto& known : known_names(cursor_.view.corpus(), cursor_.view.model(), file, key.value))
        offer(kReference, known.name, std::move(known.title));
    }
  }

  /// The sections of the document that the same dispensation names.
  void offer_sections(Offers& offers, const ParsedFile& parsed, const YamlSpot& at) {
    if (!at.around || !cursor_.view.has_model()) return;
    const auto nodes = parsed.yaml();
    for (std::uint32_t key = *at.around + 1; key < nodes[*at.around].next; key = nodes[nodes[key].next].next) {
      if (parsed.string(nodes[key].text) != "document") continue;
      const auto item = cursor_.view.model().find(parsed.string(nodes[nodes[key].next].text));
      if (!item) continue;
      for (const auto& anchor : cursor_.view.model().anchors[cursor_.view.model().file_of(*item)])
        offers.add(kReference, anchor, {});
    }
  }

  void offer_keys(Offers& offers) {
    const auto parsed = parse_(cursor_.file.path, with_mark(cursor_.file.text(), word_, kMarkedKey));
    std::optional<YamlSpot> at;
    if (parsed) {
      walk_yaml(*parsed, [&](const YamlSpot& spot) {
        if (spot.key && parsed->string(parsed->yaml()[*spot.key].text) == kMark) at = spot;
      });
    }
    if (!at) return;
    const auto dot = at->path.rfind('.');
    const std::string mapping = dot == std::string::npos ? std::string() : at->path.substr(0, dot);
    const auto nodes = parsed->yaml();
    std::vector<std::string> taken;
    for (std::uint32_t key = *at->around + 1; key < nodes[*at->around].next; key = nodes[nodes[key].next].next)
      taken.emplace_back(parsed->string(nodes[key].text));
    const std::string_view text = cursor_.file.text();
    const bool has_colon = word_.end < text.size() && text[word_.end] == ':';
    for (const auto& name : names_below(cursor_.file.path, mapping)) {
      if (std::ranges::find(taken, name) != taken.end()) continue;
      const std::string path = mapping.empty() ? name : mapping + "." + name;
      const SourceKey* key = key_at(cursor_.file.path, path);
      if (key == nullptr) key = key_at(cursor_.file.path, path + "[]");
      const std::string meaning = key == nullptr ? std::string() : key->meaning.in(cursor_.view.language);
      offers.add(kProperty, name, {}, has_colon ? name : name + ": ", meaning);
    }
  }

  const Cursor& cursor_;
  const Parse& parse_;
  Range word_;
};

/// What is begun of a link's destination: from behind `](` to the cursor; nothing outside one.
std::optional<Range> destination_before(std::string_view text, std::uint32_t cursor) {
  const std::string_view line = line_before(text, cursor);
  const auto opening = line.rfind("](");
  if (opening == std::string_view::npos || line.find(')', opening) != std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(cursor - line.size() + opening + 2);
  return Range{begin, cursor};
}

class LinkCompletion {
 public:
  LinkCompletion(const Cursor& cursor, Range destination)
      : cursor_(cursor), model_(cursor.view.model()), begins_(destination.begin) {
    written_ = cursor.file.text().substr(destination.begin, destination.end - destination.begin);
  }

  Json complete() {
    const auto hash = written_.find('#');
    if (hash != std::string_view::npos) return complete_anchor(hash);
    Offers offers(cursor_.lines, cursor_.file.text(), {begins_, cursor_.offset}, cursor_.offset);
    for (const GivenId& given : given_ids(cursor_.view.corpus())) {
      if (given.item.kind != ItemKind::objective)
        offers.add(kReference, "ref:" + given.id->value, model_.title_of(given.item));
    }
    const auto folder = folder_of(cursor_.file.path);
    for (const auto& file : cursor_.view.corpus().sources()) {
      if (file.path.ends_with(".md") && file.path != cursor_.file.path)
        offers.add(kFile, path_towards(folder, file.path), {});
    }
    return offers.empty() ? Json(nullptr) : offers.take();
  }

 private:
  Json complete_anchor(std::size_t hash) {
    Offers offers(cursor_.lines, cursor_.file.text(), {begins_ + static_cast<std::uint32_t>(hash) + 1, cursor_.offset},
                  cursor_.offset);
    const std::string_view before = written_.substr(0, hash);
    if (before.empty()) {
      add_headings(offers, cursor_.file.parsed);
    } else if (const auto item = item_of(before)) {
      if (item->kind == ItemKind::catalog) {
        for (const auto& requirement : cursor_.view.corpus().catalogs[item->index].requirements)
          offers.add(kReference, *requirement.id, *requirement.text);
      } else {
        add_headings(offers, cursor_.view.corpus().parsed(model_.file_of(*item)));
      }
    }
    return offers.empty() ? Json(nullptr) : offers.take();
  }

  std::optional<ItemRef> item_of(std::string_view destination) const {
    if (destination.starts_with("ref:")) return model_.find(percent_decoded(destination.substr(4)));
    const auto path = path_from(folder_of(cursor_.file.path), percent_decoded(destination));
    const auto found = path ? model_.by_path.find(*path) : model_.by_path.end();
    return found == model_.by_path.end() ? std::nullopt : std::optional(found->second);
  }

  static void add_headings(Offers& offers, const ParsedFile& parsed) {
    const auto nodes = parsed.markdown();
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].kind == MarkdownKind::heading)
        offers.add(kReference, std::string(parsed.string(nodes[i].text)), plain_text(parsed, i));
    }
  }

  const Cursor& cursor_;
  const Model& model_;
  std::uint32_t begins_;
  std::string_view written_;
};

/// After ```` ```kanon ````: what can be embedded, and the catalogs that it can show.
Json complete_embed(const Cursor& cursor) {
  const Range word = word_around(cursor.file.text(), cursor.offset);
  const std::string_view line = line_before(cursor.file.text(), word.begin);
  Offers offers(cursor.lines, cursor.file.text(), word, cursor.offset);
  if (line.ends_with("catalog=")) {
    for (const auto& known : known_names(cursor.view.corpus(), cursor.view.model(), 0, ValueKind::catalog))
      offers.add(kReference, known.name, known.title);
  } else if (trim(line) == "```kanon") {
    for (const auto& kind : embed_kinds())
      offers.add(kValue, kind.name, {}, kind.needed.empty() ? kind.name : kind.name + " " + kind.needed + "=");
  }
  return offers.empty() ? Json(nullptr) : offers.take();
}

}  // namespace

Json completion(const Cursor& cursor, const Parse& parse) {
  const std::string_view text = cursor.file.text();
  if (keys_of(cursor.file.path).empty()) return nullptr;
  if (is_among_keys(cursor.file.path, text, cursor.offset)) return KeyCompletion(cursor, parse).complete();
  if (!cursor.view.has_model()) return nullptr;
  if (const auto destination = destination_before(text, cursor.offset))
    return LinkCompletion(cursor, *destination).complete();
  if (line_before(text, cursor.offset).starts_with("```kanon ")) return complete_embed(cursor);
  return nullptr;
}

}  // namespace kanon::lsp
