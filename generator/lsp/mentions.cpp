#include "lsp/mentions.h"

#include <algorithm>
#include <unordered_map>

#include "base/path.h"
#include "base/text.h"
#include "check/embeds.h"
#include "fix/destination.h"
#include "fix/names.h"
#include "read/yaml_walk.h"

namespace kanon::lsp {
namespace {

/// The keys of one file by path, each looked up once.
class KeyTable {
 public:
  explicit KeyTable(std::string_view file_path) : file_path_(file_path) {}
  const SourceKey* at(const std::string& path) {
    const auto [found, fresh] = keys_.try_emplace(path, nullptr);
    if (fresh) found->second = key_at(file_path_, path);
    return found->second;
  }

 private:
  std::string_view file_path_;
  std::unordered_map<std::string, const SourceKey*> keys_;
};

class MentionCollector {
 public:
  MentionCollector(const Model& model, FileIndex file, const std::string& path, const ParsedFile& parsed)
      : model_(model), file_(file), path_(path), parsed_(parsed) {}

  std::vector<Mention> collect() {
    add_keys();
    for (const auto& node : parsed_.markdown()) {
      if (node.kind == MarkdownKind::link || node.kind == MarkdownKind::image) add_link(node);
      if (node.kind == MarkdownKind::embed) add_embed(node);
    }
    return std::move(mentions_);
  }

 private:
  void add_keys() {
    KeyTable keys(path_);
    walk_yaml(parsed_, [&](const YamlSpot& spot) {
      const YamlNode& node = parsed_.yaml()[spot.node];
      if (node.kind != YamlKind::scalar) return;
      const SourceKey* key = keys.at(spot.path);
      if (key == nullptr) return;
      const auto wanted = item_kind_of(key->value);
      if (!wanted && key->value != ValueKind::own_id) return;
      const auto item = model_.find(parsed_.string(node.text));
      if (!item || (wanted && item->kind != *wanted)) return;
      if (!wanted && model_.file_of(*item) != file_) return;
      mentions_.push_back(
          {file_, inside_quotes(parsed_, node), wanted ? MentionKind::key : MentionKind::own_id, *item});
    });
  }

  void add_link(const MarkdownNode& node) {
    const auto range = destination_of(parsed_, node);
    if (!range) return;
    const std::string_view destination = parsed_.string(node.text);
    const auto path_end = std::min(destination.find_first_of("#?"), destination.size());
    constexpr std::string_view scheme = "ref:";
    if (lower_ascii(destination.substr(0, scheme.size())) == scheme) {
      if (const auto item = model_.find(percent_decoded(destination.substr(scheme.size(), path_end - scheme.size()))))
        add({range->begin + 4, static_cast<std::uint32_t>(range->begin + path_end)}, MentionKind::ref_link, *item);
      return;
    }
    if (path_end == 0 || destination.substr(0, path_end).find(':') != std::string_view::npos) return;
    const auto path = path_from(folder_of(path_), percent_decoded(destination.substr(0, path_end)));
    const auto item = path ? model_.by_path.find(*path) : model_.by_path.end();
    if (item != model_.by_path.end())
      add({range->begin, static_cast<std::uint32_t>(range->begin + path_end)}, MentionKind::path_link, item->second);
  }

  void add_embed(const MarkdownNode& node) {
    const std::string_view line =
        parsed_.text().substr(node.range.begin, first_line(parsed_, node.range).end - node.range.begin);
    for (const auto& parameter : embed_parameters(line)) {
      const auto item = parameter.key == "catalog" ? model_.find(parameter.value) : std::nullopt;
      if (!item) continue;
      const auto begin = static_cast<std::uint32_t>(parameter.value.data() - parsed_.text().data());
      add({begin, static_cast<std::uint32_t>(begin + parameter.value.size())}, MentionKind::parameter, *item);
    }
  }

  void add(Range range, MentionKind kind, ItemRef item) { mentions_.push_back({file_, range, kind, item}); }

  const Model& model_;
  FileIndex file_;
  const std::string& path_;
  const ParsedFile& parsed_;
  std::vector<Mention> mentions_;
};

}  // namespace

std::vector<Mention> mentions_in(const Model& model, FileIndex file, const std::string& path,
                                 const ParsedFile& parsed) {
  return MentionCollector(model, file, path, parsed).collect();
}

std::vector<Mention> mentions_of(const Model& model, ItemRef item) {
  std::vector<Mention> found;
  const auto sources = model.source().sources();
  const std::string id = id_of(model, item);
  const std::string_view stem = stem_of(sources[model.file_of(item)].path);
  // Looking at every key of ten thousand files takes seconds; most of them don't hold the word at all.
  const auto may_name_it = [&](std::string_view text) {
    return text.find(id) != std::string_view::npos || text.find(stem) != std::string_view::npos ||
           text.find('%') != std::string_view::npos;
  };
  for (FileIndex file = 0; file < sources.size(); ++file) {
    if (!may_name_it(sources[file].parsed.text())) continue;
    for (const Mention& mention : mentions_in(model, file, sources[file].path, sources[file].parsed)) {
      if (mention.item == item) found.push_back(mention);
    }
  }
  return found;
}

Range inside_quotes(const ParsedFile& parsed, const YamlNode& scalar) {
  Range range = scalar.range;
  const std::string_view text = parsed.text().substr(range.begin, range.end - range.begin);
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) {
    ++range.begin;
    --range.end;
  }
  return range;
}

std::string id_of(const Model& model, ItemRef item) {
  const Corpus& corpus = model.source();
  if (item.kind == ItemKind::requirement) return *corpus.catalogs[item.index].requirements[item.part].id;
  if (item.kind == ItemKind::criterion) return *corpus.objectives[item.index].criteria[item.part].id;
  if (item.kind == ItemKind::objective) return *corpus.objectives[item.index].id;
  return model.item(item).id.value;
}

Range place_of(const Model& model, ItemRef item) {
  const Corpus& corpus = model.source();
  switch (item.kind) {
    case ItemKind::objective:
      return corpus.objectives[item.index].id.range;
    case ItemKind::criterion:
      return corpus.objectives[item.index].criteria[item.part].id.range;
    case ItemKind::requirement:
      return corpus.catalogs[item.index].requirements[item.part].id.range;
    default: {
      const Item& whole = model.item(item);
      return whole.id.range == Range{} ? whole.range : whole.id.range;
    }
  }
}

}  // namespace kanon::lsp
