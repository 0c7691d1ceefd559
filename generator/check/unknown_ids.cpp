#include "check/unknown_ids.h"

#include "check/wording.h"

namespace kanon {
namespace {

const Message kWriteId{"Skriv id'et, som det står i filen, eller fjern det.",
                       "Write the id as its file has it, or remove it."};

}  // namespace

void UnknownIds::judge(FileIndex file, std::string_view id, Range range, ItemKind wanted) {
  const auto found = model_.find(id);
  if (found && found->kind == wanted) return;
  const Message kind = kind_in_words(wanted);
  const std::string quote = quoted(id);
  if (found) {
    const Message other = kind_in_words(found->kind);
    reporter_.report(file, range,
                     {fmt::format("«{}» er {}, men her skal stå {}", quote, other.da, kind.da),
                      fmt::format("“{}” is {}, but {} must stand here", quote, other.en, kind.en)},
                     kWriteId);
    return;
  }
  reporter_.report(file, range,
                   {fmt::format("«{}» findes ikke; her skal stå id'et på {}", quote, kind.da),
                    fmt::format("“{}” does not exist; the id of {} must stand here", quote, kind.en)},
                   did_you_mean(ids_of(wanted).nearest_to(id), kWriteId));
}

Suggestions& UnknownIds::ids_of(ItemKind kind) {
  const auto known = ids_.find(kind);
  if (known != ids_.end()) return known->second;
  std::vector<std::string> ids;
  for (const auto& [id, item] : model_.ids)
    if (item.kind == kind) ids.push_back(id);
  return ids_.emplace(kind, Suggestions(std::move(ids))).first->second;
}

}  // namespace kanon
