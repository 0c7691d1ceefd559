#include <algorithm>
#include <iterator>

#include "read/source_keys_parts.h"

namespace kanon {

using Keys = std::vector<SourceKey>;
using enum ValueKind;

SourceKey classification_key() {
  return {"classification",
          classification,
          {},
          {"Hvem der må se det; uden den gælder det mest begrænsede niveau.",
           "Who may see it; without it the most restricted level holds."}};
}

SourceKey aliases_key() {
  return {
      "aliases[]",
      address,
      {},
      {"Tidligere adresser på webstedet, som sender videre hertil.", "Former addresses on the site that lead here."}};
}

SourceKey own_id_key() {
  return {
      "id",
      own_id,
      {},
      {"Filens navn uden endelse; det, andre henviser til.", "The file's name without ending; what others refer to."}};
}

namespace {

/// What documents, catalogs and handbooks share.
const Keys& governed_keys() {
  static const Keys keys{
      own_id_key(),
      {"title", text, {}, {"Titlen, som læserne ser den.", "The title as readers see it."}},
      {"owner",
       text,
       {},
       {"Den enhed, der ejer teksten og holder den ved lige.", "The unit that owns the text and keeps it up to date."}},
      classification_key(),
      aliases_key(),
      {"version",
       version,
       {},
       {"Den version, filen er ved at blive; den samme som øverst i history.",
        "The version that the file is becoming; the same as the newest of history."}},
      {"history[]", group, {}, {"Versionerne, nyeste øverst.", "The versions, newest first."}},
      {"history[].version", version, {}, {"Versionens nummer, i anførselstegn.", "The version's number, in quotes."}},
      {"history[].date", date, {}, {"Dagen for ændringen (ÅÅÅÅ-MM-DD).", "The day of the change (YYYY-MM-DD)."}},
      {"history[].by", text, {}, {"Den enhed, der lavede ændringen.", "The unit that made the change."}},
      {"history[].change", text, {}, {"Hvad der er ændret, til læserne.", "What has changed, for readers."}},
      {"history[].kind",
       choice,
       {"new", "updated", "verified"},
       {"new: ny; updated: teksten er ændret; verified: gennemgået uden ændring.",
        "new; updated: the text has changed; verified: reviewed without change."}},
      {"approvals[]", group, {}, {"Godkendelser af versionerne.", "Approvals of the versions."}},
      {"approvals[].body",
       body,
       {},
       {"Hvem der godkendte; et navn under bodies i kanon.yaml.", "Who approved; a name below bodies in kanon.yaml."}},
      {"approvals[].date", date, {}, {"Dagen for godkendelsen.", "The day of the approval."}},
      {"approvals[].version", version, {}, {"Den version, der blev godkendt.", "The version that was approved."}},
      {"effective",
       date,
       {},
       {"Dagen, hvor versionen træder i kraft; ellers den seneste godkendelse.",
        "The day the version takes effect; otherwise the latest approval."}},
      {"review_every",
       duration,
       {},
       {"Hvor ofte teksten skal gennemgås, for eksempel P1Y.",
        "How often the text is to be reviewed, for example P1Y."}},
  };
  return keys;
}

Keys governed_with(Keys more) {
  Keys keys = governed_keys();
  std::ranges::move(more, std::back_inserter(keys));
  return keys;
}

}  // namespace

const Keys& document_keys() {
  static const Keys keys = governed_with({
      {"type",
       document_type,
       {},
       {"Dokumenttypen; en af dem under document_types i kanon.yaml.",
        "The document type; one of document_types in kanon.yaml."}},
      {"parent",
       document,
       {},
       {"Id'et på dokumentet ovenover i hierarkiet.", "The id of the document above it in the hierarchy."}},
      {"related[]", document, {}, {"Andre dokumenter, som læserne bør kende.", "Other documents readers should know."}},
      {"controls[]",
       control,
       {},
       {"Foranstaltninger i anneks A til ISO/IEC 27001:2022, for eksempel A.8.13.",
        "Controls of Annex A of ISO/IEC 27001:2022, for example A.8.13."}},
      {"implements[]",
       requirement,
       {},
       {"De krav, som dokumentet udmønter.", "The requirements that the document carries out."}},
  });
  return keys;
}

const Keys& catalog_keys() {
  static const Keys keys = governed_with({
      {"level",
       classification,
       {},
       {"Det klassifikationsniveau, kataloget er til.", "The classification level that the catalog serves."}},
      {"extends", catalog, {}, {"Kataloget, hvis krav dette arver.", "The catalog whose requirements this inherits."}},
      {"phases[]", group, {}, {"Faserne, som kravene hører til.", "The phases that requirements belong to."}},
      {"phases[].id", text, {}, {"Fasens nummer, i anførselstegn.", "The phase's number, in quotes."}},
      {"phases[].title", text, {}, {"Fasens navn.", "The phase's name."}},
      {"recommendations[]",
       group,
       {},
       {"De anbefalinger, som kravene udmønter.", "The recommendations that requirements carry out."}},
      {"recommendations[].id",
       text,
       {},
       {"Anbefalingens nummer, i anførselstegn.", "The recommendation's number, in quotes."}},
      {"recommendations[].phase", phase, {}, {"Fasen, den hører til.", "The phase it belongs to."}},
      {"recommendations[].text", text, {}, {"Anbefalingens ord.", "The recommendation's words."}},
      {"requirements[]", group, {}, {"Kravene.", "The requirements."}},
      {"requirements[].id", own_id, {}, {"Kravets id, som andre henviser til.", "The requirement's id."}},
      {"requirements[].phase", phase, {}, {"Fasen, kravet hører til.", "The phase it belongs to."}},
      {"requirements[].theme", text, {}, {"Emnet, kravet står under.", "The theme it stands under."}},
      {"requirements[].text", text, {}, {"Kravet: «Leverandøren skal …».", "The requirement itself."}},
      {"requirements[].kind",
       choice,
       {"minimum", "standard"},
       {"minimum: mindstekrav; standard: almindeligt krav.", "minimum or standard."}},
      {"requirements[].form",
       choice,
       {"effect", "solution"},
       {"effect: virkningen er fri; solution: løsningen er givet.",
        "effect: any means will do; solution: the means are given."}},
      {"requirements[].verification",
       text,
       {},
       {"Hvordan det vises, at kravet er opfyldt.", "How fulfilment is shown."}},
      {"requirements[].frequency",
       frequency,
       {},
       {"Hvor ofte: for eksempel P1M, P1Y eller once.", "How often: for example P1M, P1Y or once."}},
      {"requirements[].recommendations[]",
       recommendation,
       {},
       {"De anbefalinger, kravet udmønter.", "The recommendations it carries out."}},
      {"requirements[].controls[]", control, {}, {"Foranstaltninger i anneks A.", "Controls of Annex A."}},
      {"requirements[].derives_from[]",
       requirement,
       {},
       {"De krav, det er afledt af.", "The requirements it derives from."}},
      {"requirements[].note", text, {}, {"En bemærkning til læserne.", "A note for readers."}},
      {"requirements[].silence[]",
       group,
       {},
       {"Regler, som kravet er undtaget fra, med en begrundelse.",
        "Rules that the requirement is excepted from, with a reason."}},
      {"requirements[].silence[].rule", rule, {}, {"Reglens navn.", "The rule's name."}},
      {"requirements[].silence[].reason", text, {}, {"Hvorfor kravet er undtaget.", "Why it is excepted."}},
  });
  return keys;
}

const Keys& handbook_keys() {
  static const Keys keys = governed_with({
      {"subtitle", text, {}, {"Undertitlen på forsiden.", "The subtitle on the cover."}},
      {"audience", audience, {}, {"Den målgruppe, håndbogen er til.", "The audience the handbook is for."}},
      {"parts[]", group, {}, {"Håndbogens dele, i rækkefølge.", "The handbook's parts, in order."}},
      {"parts[].title", text, {}, {"Delens titel.", "The part's title."}},
      {"parts[].documents[]", document, {}, {"Dokumenter, nævnt hver for sig.", "Documents, named one by one."}},
      {"parts[].catalogs[]", catalog, {}, {"Kravkataloger.", "Requirement catalogs."}},
      {"parts[].under",
       document,
       {},
       {"Alt under dette dokument i hierarkiet.", "All below this document in the hierarchy."}},
      {"parts[].types[]", document_type, {}, {"Kun dokumenter af disse typer.", "Only documents of these types."}},
      {"appendices[]", group, {}, {"Bilagene, i rækkefølge.", "The appendices, in order."}},
      {"appendices[].embed",
       embed,
       {},
       {"Det, bilaget viser, for eksempel glossary.", "What the appendix shows, for example glossary."}},
  });
  return keys;
}

}  // namespace kanon
