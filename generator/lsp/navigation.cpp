#include "lsp/cursor.h"
#include "resolve/destinations.h"

namespace kanon::lsp {
namespace {

/// The heading with an anchor; the whole file where there is none.
Range heading_at(const ParsedFile& parsed, std::string_view anchor) {
  for (const auto& node : parsed.markdown()) {
    if (node.kind == MarkdownKind::heading && parsed.string(node.text) == anchor) return node.range;
  }
  return {};
}

/// Where an item is, or a section of it.
Json location_of(Locations& locations, const Model& model, ItemRef item, std::string_view anchor) {
  const FileIndex file = model.file_of(item);
  if (anchor.empty()) return locations.location(file, place_of(model, item));
  if (item.kind == ItemKind::catalog) {
    for (const auto& requirement : model.source().catalogs[item.index].requirements) {
      if (*requirement.id == anchor) return locations.location(file, requirement.id.range);
    }
  }
  return locations.location(file, heading_at(model.source().parsed(file), anchor));
}

/// The link or image whose destination the cursor is in, or whose text.
const MarkdownNode* link_at(const Cursor& cursor) {
  const MarkdownNode* found = nullptr;
  for (const auto& node : cursor.file.parsed.markdown()) {
    const bool links = node.kind == MarkdownKind::link || node.kind == MarkdownKind::image;
    if (links && node.range.begin <= cursor.offset && cursor.offset <= node.range.end) found = &node;
  }
  return found;
}

Json location_of_link(const Cursor& cursor, const MarkdownNode& node) {
  const Model& model = cursor.view.model();
  if (!cursor.file.index) return nullptr;
  Destinations destinations(model);
  Locations locations(cursor.view);
  const auto target = destinations.of_link(*cursor.file.index, cursor.file.parsed.string(node.text));
  if (const auto* item = std::get_if<ToItem>(&target)) return location_of(locations, model, item->item, item->anchor);
  if (const auto* nowhere = std::get_if<ToNowhere>(&target); nowhere != nullptr && nowhere->item)
    return location_of(locations, model, *nowhere->item, {});
  return nullptr;
}

}  // namespace

Json definition(const Cursor& cursor) {
  if (!cursor.view.has_model()) return nullptr;
  const Model& model = cursor.view.model();
  if (!is_among_keys(cursor.file.path, cursor.file.text(), cursor.offset)) {
    if (const MarkdownNode* link = link_at(cursor)) {
      if (Json location = location_of_link(cursor, *link); !location.is_null()) return location;
    }
  }
  Locations locations(cursor.view);
  if (const auto mention = mention_at(cursor)) return location_of(locations, model, mention->item, {});
  if (is_among_keys(cursor.file.path, cursor.file.text(), cursor.offset)) return nullptr;
  const Term* term = term_at(cursor);
  return term == nullptr ? Json(nullptr) : locations.location(term->file, term->id.range);
}

Json references(const Cursor& cursor, bool with_declaration) {
  const auto mention = mention_at(cursor);
  if (!mention) return nullptr;
  Locations locations(cursor.view);
  Json found = Json::array();
  for (const Mention& one : mentions_of(cursor.view.model(), mention->item)) {
    if (with_declaration || one.kind != MentionKind::own_id) found.push_back(locations.location(one.file, one.range));
  }
  return found;
}

Json document_highlights(const Cursor& cursor) {
  const auto mention = mention_at(cursor);
  if (!mention) return nullptr;
  const FileIndex index = cursor.file.index.value_or(static_cast<FileIndex>(cursor.view.corpus().files.size()));
  Json found = Json::array();
  for (const Mention& one : mentions_in(cursor.view.model(), index, cursor.file.path, cursor.file.parsed)) {
    if (one.item == mention->item) found.push_back({{"range", cursor.lines.range(one.range)}});
  }
  return found;
}

}  // namespace kanon::lsp
