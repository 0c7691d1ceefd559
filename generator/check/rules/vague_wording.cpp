#include "check/vague_text.h"
#include "check/wording.h"

namespace kanon {
namespace {

void find_vague_wording(const CheckInput& input, Reporter& reporter) {
  report_vague_words(
      input, reporter, RuleId::vague_wording, Vagueness::wording,
      [](const Requirement& /*requirement*/, std::string_view word) {
        return VagueRemark{
            message("«{}» kan måles på flere måder", "“{}” can be measured in several ways", quoted(word)),
            {"Skriv det, der kan måles eller tælles: et antal, en grænse, en standard eller "
             "en fuldstændig liste.",
             "Write what can be measured or counted: a number, a limit, a standard or a "
             "complete list."}};
      });
}

}  // namespace

namespace rules {
const Rule vague_wording{RuleId::vague_wording,
                         "requirements",
                         Severity::warning,
                         {"Et krav bruger et ord, der kan måles på flere måder",
                          "A requirement uses a word that can be measured in several ways"},
                         find_vague_wording};
}  // namespace rules

}  // namespace kanon
