#include "check/vague_text.h"
#include "check/wording.h"

namespace kanon {
namespace {

/// What `frequency` says, as a text would say it; empty where there is no such everyday word.
Message in_words(const MaybeLocated<std::string>& frequency) {
  if (!frequency) return {};
  if (**frequency == "P1D") return {"hver dag", "hver dag"};
  if (**frequency == "P1W" || **frequency == "P7D") return {"hver uge", "hver uge"};
  if (**frequency == "P1M") return {"hver måned", "hver måned"};
  if (**frequency == "P3M") return {"hvert kvartal", "hvert kvartal"};
  if (**frequency == "P6M") return {"hvert halvår", "hvert halvår"};
  if (**frequency == "P1Y" || **frequency == "P12M") return {"hvert år", "hvert år"};
  return {};
}

Message remedy(const Requirement& requirement) {
  const Message words = in_words(requirement.frequency);
  if (!words.empty())
    return message("Ifølge frequency er det {}: skriv det i teksten.",
                   "By frequency it is “{}”: write that in the text.", words.da);
  return {"Skriv en frist eller et tidsrum, for eksempel «inden 24 timer» eller «hver måned».",
          "Write a deadline or a period, for example “inden 24 timer” or “hver måned”."};
}

void find_vague_times(const CheckInput& input, Reporter& reporter) {
  report_vague_words(
      input, reporter, RuleId::vague_time, Vagueness::time, [](const Requirement& requirement, std::string_view word) {
        return VagueRemark{
            message("«{}» siger ikke, hvornår eller hvor tit", "“{}” does not say when or how often", quoted(word)),
            remedy(requirement)};
      });
}

}  // namespace

namespace rules {
const Rule vague_time{
    RuleId::vague_time,
    "requirements",
    Severity::warning,
    {"Et krav siger ikke præcist, hvornår eller hvor tit", "A requirement does not say exactly when or how often"},
    find_vague_times};
}  // namespace rules

}  // namespace kanon
