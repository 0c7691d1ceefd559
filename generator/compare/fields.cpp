#include "compare/fields.h"

#include <algorithm>

#include "compare/edit_script.h"
#include "compare/pieces.h"

namespace kanon {
namespace {

const Field* named(const std::vector<Field>& fields, const std::string& name) {
  const auto found = std::ranges::find(fields, name, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

bool is_empty(const Field* field) {
  return field == nullptr || std::ranges::all_of(field->values, [](const std::string& text) { return text.empty(); });
}

std::vector<FieldEntry> compare_lists(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  Vocabulary vocabulary;
  const auto numbers = [&](const std::vector<std::string>& values) {
    std::vector<std::uint32_t> all;
    for (const std::string& value : values) all.push_back(vocabulary.word(value));
    return all;
  };
  std::vector<FieldEntry> entries;
  for (const Edit& edit : edit_script(numbers(before), numbers(after))) {
    if (!edit.same) {
      for (std::uint32_t i = edit.before; i < edit.before_end; ++i) entries.push_back({Fate::deleted, before[i]});
    }
    for (std::uint32_t i = edit.after; i < edit.after_end; ++i)
      entries.push_back({edit.same ? Fate::same : Fate::inserted, after[i]});
  }
  return entries;
}

const std::string& text_of(const Field* field) {
  static const std::string none;
  return is_empty(field) ? none : field->values.front();
}

void compare(const Field* before, const Field* after, std::vector<FieldChange>& changes) {
  const Field& named = after == nullptr ? *before : *after;
  const bool was_empty = is_empty(before);
  const bool empty = is_empty(after);
  if (was_empty && empty) return;
  static const std::vector<std::string> nothing;
  const auto& old_values = was_empty ? nothing : before->values;
  const auto& new_values = empty ? nothing : after->values;
  if (old_values == new_values) return;
  FieldChange change{.name = named.name, .fate = was_empty ? Fate::inserted : empty ? Fate::deleted : Fate::changed};
  if (named.is_list)
    change.entries = compare_lists(old_values, new_values);
  else
    change.pieces = compare_texts(text_of(before), text_of(after));
  if (named.is_list || std::ranges::any_of(change.pieces, is_change)) changes.push_back(std::move(change));
}

}  // namespace

std::vector<Piece> compare_texts(std::string_view before, std::string_view after) {
  Vocabulary vocabulary;
  const Prose old_text(before, vocabulary);
  const Prose new_text(after, vocabulary);
  const std::uint32_t paragraph[] = {0};
  return pieces_of(old_text, tokens_of(old_text, paragraph), new_text, tokens_of(new_text, paragraph));
}

std::vector<FieldChange> compare_fields(const std::vector<Field>& before, const std::vector<Field>& after) {
  std::vector<FieldChange> changes;
  for (const Field& field : after) compare(named(before, field.name), &field, changes);
  for (const Field& field : before) {
    if (named(after, field.name) == nullptr) compare(&field, nullptr, changes);
  }
  return changes;
}

}  // namespace kanon
