#include "compare/item_redline.h"

#include <algorithm>
#include <array>

#include "compare/item_fields.h"
#include "model/yaml_entries.h"

namespace kanon {
namespace {

/// The keys of a member whose values are public while it is admitted. All others are private, whatever they are.
constexpr std::array<std::string_view, 11> public_keys{
    "id", "name", "kind", "cvr", "website", "status", "left", "aliases", "declaration", "admitted", "classification"};

bool is_admitted(const Member& member) { return member.status == MemberStatus::admitted; }

/// The YAML below a node, so that equal values give equal texts however they are written.
std::string written_out(const ParsedFile& file, std::uint32_t node) {
  std::string text;
  const auto nodes = file.yaml();
  for (std::uint32_t i = node; i < nodes[node].next; ++i) {
    text += static_cast<char>('0' + static_cast<int>(nodes[i].kind));
    text += std::to_string(nodes[i].next - i);
    text += ' ';
    text += file.string(nodes[i].text);
    text += '\x1F';
  }
  return text;
}

std::string value_of(const ParsedFile& file, std::string_view key) {
  const auto entry = entry_of(file, yaml_root, key);
  return entry ? written_out(file, entry->value) : std::string();
}

std::vector<std::string> keys_of(const ParsedFile& file) {
  std::vector<std::string> keys;
  for (const YamlEntry& entry : entries_of(file, yaml_root))
    keys.emplace_back(file.string(file.yaml()[entry.key].text));
  return keys;
}

std::vector<std::string> private_changes(const Member& before, const ParsedFile& old_source, const Member& after,
                                         const ParsedFile& new_source) {
  std::vector<std::string> keys = keys_of(new_source);
  for (std::string& key : keys_of(old_source)) {
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
  }
  const bool is_open = is_admitted(before) && is_admitted(after);
  std::vector<std::string> changed;
  for (std::string& key : keys) {
    const bool is_told = is_open && std::ranges::find(public_keys, key) != public_keys.end();
    if (!is_told && value_of(old_source, key) != value_of(new_source, key)) changed.push_back(std::move(key));
  }
  return changed;
}

std::vector<Record> records_of(const Member& member) {
  return is_admitted(member) && member.declaration ? records_of(**member.declaration) : std::vector<Record>();
}

template <class T>
ItemRedline with_body(const T& before, const ParsedFile& old_source, const T& after, const ParsedFile& new_source) {
  ItemRedline redline;
  redline.fields = compare_fields(fields_of(before), fields_of(after));
  redline.body = compare_bodies(old_source, new_source);
  return redline;
}

template <class T>
ItemRedline with_records(const T& before, const T& after) {
  ItemRedline redline;
  redline.fields = compare_fields(fields_of(before), fields_of(after));
  redline.records = compare_records(records_of(before), records_of(after));
  return redline;
}

}  // namespace

ItemRedline compare_items(const Document& before, const ParsedFile& old_source, const Document& after,
                          const ParsedFile& new_source) {
  return with_body(before, old_source, after, new_source);
}

ItemRedline compare_items(const Catalog& before, const Catalog& after) { return with_records(before, after); }

ItemRedline compare_items(const Handbook& before, const Handbook& after) { return with_records(before, after); }

ItemRedline compare_items(const Project& before, const ParsedFile& old_source, const Project& after,
                          const ParsedFile& new_source) {
  return with_body(before, old_source, after, new_source);
}

ItemRedline compare_items(const Page& before, const ParsedFile& old_source, const Page& after,
                          const ParsedFile& new_source) {
  return with_body(before, old_source, after, new_source);
}

ItemRedline compare_items(const Member& before, const ParsedFile& old_source, const Member& after,
                          const ParsedFile& new_source) {
  ItemRedline redline;
  redline.fields = compare_fields(public_fields_of(before), public_fields_of(after));
  redline.records = compare_records(records_of(before), records_of(after));
  redline.private_fields = private_changes(before, old_source, after, new_source);
  const ParsedFile none;
  const bool either = is_admitted(before) || is_admitted(after);
  if (either)
    redline.body = compare_bodies(is_admitted(before) ? old_source : none, is_admitted(after) ? new_source : none);
  // Each text that stays private; which of the two it is makes no difference.
  const bool hides_a_text = !is_admitted(before) || !is_admitted(after);
  if (hides_a_text && !is_unchanged(compare_bodies(old_source, new_source)))
    redline.private_fields.emplace_back("body");
  return redline;
}

ItemRedline compare_editions(const Corpus& before, ItemRef old_edition, const Corpus& after, ItemRef new_edition) {
  ItemRedline redline;
  const auto set_files = [&](const Item& was, const Item& is) {
    redline.before_file = was.file;
    redline.after_file = is.file;
  };
  switch (new_edition.kind) {
    case ItemKind::catalog: {
      const Catalog& was = before.catalogs[old_edition.index];
      const Catalog& is = after.catalogs[new_edition.index];
      redline = compare_items(was, is);
      set_files(was, is);
      break;
    }
    case ItemKind::handbook: {
      const Handbook& was = before.handbooks[old_edition.index];
      const Handbook& is = after.handbooks[new_edition.index];
      redline = compare_items(was, is);
      set_files(was, is);
      break;
    }
    default: {
      const Document& was = before.documents[old_edition.index];
      const Document& is = after.documents[new_edition.index];
      redline = compare_items(was, before.parsed(was.file), is, after.parsed(is.file));
      set_files(was, is);
      break;
    }
  }
  return redline;
}

std::vector<FieldChange> told_fields(const std::vector<FieldChange>& fields) {
  std::vector<FieldChange> told;
  for (const FieldChange& field : fields) {
    if (field.name == "version") continue;
    const bool is_appended_to = field.name == "history" || field.name == "approvals";
    const bool only_grew =
        std::ranges::none_of(field.entries, [](const FieldEntry& entry) { return entry.fate == Fate::deleted; });
    if (!is_appended_to || !only_grew) told.push_back(field);
  }
  return told;
}

bool says_the_same(const ItemRedline& redline) {
  return is_unchanged(redline.body) && redline.records.empty() && told_fields(redline.fields).empty();
}

}  // namespace kanon
