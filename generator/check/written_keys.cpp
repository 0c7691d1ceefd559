#include "check/written_keys.h"

#include "base/text.h"
#include "model/yaml_entries.h"

namespace kanon {

WrittenKeys::WrittenKeys(const ParsedFile& file) : file_(file) {
  const auto nodes = file.yaml();
  for (std::uint32_t i = 0; i < nodes.size(); ++i)
    if (nodes[i].kind == YamlKind::mapping) mappings_.try_emplace(nodes[i].range.begin, i);
}

const YamlNode* WrittenKeys::value(Range opening, std::string_view key) const {
  const auto mapping = mappings_.find(opening.begin);
  if (mapping == mappings_.end()) return nullptr;
  const auto entry = entry_of(file_, mapping->second, key);
  return entry ? &file_.yaml()[entry->value] : nullptr;
}

bool WrittenKeys::says_something(const YamlNode* value) const {
  if (value == nullptr || value->kind == YamlKind::null) return false;
  if (value->kind == YamlKind::scalar) return !trim(file_.string(value->text)).empty();
  return value->kind == YamlKind::mapping || value->next > static_cast<std::size_t>(value - file_.yaml().data()) + 1;
}

}  // namespace kanon
