#include "read/xml_findings.h"

#include <libxml/xmlerror.h>

#include <string>
#include <utility>

namespace kanon {
namespace {

Finding broken(Range range, Message message, Message help) {
  return {RuleId::invalid_value, range, std::move(message), std::move(help)};
}

Message save_again() {
  return {"Hent filen igen fra det program, der skrev den, eller ret stedet i en teksteditor.",
          "Get the file again from the program that wrote it, or correct the place in a text editor."};
}

}  // namespace

Finding explain_xml(Range range, int code, std::string_view name, std::string_view other) {
  const std::string_view shown = name.substr(0, 80);
  switch (code) {
    case XML_ERR_TAG_NAME_MISMATCH:
      return broken(range,
                    message("XML-filen lukker «{1}», hvor «{0}» står åben", "The XML closes “{1}” where “{0}” is open",
                            shown, other.substr(0, 80)),
                    save_again());
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_LTSLASH_REQUIRED:
    case XML_ERR_COMMENT_NOT_FINISHED:
    case XML_ERR_CDATA_NOT_FINISHED:
    case XML_ERR_PI_NOT_FINISHED:
      return broken(range, {"XML-filen standser midt i et element", "The XML ends in the middle of an element"},
                    save_again());
    case XML_ERR_DOCUMENT_EMPTY:
    case XML_ERR_DOCUMENT_START:
      return broken(range, {"Filen er ikke XML", "The file isn't XML"},
                    {"En XML-fil begynder med <?xml eller et element i vinkler.",
                     "An XML file begins with <?xml or an element in angle brackets."});
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_NO_NAME:
      return broken(range,
                    {"Her står et navn eller et «&», som XML ikke kender", "Here stands a name or “&” unknown to XML"},
                    {"Skriv «&amp;» for tegnet &; andre navne end amp, lt, gt, quot og apos læses ikke.",
                     "Write “&amp;” for the character &; no names but amp, lt, gt, quot and apos are read."});
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
      return broken(range,
                    {"Her står et tegn, som XML ikke kan indeholde", "Here stands a character that XML can't hold"},
                    {"Fjern tegnet.", "Remove the character."});
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return broken(range, message("Attributten «{}» står to gange", "The attribute “{}” stands twice", shown),
                    {"Fjern den ene.", "Remove one of them."});
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
      return broken(range, {"Filen er ikke gemt som UTF-8", "The file isn't saved as UTF-8"},
                    {"Gem den igen med tegnkodningen UTF-8.", "Save it again with the encoding UTF-8."});
    default:
      return broken(range,
                    message("XML-filen er ikke velformet (fejl {})", "The XML isn't well-formed (error {})", code),
                    save_again());
  }
}

Finding xml_document_type(Range range) {
  return broken(range,
                {"Filen har en dokumenttype (DOCTYPE), og den slags læses ikke",
                 "The file has a document type (DOCTYPE), and such files are not read"},
                {"Fjern linjerne fra <!DOCTYPE til >. OSCAL og ReqIF bruger dem ikke.",
                 "Remove the lines from <!DOCTYPE to >. OSCAL and ReqIF don't use them."});
}

Finding xml_too_deep(Range range, std::size_t deepest) {
  return broken(
      range, message("Elementerne står i mere end {} niveauer", "The elements stand in more than {} levels", deepest),
      {"Fjern niveauer i filen.", "Remove levels from the file."});
}

Finding xml_too_many_nodes(Range range, std::size_t most) {
  return broken(range, message("Filen har mere end {} elementer", "The file has more than {} elements", most),
                {"Del kataloget op i flere filer.", "Split the catalog into several files."});
}

Finding xml_too_many_attributes(Range range, std::size_t most) {
  return broken(range,
                message("Elementet har mere end {} attributter", "The element has more than {} attributes", most),
                save_again());
}

}  // namespace kanon
