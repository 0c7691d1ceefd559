#pragma once

#include <string>

#include "support/planned_project.h"

namespace kanon::test {

// A small project with a handbook that has what handbooks have: parts, links across documents, a table over several
// pages, footnotes, restricted documents, appendices.

inline const std::string configuration =
    "site: {title: Prøve, base_url: \"https://pagten.example/\", publisher: \"Sekretariatet <A & B>\"}\n";

inline std::string paragraphs(std::size_t count, const std::string& word) {
  std::string text;
  for (std::size_t i = 1; i <= count; ++i) {
    text += "Leverandøren skal sikre, at årlige prøver på gendannelse bliver gennemført og efterprøvet. " + word +
            std::to_string(i) + ".\n\n";
  }
  return text;
}

inline std::string table(std::size_t rows) {
  std::string text = "| Række | Overskriften |\n| --- | --- |\n";
  for (std::size_t i = 1; i <= rows; ++i) {
    text += "| nr" + std::to_string(i) + " | " + "En celle med en del tekst om effektive fysiske foranstaltninger. " +
            (i % 3 == 0 ? "Den fylder mere end én linje, for der er meget at sige om sagen." : "") + " |\n";
  }
  return text + "\n";
}

inline FileMap handbook_files() {
  return {
      {"kanon.yaml", configuration},
      {"content/documents/sikkerhed.md",
       public_document("sikkerhed", "politik", "Sikkerhedspolitik", "owner: CAI\n",
                       "## Formål\n\nSe [ansvar](backup.md#ansvar) og [hele politikken](backup.md).[^1]\n\n" +
                           paragraphs(40, "sikkerhedsord") + "## Ikrafttræden\n\nStraks.\n\n[^1]: En note.\n")},
      {"content/documents/backup.md",
       public_document("backup", "emnepolitik", "Backup & gendannelse", "parent: sikkerhed\n",
                       "## Omfang\n\n[Op](sikkerhed.md#formaal), [ud](https://example.org/a?b=1&c=2), "
                       "[hemmelig](hemmelig.md), [anden](anden.md)\n\n" +
                           table(70) + "## Ansvar\n\nDirektøren.\n\n### Åbne spørgsmål\n\nIngen.\n")},
      {"content/documents/anden.md", public_document("anden", "politik", "Anden politik")},
      {"content/documents/hemmelig.md",
       document("hemmelig", "politik", "Hemmelig plan", "classification: fortrolig\n", "Hemmeligt indhold.\n")},
      {"content/glossary.yaml", "- {id: backup-ord, term: Sikkerhedskopi, definition: En kopi.}\n"},
      {"content/handbooks/haandbog.yaml",
       "id: haandbog\ntitle: Håndbog i sikkerhed\nsubtitle: Til øvelse\nowner: CAI\nclassification: offentlig\n"
       "version: \"1.0\"\nhistory:\n  - {version: \"1.0\", date: 2025-11-19, by: CAI, change: Ny håndbog, kind: new}\n"
       "parts:\n  - {title: Politik, documents: [sikkerhed, hemmelig]}\n"
       "  - {title: Emnepolitikker, documents: [backup, sikkerhed]}\n"
       "appendices: [{embed: history}, {embed: glossary}, {embed: dispensations}]\n"},
  };
}

}  // namespace kanon::test
