#include "check/unknown_embeds.h"

#include <algorithm>

#include "base/text.h"
#include "check/catalog_lists.h"
#include "check/wording.h"

namespace kanon {
namespace {

std::vector<std::string> names_of(const std::vector<EmbedKind>& kinds) {
  std::vector<std::string> names;
  for (const auto& kind : kinds) names.push_back(kind.name);
  return names;
}

std::string_view value_of(const std::vector<EmbedParameter>& parameters, std::string_view key) {
  const auto found = std::ranges::find(parameters, key, &EmbedParameter::key);
  return found == parameters.end() ? std::string_view() : found->value;
}

Message known_parameters(const EmbedKind& kind) {
  if (kind.parameters.empty()) return {"Skriv navnet alene.", "Write the name alone."};
  return message("Efter navnet kan stå: {}.", "After the name can stand: {}.", join(kind.parameters, ", "));
}

}  // namespace

UnknownEmbeds::UnknownEmbeds(const CheckInput& input, Reporter& reporter, UnknownIds& ids)
    : input_(input), reporter_(reporter), ids_(ids), names_(names_of(embed_kinds())), suggestions_(names_) {}

void UnknownEmbeds::judge(FileIndex file, Range range, const WrittenEmbed& embed) {
  if (const EmbedKind* kind = embed_kind(embed.name)) return judge_parameters(file, range, *kind, embed);
  reporter_.report(
      file, range,
      message("Der er intet indhold, der hedder «{}»", "There is no content named “{}”", quoted(embed.name)),
      did_you_mean(suggestions_.nearest_to(embed.name),
                   message("Skriv et af: {}.", "Write one of: {}.", join(names_, ", "))));
}

void UnknownEmbeds::judge_parameters(FileIndex file, Range range, const EmbedKind& kind, const WrittenEmbed& embed) {
  const auto parameters = embed_parameters(embed.parameters);
  for (const auto& parameter : parameters) {
    if (std::ranges::find(kind.parameters, parameter.key) != kind.parameters.end()) continue;
    reporter_.report(file, range,
                     message("«{}» kender ikke «{}»", "“{}” does not know “{}”", kind.name, quoted(parameter.key)),
                     known_parameters(kind));
  }
  if (!kind.needed.empty() && value_of(parameters, kind.needed).empty())
    reporter_.report(file, range, message("«{}» mangler {}=…", "“{}” lacks {}=…", kind.name, kind.needed),
                     message("Skriv efter navnet, hvilket der skal vises: {}=id.",
                             "Write after the name which to show: {}=id.", kind.needed));
  const bool shows_catalog = std::ranges::find(kind.parameters, "catalog") != kind.parameters.end();
  if (shows_catalog && !value_of(parameters, "catalog").empty())
    judge_catalog(file, range, value_of(parameters, "catalog"), value_of(parameters, "phase"));
}

void UnknownEmbeds::judge_catalog(FileIndex file, Range range, std::string_view id, std::string_view phase) {
  ids_.judge(file, id, range, ItemKind::catalog);
  const auto catalog = input_.model.find(id);
  if (phase.empty() || !catalog || catalog->kind != ItemKind::catalog) return;
  if (CatalogLists(input_.model, *catalog).has_phase(phase)) return;
  reporter_.report(
      file, range,
      message("Kataloget «{}» har ingen fase «{}»", "The catalog “{}” has no phase “{}”", quoted(id), quoted(phase)),
      {"Skriv id'et på en af katalogets faser.", "Write the id of one of the catalog's phases."});
}

}  // namespace kanon
