#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "fix/likely_word.h"
#include "read/source_keys.h"
#include "read/yaml_walk.h"
#include "resolve/model.h"

namespace kanon {

/// What findings of one project may have meant. Each list is made when the first finding asks for it: there may be
/// thousands of names, and thousands of findings.
class Candidates {
 public:
  Candidates(const Corpus& corpus, const Model* model) : corpus_(corpus), model_(model) {}

  /// A name that may stand as a value in a file.
  LikelyWord name(FileIndex file, ValueKind kind, std::string_view word);
  /// Any id.
  LikelyWord id(std::string_view word);
  /// A section of a file, or a requirement of a catalog's.
  LikelyWord anchor(FileIndex file, std::string_view word);
  /// The project's files of one name, whatever the case of its letters.
  const std::vector<std::string>& files_named(std::string_view name);
  /// The value that begins at a byte of a file, or whose key begins there; null where none does.
  const YamlSpot* value_at(FileIndex file, std::uint32_t begin) { return spots_of(file).find({false, begin}); }
  const YamlSpot* value_of_key_at(FileIndex file, std::uint32_t begin) { return spots_of(file).find({true, begin}); }

 private:
  /// The values of a file by whether a key or a value begins at a byte, and that byte.
  struct Spots {
    std::map<std::pair<bool, std::uint32_t>, YamlSpot> spots;
    const YamlSpot* find(std::pair<bool, std::uint32_t> at) const {
      const auto found = spots.find(at);
      return found == spots.end() ? nullptr : &found->second;
    }
  };
  const Spots& spots_of(FileIndex file);

  const Corpus& corpus_;
  const Model* model_;
  std::map<std::pair<ValueKind, FileIndex>, LikelyWords> names_;
  std::unique_ptr<LikelyWords> ids_;
  std::map<FileIndex, LikelyWords> anchors_;
  std::map<std::string, std::vector<std::string>> files_;
  std::map<FileIndex, Spots> spots_;
};

}  // namespace kanon
