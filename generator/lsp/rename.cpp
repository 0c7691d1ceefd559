#include "lsp/rename.h"

#include <algorithm>

#include "base/id.h"
#include "base/path.h"
#include "base/text.h"
#include "fix/fix.h"
#include "lsp/uris.h"
#include "read/project_sources.h"

namespace kanon::lsp {
namespace {

std::unexpected<Refusal> refused(Message why) { return refuse(ErrorCode::request_failed, std::move(why)); }

bool is_in_released_catalog(const Corpus& corpus, const std::string& requirement) {
  return std::ranges::any_of(corpus.frozen.catalogs, [&](const Catalog& catalog) {
    return std::ranges::any_of(catalog.requirements, [&](const Requirement& one) { return *one.id == requirement; });
  });
}

/// The item at the cursor, where it may have another id.
std::expected<Mention, Refusal> renamable_at(const Cursor& cursor) {
  const auto mention = mention_at(cursor);
  if (!mention) {
    return refused({"Her står intet id, der kan omdøbes", "There is no id here that can be renamed"});
  }
  const Model& model = cursor.view.model();
  const std::string id = id_of(model, mention->item);
  if (mention->item.kind == ItemKind::page) {
    return refused({"En side har intet id; flyt filen, og ret de links, kontrollen så finder",
                    "A page has no id; move the file, and correct the links that the check then finds"});
  }
  if (model.source().archive.contains(id)) {
    return refused(
        message("«{}» er udgivet: arkivet, protokollen og webadressen har id'et for altid. Lav et nyt dokument, "
                "der afløser det, og giv det den gamle adresse under aliases",
                "“{}” has been released: the archive, the ledger and the web address have the id for good. "
                "Make a new document in its place, and give it the old address below aliases",
                id));
  }
  if (mention->item.kind == ItemKind::requirement && is_in_released_catalog(model.source(), id)) {
    return refused(
        message("Kravet «{}» står i en udgivet version af kataloget, og andre kan henvise til det; tilføj et nyt "
                "krav i stedet",
                "The requirement “{}” is in a released version of the catalog, and others may refer to it; add "
                "a new requirement instead",
                id));
  }
  if (const FileIndex file = model.file_of(mention->item); model.source().files[file].path.ends_with(".xml")) {
    return refused({"Kataloget er skrevet i OSCAL, som ikke ændres herfra",
                    "The catalog is written in OSCAL, which is not changed from here"});
  }
  return *mention;
}

std::optional<Refusal> objection_to(const Cursor& cursor, ItemRef item, const std::string& new_id) {
  const bool fits = item.kind == ItemKind::requirement ? is_requirement_id(new_id) : is_item_id(new_id);
  if (!fits || new_id.size() > 120) {
    return Refusal{ErrorCode::invalid_params,
                   message("«{}» kan ikke være et id; brug små bogstaver a–z, tal og bindestreger",
                           "“{}” can't be an id; use small letters a–z, digits and hyphens", printable(new_id))};
  }
  const std::string own = lower_ascii(id_of(cursor.view.model(), item));
  for (const auto& [id, other] : cursor.view.model().ids) {
    if (lower_ascii(id) == lower_ascii(new_id) && lower_ascii(id) != own)
      return Refusal{ErrorCode::request_failed, message("Id'et «{}» er taget", "The id “{}” is taken", new_id)};
  }
  return std::nullopt;
}

class Renamer {
 public:
  Renamer(const Cursor& cursor, ItemRef item, const std::string& new_id)
      : view_(cursor.view), model_(cursor.view.model()), item_(item), new_id_(new_id), locations_(cursor.view) {
    const std::string& path = view_.corpus().files[model_.file_of(item)].path;
    old_path_ = path;
    const bool is_named_by_file = model_.by_file[model_.file_of(item)] == item_ && stem_of(path) == id_of(model_, item);
    if (is_named_by_file)
      new_path_ = path.substr(0, path.size() - name_of_path(path).size()) + new_id + path.substr(path.rfind('.'));
  }

  Renaming rename() {
    std::map<FileIndex, Json> edits;
    for (const Mention& mention : mentions_of(model_, item_)) {
      if (mention.kind == MentionKind::path_link && new_path_.empty()) continue;
      edits.try_emplace(mention.file, Json::array())
          .first->second.push_back(
              {{"range", locations_.range(mention.file, mention.range)}, {"newText", text_at(mention)}});
    }
    Renaming renaming;
    Json changes = Json::array();
    for (auto& [file, its] : edits) {
      changes.push_back(
          {{"textDocument", {{"uri", locations_.uri(file)}, {"version", nullptr}}}, {"edits", std::move(its)}});
      if (is_released_text(model_, file)) renaming.released.push_back(view_.corpus().files[file].path);
    }
    if (!new_path_.empty()) {
      changes.push_back({{"kind", "rename"},
                         {"oldUri", uri_of_path(path_below(view_.folder, old_path_))},
                         {"newUri", uri_of_path(path_below(view_.folder, new_path_))}});
    }
    renaming.edit = {{"documentChanges", std::move(changes)}};
    return renaming;
  }

 private:
  std::string text_at(const Mention& mention) const {
    if (mention.kind != MentionKind::path_link) return new_id_;
    return path_towards(folder_of(view_.corpus().files[mention.file].path), new_path_);
  }

  const ProjectView& view_;
  const Model& model_;
  ItemRef item_;
  const std::string& new_id_;
  Locations locations_;
  std::string old_path_;
  std::string new_path_;  ///< empty where the file keeps its name
};

}  // namespace

Answer prepare_rename(const Cursor& cursor) {
  const auto mention = renamable_at(cursor);
  if (!mention) return std::unexpected(mention.error());
  return Json{{"range", cursor.lines.range(mention->range)},
              {"placeholder", id_of(cursor.view.model(), mention->item)}};
}

std::expected<Renaming, Refusal> rename(const Cursor& cursor, const std::string& new_id) {
  const auto mention = renamable_at(cursor);
  if (!mention) return std::unexpected(mention.error());
  if (auto objection = objection_to(cursor, mention->item, new_id)) return std::unexpected(std::move(*objection));
  return Renamer(cursor, mention->item, new_id).rename();
}

}  // namespace kanon::lsp
