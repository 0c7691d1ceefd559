#include "build/audience.h"

#include "base/text.h"

namespace kanon {

std::unexpected<Error> unknown_audience(const Config& config, const std::string& audience) {
  std::vector<std::string> known;
  for (const auto& one : config.audiences) known.push_back(one.id);
  const std::string list = join(known, ", ");
  return wrong_use(message("Målgruppen «{}» findes ikke i kanon.yaml", "kanon.yaml has no audience “{}”", audience),
                   message("Vælg en af: {}", "Choose one of: {}", list));
}

std::string own_audience(const Corpus& corpus, const std::string& id) {
  for (const auto& handbook : corpus.handbooks) {
    if (*handbook.id == id && handbook.audience) return **handbook.audience;
  }
  return "public";
}

}  // namespace kanon
