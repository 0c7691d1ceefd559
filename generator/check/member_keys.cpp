#include "check/member_keys.h"

#include <algorithm>

#include "check/front_matter.h"
#include "model/yaml_entries.h"

namespace kanon {
namespace {

std::optional<YamlEntry> entry_in(const ParsedFile& file, const YamlNode& mapping, std::string_view key) {
  return entry_of(file, static_cast<std::uint32_t>(&mapping - file.yaml().data()), key);
}

}  // namespace

bool is_associated(const Corpus& corpus, const Member& member) {
  const ParsedFile& file = corpus.parsed(member.file);
  const YamlNode* kind = value_of(file, "kind");
  return member.kind == MemberKind::associated && kind != nullptr && file.string(kind->text) == "associated";
}

bool is_at(const Member& member, std::initializer_list<MemberStatus> stages) {
  return member.status_at != Range{} && std::ranges::find(stages, member.status) != stages.end();
}

const YamlNode* value_in(const ParsedFile& file, const YamlNode& mapping, std::string_view key) {
  const auto found = entry_in(file, mapping, key);
  return found ? &file.yaml()[found->value] : nullptr;
}

const YamlNode* value_in(const ParsedFile& file, std::string_view outer, std::string_view key) {
  const YamlNode* mapping = value_of(file, outer);
  return mapping == nullptr ? nullptr : value_in(file, *mapping, key);
}

Range key_of(const ParsedFile& file, std::string_view outer, std::string_view key) {
  const YamlNode* mapping = value_of(file, outer);
  if (mapping == nullptr) return {};
  const auto found = entry_in(file, *mapping, key);
  return found ? file.yaml()[found->key].range : first_character(file, mapping->range);
}

std::vector<const YamlNode*> places_of(const ParsedFile& file, const YamlNode* list) {
  std::vector<const YamlNode*> places;
  if (list == nullptr || list->kind != YamlKind::sequence) return places;
  const auto nodes = file.yaml();
  for (auto at = static_cast<std::uint32_t>(list - nodes.data()) + 1; at < list->next; at = nodes[at].next)
    places.push_back(&nodes[at]);
  return places;
}

bool says_something(const YamlNode* value) { return value != nullptr && value->kind != YamlKind::null; }

Range first_character(const ParsedFile& file, Range range) {
  const std::string_view text = file.text();
  std::uint32_t end = range.begin;
  if (end < text.size()) ++end;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return {range.begin, end};
}

}  // namespace kanon
