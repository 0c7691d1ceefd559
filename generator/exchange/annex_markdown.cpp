#include "exchange/annex.h"
#include "exchange/catalog_words.h"
#include "exchange/markdown_text.h"
#include "model/frequency.h"

namespace kanon {
namespace {

std::string cell(const std::string& text) { return " " + markdown_line(text, "<br>") + " |"; }

std::string requirement_row(const AnnexRequirement& one, Language language) {
  const Requirement& requirement = *one.requirement;
  std::string text = markdown_line(*requirement.text, "<br>");
  if (!requirement.theme.empty()) text = "**" + markdown_line(requirement.theme) + "**<br>" + text;
  if (!requirement.note.empty()) {
    text += Message{"<br>Bemærkning: ", "<br>Note: "}.in(language) + markdown_line(requirement.note, "<br>");
  }
  const std::string frequency =
      requirement.frequency ? frequency_words(**requirement.frequency).in(language) : std::string();
  return "|" + cell(one.number) + cell(*requirement.id) + " " + text + " |" +
         cell(kind_name(requirement.minimum, language)) + cell(requirement.verification) + cell(frequency) + "\n";
}

}  // namespace

std::string annex_markdown(const Annex& annex) {
  std::string out;
  for (const auto& [name, value] : annex.composition())
    out += "- **" + markdown_line(name) + ":** " + markdown_line(value) + "\n";
  for (const AnnexPhase& phase : annex.phases) {
    out += "\n## " + phase.number + ". " + markdown_line(phase.title) + "\n\n";
    out += Message{"| Nr. | Id | Krav | Art | Dokumentation | Hyppighed |\n",
                   "| No. | Id | Requirement | Kind | Verification | Frequency |\n"}
               .in(annex.language);
    out += "| --- | --- | --- | --- | --- | --- |\n";
    for (const AnnexRequirement& one : phase.requirements) out += requirement_row(one, annex.language);
  }
  return out;
}

}  // namespace kanon
