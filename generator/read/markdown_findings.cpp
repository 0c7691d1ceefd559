#include "read/markdown_findings.h"

#include <algorithm>
#include <array>

#include "base/nearest.h"
#include "read/markdown_text.h"

namespace kanon {
namespace {

struct Alternative {
  std::string_view element;
  std::string_view da;
  std::string_view en;
};

/// What to write in place of elements that people use in good faith.
constexpr std::array<Alternative, 36> kAlternatives{{
    {"a", "Skriv et link som [tekst](adresse).", "Write a link as [text](address)."},
    {"img", "Indsæt et billede som ![beskrivelse](fil).", "Insert a picture as ![description](file)."},
    {"h1", "Skriv en overskrift med #-tegn: ## Overskrift.", "Write a heading with # signs: ## Heading."},
    {"h2", "Skriv en overskrift med #-tegn: ## Overskrift.", "Write a heading with # signs: ## Heading."},
    {"h3", "Skriv en overskrift med #-tegn: ### Overskrift.", "Write a heading with # signs: ### Heading."},
    {"h4", "Skriv en overskrift med #-tegn: #### Overskrift.", "Write a heading with # signs: #### Heading."},
    {"h5", "Skriv en overskrift med #-tegn: ##### Overskrift.", "Write a heading with # signs: ##### Heading."},
    {"h6", "Skriv en overskrift med #-tegn: ###### Overskrift.", "Write a heading with # signs: ###### Heading."},
    {"table", "Skriv tabellen i Markdown med | mellem kolonnerne.",
     "Write the table in Markdown with | between columns."},
    {"thead", "Skriv tabellen i Markdown med | mellem kolonnerne.",
     "Write the table in Markdown with | between columns."},
    {"tbody", "Skriv tabellen i Markdown med | mellem kolonnerne.",
     "Write the table in Markdown with | between columns."},
    {"tr", "Skriv tabellen i Markdown med | mellem kolonnerne.", "Write the table in Markdown with | between columns."},
    {"th", "Skriv tabellen i Markdown med | mellem kolonnerne.", "Write the table in Markdown with | between columns."},
    {"td", "Skriv tabellen i Markdown med | mellem kolonnerne.", "Write the table in Markdown with | between columns."},
    {"blockquote", "Begynd linjerne i et citat med >.", "Begin the lines of a quotation with >."},
    {"q", "Skriv citationstegn i teksten.", "Write quotation marks in the text."},
    {"hr", "Skriv en skillelinje som --- på en linje for sig.", "Write a rule as --- on a line of its own."},
    {"pre", "Sæt tre accenter ``` på linjen før og efter teksten.",
     "Put three backticks ``` on the line before and after the text."},
    {"samp", "Brug <code> eller accenter: `tekst`.", "Use <code> or backticks: `text`."},
    {"tt", "Brug <code> eller accenter: `tekst`.", "Use <code> or backticks: `text`."},
    {"var", "Brug <code> eller *kursiv*.", "Use <code> or *italics*."},
    {"del", "Streg tekst over med ~~tekst~~.", "Strike text through with ~~text~~."},
    {"s", "Streg tekst over med ~~tekst~~.", "Strike text through with ~~text~~."},
    {"strike", "Streg tekst over med ~~tekst~~.", "Strike text through with ~~text~~."},
    {"u", "Fremhæv med *kursiv* eller **fed**.", "Emphasise with *italics* or **bold**."},
    {"ins", "Fremhæv med *kursiv* eller **fed**.", "Emphasise with *italics* or **bold**."},
    {"mark", "Fremhæv med *kursiv* eller **fed**.", "Emphasise with *italics* or **bold**."},
    {"font", "Fremhæv med *kursiv* eller **fed**; udseendet bestemmes af temaet.",
     "Emphasise with *italics* or **bold**; the theme decides how it looks."},
    {"small", "Fjern tagget; udseendet bestemmes af temaet.", "Remove the tag; the theme decides how it looks."},
    {"center", "Fjern tagget; udseendet bestemmes af temaet.", "Remove the tag; the theme decides how it looks."},
    {"cite", "Brug *kursiv* eller <i>.", "Use *italics* or <i>."},
    {"dfn", "Brug en definition: > [!DEFINITION] Term.", "Use a definition: > [!DEFINITION] Term."},
    {"section", "Del teksten op med overskrifter, eller brug <div>.", "Divide the text with headings, or use <div>."},
    {"article", "Del teksten op med overskrifter, eller brug <div>.", "Divide the text with headings, or use <div>."},
    {"aside", "Brug en boks: > [!NOTE].", "Use a box: > [!NOTE]."},
    {"svg", "Gem tegningen som en fil, og indsæt den som ![beskrivelse](fil.svg).",
     "Save the drawing as a file and insert it as ![description](file.svg)."},
}};

Message help_for(std::string_view element) {
  const auto* const found =
      std::find_if(kAlternatives.begin(), kAlternatives.end(),
                   [&](const Alternative& alternative) { return alternative.element == element; });
  if (found != kAlternatives.end()) return {std::string(found->da), std::string(found->en)};
  return {"Fjern tagget, og skriv indholdet i Markdown. Skal tegnet < stå i teksten, så skriv &lt;.",
          "Remove the tag and write its content in Markdown. If the sign < belongs to the text, write &lt;."};
}

}  // namespace

Finding element_not_allowed(std::string_view element, Range range) {
  return {RuleId::unsafe_html, range,
          message("HTML-tagget «<{}>» er ikke tilladt og bliver udeladt.",
                  "The HTML tag “<{}>” is not allowed and is left out.", quotable(element)),
          help_for(element)};
}

Finding handler_not_allowed(std::string_view attribute, std::string_view element, Range range) {
  return {RuleId::unsafe_html, range,
          message("Attributten «{}» på «<{}>» er ikke tilladt: Den kan køre programkode hos læseren.",
                  "The attribute “{}” on “<{}>” is not allowed: it can run code on the reader's machine.",
                  quotable(attribute), quotable(element)),
          message("Fjern attributten.", "Remove the attribute.")};
}

Finding tag_not_finished(std::string_view element, Range range) {
  return {RuleId::unsafe_html, range,
          message("HTML-tagget «<{}» mangler sit afsluttende >.", "The HTML tag “<{}” lacks its closing >.",
                  quotable(element)),
          message("Afslut tagget med >, eller fjern det. Skal tegnet < stå i teksten, så skriv &lt;.",
                  "Close the tag with >, or remove it. If the sign < belongs to the text, write &lt;.")};
}

Finding destination_not_allowed(std::string_view destination, DestinationUse use, Range range) {
  const std::string shown = quotable(destination);
  if (use == DestinationUse::image) {
    return {RuleId::unsafe_link, range,
            message("Billedets adresse er ikke tilladt: «{}».", "The picture's address is not allowed: “{}”.", shown),
            message("Gem billedet som en fil i projektet, og skriv den relative sti til filen.",
                    "Save the picture as a file of the project and write the relative path to it.")};
  }
  return {RuleId::unsafe_link, range,
          message("Linkets adresse er ikke tilladt: «{}».", "The link's address is not allowed: “{}”.", shown),
          message("Brug https:, http:, mailto:, tel:, ref: eller en relativ sti til en fil i projektet.",
                  "Use https:, http:, mailto:, tel:, ref: or a relative path to a file of the project.")};
}

Finding footnote_not_defined(std::string_view label, const std::vector<std::string>& defined, Range range) {
  std::vector<std::string> others = defined;
  std::erase(others, std::string(label));
  const std::string shown = quotable(label);
  constexpr std::size_t shortest = 3;  // among «1» and «2» none is nearer
  const std::optional<std::string> meant = label.size() < shortest ? std::nullopt : nearest(label, others);
  Message help =
      meant ? message("Mente du «[^{}]»?", "Did you mean “[^{}]”?", quotable(*meant))
            : message("Tilføj en linje, der begynder med «[^{}]:», eller skriv \\[^, hvis det ikke er en fodnote.",
                      "Add a line that begins with “[^{}]:”, or write \\[^ if it is not a footnote.", shown);
  return {RuleId::undefined_footnote, range,
          message("Fodnoten «[^{}]» har ingen tekst.", "The footnote “[^{}]” has no text.", shown), std::move(help)};
}

Finding nested_too_deep(int levels, Range range) {
  return {RuleId::too_large, range,
          message("Her er lister, citater eller fremhævninger lagt inden i hinanden i mere end {} niveauer.",
                  "Lists, quotations or emphasis are nested here more than {} levels deep.", levels),
          message("Brug færre niveauer: Det dybeste er ikke læst, som det er skrevet.",
                  "Use fewer levels: the deepest were not read as written.")};
}

}  // namespace kanon
