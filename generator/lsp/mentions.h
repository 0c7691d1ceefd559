#pragma once

#include <optional>
#include <string>
#include <vector>

#include "resolve/model.h"

namespace kanon::lsp {

/// How a place names an item.
enum class MentionKind {
  own_id,     ///< the item gives itself the id
  key,        ///< a value of a key
  ref_link,   ///< `ref:<id>`
  path_link,  ///< the path of the item's file
  parameter,  ///< `catalog=<id>` of an embed
};

/// A place that names an item.
struct Mention {
  FileIndex file = 0;
  Range range;  ///< the id or path alone, in the file's normalised text
  MentionKind kind{};
  ItemRef item;
};

/// The places of one file that name items: what its keys say, and where its links lead by what the model says of
/// `destination`. The parsed file may be newer than the corpus.
std::vector<Mention> mentions_in(const Model& model, FileIndex file, const std::string& path, const ParsedFile& parsed);
/// Every place of the sources that names the item.
std::vector<Mention> mentions_of(const Model& model, ItemRef item);

/// A scalar's text without its quotes, as a stretch of its file.
Range inside_quotes(const ParsedFile& parsed, const YamlNode& scalar);
/// The id of any item; empty for a page.
std::string id_of(const Model& model, ItemRef item);
/// Where the item gives itself its id.
Range place_of(const Model& model, ItemRef item);

}  // namespace kanon::lsp
