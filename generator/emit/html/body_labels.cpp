#include "emit/html/body_labels.h"

#include <algorithm>
#include <array>

namespace kanon {
namespace {

struct AdmonitionWords {
  std::string_view name;
  std::string_view da;
  std::string_view en;
};

constexpr std::array<AdmonitionWords, 7> kAdmonitions{{
    {"note", "Bemærk", "Note"},
    {"tip", "Tip", "Tip"},
    {"important", "Vigtigt", "Important"},
    {"warning", "Advarsel", "Warning"},
    {"caution", "Forsigtig", "Caution"},
    {"definition", "Definition", "Definition"},
    {"recommendation", "Anbefaling", "Recommendation"},
}};

const AdmonitionWords& words_of(AdmonitionKind kind) {
  return kAdmonitions.at(std::min<std::size_t>(static_cast<std::size_t>(kind), kAdmonitions.size() - 1));
}

}  // namespace

std::string permalink_label(Language language, std::string_view heading) {
  return message("Link til afsnittet {}", "Link to section {}", heading).in(language);
}

std::string table_label(Language language, std::size_t number) {
  return message("Tabel {}", "Table {}", number).in(language);
}

std::string footnotes_label(Language language) { return message("Fodnoter", "Footnotes").in(language); }

std::string footnote_label(Language language, std::uint32_t number) {
  return message("Fodnote {}", "Footnote {}", number).in(language);
}

std::string back_link_label(Language language, std::uint32_t number, std::uint32_t occurrence) {
  if (occurrence == 0) {
    return message("Tilbage til henvisningen til fodnote {}", "Back to the reference to footnote {}", number)
        .in(language);
  }
  return message("Tilbage til henvisning {1} til fodnote {0}", "Back to reference {1} to footnote {0}", number,
                 occurrence)
      .in(language);
}

std::string checkbox_label(Language language, const MarkdownNode& item) {
  return (item.has(flag_checked) ? message("Udført", "Done") : message("Ikke udført", "Not done")).in(language);
}

std::string_view admonition_name(AdmonitionKind kind) { return words_of(kind).name; }

std::string admonition_label(Language language, AdmonitionKind kind) {
  const AdmonitionWords& words = words_of(kind);
  return std::string(language == Language::da ? words.da : words.en);
}

}  // namespace kanon
