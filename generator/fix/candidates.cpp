#include "fix/candidates.h"

#include "base/path.h"
#include "base/text.h"
#include "fix/names.h"

namespace kanon {

LikelyWord Candidates::name(FileIndex file, ValueKind kind, std::string_view word) {
  const bool is_local = kind == ValueKind::phase || kind == ValueKind::recommendation;
  const std::pair key(kind, is_local ? file : 0);
  auto known = names_.find(key);
  if (known == names_.end()) {
    std::vector<std::string> names;
    for (auto& one : known_names(corpus_, *model_, file, kind)) names.push_back(std::move(one.name));
    known = names_.emplace(key, LikelyWords(names)).first;
  }
  return known->second.meant_by(word);
}

LikelyWord Candidates::id(std::string_view word) {
  if (!ids_) {
    std::vector<std::string> ids;
    for (const auto& [id, item] : model_->ids) ids.push_back(id);
    ids_ = std::make_unique<LikelyWords>(ids);
  }
  return ids_->meant_by(word);
}

LikelyWord Candidates::anchor(FileIndex file, std::string_view word) {
  auto known = anchors_.find(file);
  if (known == anchors_.end()) {
    std::vector<std::string> anchors = model_->anchors[file];
    const auto item = model_->by_file[file];
    if (item && item->kind == ItemKind::catalog) {
      for (const auto& requirement : corpus_.catalogs[item->index].requirements) anchors.push_back(*requirement.id);
    }
    known = anchors_.emplace(file, LikelyWords(anchors)).first;
  }
  return known->second.meant_by(word);
}

const std::vector<std::string>& Candidates::files_named(std::string_view name) {
  if (files_.empty()) {
    for (const auto& file : corpus_.sources()) files_[lower_ascii(name_of_path(file.path))].push_back(file.path);
    for (const auto& path : corpus_.other_files) files_[lower_ascii(name_of_path(path))].push_back(path);
  }
  static const std::vector<std::string> none;
  const auto found = files_.find(lower_ascii(name));
  return found == files_.end() ? none : found->second;
}

const Candidates::Spots& Candidates::spots_of(FileIndex file) {
  const auto [known, is_new] = spots_.try_emplace(file);
  if (is_new) {
    const ParsedFile& parsed = corpus_.parsed(file);
    walk_yaml(parsed, [&](const YamlSpot& spot) {
      if (parsed.yaml()[spot.node].kind == YamlKind::scalar)
        known->second.spots.emplace(std::pair(false, parsed.yaml()[spot.node].range.begin), spot);
      if (spot.key) known->second.spots.emplace(std::pair(true, parsed.yaml()[*spot.key].range.begin), spot);
    });
  }
  return known->second;
}

}  // namespace kanon
