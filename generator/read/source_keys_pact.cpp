#include "read/source_keys_parts.h"

namespace kanon {

using Keys = std::vector<SourceKey>;
using enum ValueKind;

const Keys& member_keys() {
  static const Keys keys{
      own_id_key(),
      {"name", text, {}, {"Medlemmets navn.", "The member's name."}},
      {"kind",
       choice,
       {"founding", "associated"},
       {"founding: stiftende; associated: tilknyttet.", "founding or associated."}},
      {"status",
       choice,
       {"applicant", "circulated", "admitted", "rejected", "left"},
       {"Hvor langt optagelsen er.", "How far the admission has come."}},
      classification_key(),
      aliases_key(),
      {"cvr", text, {}, {"CVR-nummeret, otte cifre i anførselstegn.", "The CVR number, eight digits in quotes."}},
      {"website", address, {}, {"Den hele webadresse.", "The whole web address."}},
      {"established_in", text, {}, {"Landekoden, DK.", "The country's code, DK."}},
      {"contact", group, {}, {"Kontaktoplysninger; offentliggøres aldrig.", "Contact data; never published."}},
      {"contact.name", text, {}, {"Navn; offentliggøres aldrig.", "A name; never published."}},
      {"contact.email", text, {}, {"E-mail; offentliggøres aldrig.", "An e-mail address; never published."}},
      {"declaration", group, {}, {"Ansøgerens erklæring.", "The applicant's declaration."}},
      {"declaration.date", date, {}, {"Dagen for erklæringen.", "The day of the declaration."}},
      {"declaration.criteria[]", group, {}, {"De kriterier, ansøgeren opfylder.", "The criteria that are met."}},
      {"declaration.criteria[].criterion",
       criterion,
       {},
       {"Kriteriets id i content/criteria.yaml.", "The criterion's id in content/criteria.yaml."}},
      {"declaration.criteria[].statement", text, {}, {"Hvordan det er opfyldt.", "How it is met."}},
      {"declaration.projects[]", project, {}, {"Projekter, ansøgeren er med i.", "Projects the applicant is part of."}},
      {"assessment",
       group,
       {},
       {"Behandlingen af ansøgningen; offentliggøres aldrig.", "How the application is dealt with; never published."}},
      {"assessment.circulated", date, {}, {"Dagen, hvor den blev sendt rundt.", "The day it was circulated."}},
      {"assessment.responses[]", group, {}, {"De stiftende medlemmers svar.", "The founding members' responses."}},
      {"assessment.responses[].member", member, {}, {"Hvem der svarede.", "Who responded."}},
      {"assessment.responses[].decision",
       choice,
       {"approve", "object"},
       {"approve: godkender; object: indsigelse.", "approve or object."}},
      {"assessment.responses[].date", date, {}, {"Dagen for svaret.", "The day of the response."}},
      {"assessment.responses[].unmet[]",
       criterion,
       {},
       {"De kriterier, der ikke er opfyldt.", "The criteria that are not met."}},
      {"assessment.responses[].reason", text, {}, {"Begrundelsen.", "The reason."}},
      {"assessment.written_assessment",
       date,
       {},
       {"Dagen, hvor den skriftlige vurdering blev arkiveret.", "The day the written assessment was archived."}},
      {"assessment.meeting", date, {}, {"Dagen for mødet.", "The day of the meeting."}},
      {"assessment.outcome", choice, {"approved", "rejected"}, {"Mødets afgørelse.", "What the meeting decided."}},
      {"admitted", date, {}, {"Dagen for optagelsen.", "The day of admission."}},
      {"evaluations[]", group, {}, {"De årlige evalueringer.", "The yearly evaluations."}},
      {"evaluations[].year", number, {}, {"Året, der evalueres.", "The year evaluated."}},
      {"evaluations[].date", date, {}, {"Dagen for evalueringen.", "The day of the evaluation."}},
      {"evaluations[].by", text, {}, {"Hvem der evaluerede.", "Who evaluated."}},
      {"evaluations[].result", text, {}, {"Resultatet.", "The result."}},
      {"left", date, {}, {"Dagen, hvor medlemmet trådte ud.", "The day the member left."}},
  };
  return keys;
}

const Keys& project_keys() {
  static const Keys keys{own_id_key(),
                         {"title", text, {}, {"Projektets titel.", "The project's title."}},
                         classification_key(),
                         aliases_key()};
  return keys;
}

const Keys& criteria_keys() {
  static const Keys keys{
      {"objectives[]", group, {}, {"Målsætningerne.", "The objectives."}},
      {"objectives[].id", own_id, {}, {"Målsætningens id.", "The objective's id."}},
      {"objectives[].title", text, {}, {"Målsætningens titel.", "The objective's title."}},
      {"objectives[].criteria[]", group, {}, {"Målsætningens kriterier.", "The objective's criteria."}},
      {"objectives[].criteria[].id", own_id, {}, {"Kriteriets id.", "The criterion's id."}},
      {"objectives[].criteria[].text", text, {}, {"Kriteriets ord.", "The criterion's words."}},
  };
  return keys;
}

const Keys& glossary_keys() {
  static const Keys keys{
      {"[]", group, {}, {"Et begreb.", "A term."}},
      {"[].id", own_id, {}, {"Begrebets id.", "The term's id."}},
      {"[].term", text, {}, {"Ordet, som det skrives i teksterne.", "The word as texts write it."}},
      {"[].definition", text, {}, {"Hvad ordet betyder.", "What the word means."}},
      {"[].classification", classification, {}, classification_key().meaning},
  };
  return keys;
}

const Keys& dispensation_keys() {
  static const Keys keys{
      {"[]", group, {}, {"En dispensation.", "A dispensation."}},
      {"[].id", own_id, {}, {"Dispensationens id.", "The dispensation's id."}},
      {"[].document", document, {}, {"Dokumentet, der fraviges.", "The document deviated from."}},
      {"[].section", section, {}, {"Afsnittet i dokumentet.", "The section of the document."}},
      {"[].reason", text, {}, {"Hvorfor der dispenseres.", "Why it is granted."}},
      {"[].measures[]", text, {}, {"Hvad der gøres i stedet.", "What is done instead."}},
      {"[].decided_by", text, {}, {"Hvem der besluttede det.", "Who decided."}},
      {"[].decided", date, {}, {"Dagen for beslutningen.", "The day of the decision."}},
      {"[].expires", date, {}, {"Den sidste dag, den gælder.", "The last day it holds."}},
      {"[].consider_update", boolean, {}, {"Om dokumentet bør ændres.", "Whether the document should change."}},
      {"[].classification", classification, {}, classification_key().meaning},
  };
  return keys;
}

const Keys& control_keys() {
  static const Keys keys{
      {"[]", group, {}, {"En foranstaltning i anneks A.", "A control of Annex A."}},
      {"[].control", control, {}, {"Foranstaltningens nummer, for eksempel A.5.1.", "Its number, such as A.5.1."}},
      {"[].applicable", boolean, {}, {"Om den er valgt til.", "Whether it applies."}},
      {"[].justification", text, {}, {"Hvorfor, eller hvorfor ikke.", "Why, or why not."}},
      {"[].status",
       choice,
       {"planned", "partial", "implemented", "excluded"},
       {"Hvor langt den er.", "How far it is."}},
      {"[].documents[]", document, {}, {"Dokumenterne, der dækker den.", "The documents that cover it."}},
  };
  return keys;
}

const Keys& page_keys() {
  static const Keys keys{
      {"title", text, {}, {"Sidens titel.", "The page's title."}},
      classification_key(),
      aliases_key(),
      {"order",
       number,
       {},
       {"Sidens plads blandt de andre; mindst kommer først.", "The page's place among the others; least first."}},
  };
  return keys;
}

}  // namespace kanon
