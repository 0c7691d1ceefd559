#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

void find_expired_dispensations(const CheckInput& input, Reporter& reporter) {
  for (const Dispensation& dispensation : input.corpus().dispensations) {
    // a day that could not be read is a finding of its own
    if (dispensation.expires.range == Range{} || input.today <= *dispensation.expires) continue;
    reporter.report(
        dispensation.file, dispensation.expires.range,
        message("Dispensationen fra «{}» gjaldt til og med {}", "The dispensation from “{}” held through {}",
                quoted(*dispensation.document), dispensation.expires->iso()),
        {"Fjern den, hvis dokumentet nu følges. Ellers skal der træffes en ny beslutning: skriv den ind med "
         "decided og en ny dato i expires.",
         "Remove it if the document is now followed. Otherwise a new decision is needed: enter it with "
         "decided and a new date in expires."});
  }
}

}  // namespace

namespace rules {
const Rule expired_dispensation{RuleId::expired_dispensation,
                                "registers",
                                Severity::warning,
                                {"En dispensation er udløbet", "A dispensation has expired"},
                                find_expired_dispensations};
}  // namespace rules

}  // namespace kanon
