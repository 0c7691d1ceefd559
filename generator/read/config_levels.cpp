#include <algorithm>

#include "read/config_parts.h"

namespace kanon {
namespace {

void keep_known_default_audiences(Config& config) {
  std::erase_if(config.audiences, [&](const Audience& audience) { return !config.level_of(audience.up_to); });
  if (config.audiences.empty()) config.audiences.push_back({"public", config.classifications.front()});
}

void read_audience(Mapping& audiences, const Located<std::string_view>& id, Config& config) {
  audiences.required_mapping(*id, "{up_to: " + config.classifications.front() + "}", [&](Mapping& mapping) {
    const auto up_to = mapping.required_text("up_to", config.classifications.front());
    if (!was_read(up_to)) return;
    if (config.level_of(*up_to)) {
      config.audiences.push_back({std::string(*id), *up_to});
      return;
    }
    mapping.reading().report(RuleId::unknown_classification, up_to.range,
                             message("Klassifikationen «{}» står ikke i «classifications»",
                                     "The classification “{}” is not in “classifications”", quotable(*up_to)),
                             suggestion(*up_to, config.classifications));
  });
}

}  // namespace

void read_classifications(Mapping& root, Config& config) {
  const auto key = root.written("classifications");
  const std::size_t before = root.reading().found();
  const auto levels = root.texts("classifications");
  if (!key) return;
  std::vector<std::string> names;
  for (const auto& level : levels) {
    if (std::ranges::find(names, *level) == names.end()) {
      names.push_back(*level);
      continue;
    }
    root.reading().report(
        RuleId::invalid_value, level.range,
        message("Klassifikationen «{}» står to gange", "The classification “{}” stands twice", quotable(*level)),
        {"Fjern den ene.", "Remove one of them."});
  }
  if (names.empty() && root.reading().found() == before) {
    root.reading().report(
        RuleId::invalid_value, *key,
        {"«classifications» nævner ingen klassifikation", "“classifications” names no classification"},
        {"Nævn mindst én, den mindst begrænsede først, eller fjern nøglen.",
         "Name at least one, the least restricted first, or remove the key."});
  }
  if (!names.empty()) config.classifications = std::move(names);
}

void read_audiences(Mapping& root, Config& config) {
  keep_known_default_audiences(config);
  root.mapping("audiences", [&](Mapping& audiences) {
    config.audiences.clear();
    const auto ids = audiences.keys();
    for (const auto& id : ids) {
      if (is_chosen_name(audiences, id)) {
        read_audience(audiences, id, config);
      } else {
        audiences.pass_over(*id);
      }
    }
  });
}

}  // namespace kanon
