#include "check/duties.h"
#include "check/requirements.h"
#include "check/rule.h"
#include "check/scalar_place.h"

namespace kanon {
namespace {

Message problem(WrongBeginning::Kind kind) {
  if (kind == WrongBeginning::Kind::passive)
    return {"Det er ikke leverandøren, der skal handle her", "It is not the supplier that has to act here"};
  return {"Kravet begynder ikke med «Leverandøren skal»", "The requirement does not begin with “Leverandøren skal”"};
}

Message remedy(WrongBeginning::Kind kind) {
  switch (kind) {
    case WrongBeginning::Kind::other_beginning:
      return {"Skriv, hvad leverandøren skal gøre: «Leverandøren skal …». Frister og betingelser står bagefter.",
              "Write what the supplier has to do: “Leverandøren skal …”. Deadlines and conditions come after."};
    case WrongBeginning::Kind::no_duty:
      return {
          "Skriv «skal», hvis det er et krav: «Leverandøren skal …», også om det, der ikke må ske: «Leverandøren skal "
          "undlade at …». Hører det ikke til kravet, så skriv det i note.",
          "Write “skal” if it is a requirement: “Leverandøren skal …”, of what must not happen too: “Leverandøren skal "
          "undlade at …”. Put what is not required into note."};
    case WrongBeginning::Kind::passive:
      return {
          "Skriv, hvad leverandøren selv skal gøre. Andres pligter hører ikke hjemme i et krav til leverandøren.",
          "Write what the supplier itself has to do. Duties of others don't belong in a requirement to the supplier."};
  }
  return {};
}

void find_texts_without_actor(const CheckInput& input, Reporter& reporter) {
  for_each_judged(input.corpus(), RuleId::not_imperative, [&](const Catalog& catalog, const Requirement& requirement) {
    const auto wrong = wrong_beginning(words_of(judged_text(requirement)));
    if (!wrong) return;
    reporter.report(catalog.file,
                    place_in_scalar(input.corpus().parsed(catalog.file).text(), requirement.text, wrong->range),
                    problem(wrong->kind), remedy(wrong->kind));
  });
}

}  // namespace

namespace rules {
const Rule not_imperative{RuleId::not_imperative,
                          "requirements",
                          Severity::warning,
                          {"Et krav begynder ikke med, hvad leverandøren skal",
                           "A requirement does not begin with what the supplier has to do"},
                          find_texts_without_actor};
}  // namespace rules

}  // namespace kanon
