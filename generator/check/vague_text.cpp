#include "check/vague_text.h"

#include "check/requirements.h"
#include "check/scalar_place.h"

namespace kanon {

void report_vague_words(const CheckInput& input, Reporter& reporter, RuleId rule, Vagueness vagueness,
                        const std::function<VagueRemark(const Requirement&, std::string_view)>& remark) {
  constexpr std::size_t most_reported = 10;
  VagueWords vague(input.config());
  for_each_judged(input.corpus(), rule, [&](const Catalog& catalog, const Requirement& requirement) {
    const std::string_view text = judged_text(requirement);
    std::size_t reported = 0;
    for (const VagueFound& found : vague.find(text, words_of(text))) {
      if (found.vagueness != vagueness || ++reported > most_reported) continue;
      VagueRemark said = remark(requirement, text.substr(found.range.begin, found.range.end - found.range.begin));
      reporter.report(catalog.file,
                      place_in_scalar(input.corpus().parsed(catalog.file).text(), requirement.text, found.range),
                      std::move(said.what), std::move(said.help));
    }
  });
}

}  // namespace kanon
