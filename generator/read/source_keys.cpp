#include "read/source_keys.h"

#include <algorithm>

#include "read/project_sources.h"
#include "read/source_keys_parts.h"

namespace kanon {
namespace {

std::string_view parent_path(std::string_view path) {
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(0, dot);
}

std::string_view own_name(std::string_view path) {
  const auto dot = path.rfind('.');
  std::string_view name = dot == std::string_view::npos ? path : path.substr(dot + 1);
  while (name.ends_with("[]")) name.remove_suffix(2);
  return name;
}

/// Whether two paths are the same, where the first may say `<name>` for any one key.
bool fits(std::string_view pattern, std::string_view path) {
  while (true) {
    const auto pattern_end = pattern.find('.');
    const auto path_end = path.find('.');
    const std::string_view part = pattern.substr(0, pattern_end);
    if (part != "<name>" && part != path.substr(0, path_end)) return false;
    if (pattern_end == std::string_view::npos || path_end == std::string_view::npos) return pattern_end == path_end;
    pattern.remove_prefix(pattern_end + 1);
    path.remove_prefix(path_end + 1);
  }
}

}  // namespace

const std::vector<SourceKey>& keys_of(std::string_view file_path) {
  static const std::vector<SourceKey> none;
  if (file_path == "kanon.yaml") return configuration_keys();
  switch (kind_of(file_path)) {
    case SourceKind::document:
      return document_keys();
    case SourceKind::member:
      return member_keys();
    case SourceKind::project:
      return project_keys();
    case SourceKind::criteria:
      return criteria_keys();
    case SourceKind::catalog:
      return catalog_keys();
    case SourceKind::handbook:
      return handbook_keys();
    case SourceKind::dispensations:
      return dispensation_keys();
    case SourceKind::controls:
      return control_keys();
    case SourceKind::glossary:
      return glossary_keys();
    case SourceKind::page:
      return page_keys();
    case SourceKind::imported_catalog:
    case SourceKind::misplaced:
    case SourceKind::other:
      return file_path.starts_with("content/") || !file_path.ends_with(".md") ? none : page_keys();
  }
  return none;
}

const SourceKey* key_at(std::string_view file_path, std::string_view key_path) {
  const auto& keys = keys_of(file_path);
  const auto found = std::ranges::find_if(keys, [&](const SourceKey& key) { return fits(key.path, key_path); });
  return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> names_below(std::string_view file_path, std::string_view mapping_path) {
  std::vector<std::string> names;
  for (const SourceKey& key : keys_of(file_path)) {
    const std::string_view name = own_name(key.path);
    if (!name.empty() && name != "<name>" && fits(parent_path(key.path), mapping_path)) names.emplace_back(name);
  }
  return names;
}

}  // namespace kanon
