#include "plan/responsibilities.h"

#include "base/text.h"
#include "support/planned_project.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const std::string config = "site: {title: Prøve}\n";

/// «name: owned | further | to approve | document#section …»
std::vector<std::string> told(const PlannedProject& project) {
  std::vector<std::string> lines;
  for (const Responsibility& role : responsibilities(project.view())) {
    std::vector<std::string> owned;
    std::vector<std::string> further;
    std::vector<std::string> decides;
    std::vector<std::string> mentions;
    for (const Document* document : role.documents) owned.push_back(*document->id);
    for (const ItemRef item : role.further) further.push_back(*project.view().governed(item).id);
    for (const Document* document : role.decides) decides.push_back(*document->id);
    for (const Mention& mention : role.mentions) {
      for (const SectionName& section : mention.sections)
        mentions.push_back(*mention.document->id + "#" + section.anchor);
    }
    lines.push_back(role.name + ": " + join(owned, " ") + " | " + join(further, " ") + " | " + join(decides, " ") +
                    " | " + join(mentions, " "));
  }
  return lines;
}

}  // namespace

TEST_CASE("a role is an owner or a body, with what it owns, approves and is named in") {
  const PlannedProject project(
      FileMap{{"kanon.yaml", config + "bodies: {direktion: Direktionen, udvalg: Udvalget}\n"},
              {"content/documents/a.md", public_document("a", "politik", "A", "owner: HR\n",
                                                         "HR begynder.\n\n## Ansvar\n\nIt-drift og **HR's** folk.\n")},
              {"content/documents/b.md",
               public_document("b", "procedure", "B", "parent: a\nowner: It-drift\n",
                               "## Drift {#drift}\n\nSe It-drifts plan.\n\n### Mere\n\n- Udvalget\n- HR\n- HR igen\n")},
              {"content/catalogs/k.yaml",
               "id: k\ntitle: Krav\nowner: HR\nclassification: offentlig\nversion: \"1.0\"\n"
               "history: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\n"
               "requirements: [{id: K-1, text: Leverandøren skal logge, kind: minimum}]\n"}});
  CHECK(told(project) == std::vector<std::string>{"Direktionen:  |  | a | ", "HR: a | k |  | a# a#ansvar b#mere",
                                                  "It-drift: b |  |  | a#ansvar b#drift",
                                                  "Udvalget:  |  | a | b#mere"});
}

TEST_CASE("a name is found as a word of its own, in its own letters") {
  const PlannedProject project(
      FileMap{{"kanon.yaml", "site: {title: Prøve}\ndocument_types: [{id: politik, label: Politik, parents: []}]\n"},
              {"content/documents/a.md",
               public_document("a", "politik", "A", "owner: Jura\n",
                               "## Nej\n\njura, Juraen, Jurastudie, Jura-vagt, KlimaJura, ÆJura, Juraø\n\n"
                               "## Ja\n\n«Jura»\n\n## Også\n\nJura: Juras vagt\n\n## Med apostrof\n\nJura’s\n")}});
  CHECK(told(project) == std::vector<std::string>{"Jura: a |  |  | a#ja a#ogsaa a#med-apostrof"});
}

TEST_CASE("what an audience doesn't see names nobody") {
  const FileMap files{
      {"kanon.yaml", config},
      {"content/documents/a.md", public_document("a", "politik", "A", "owner: HR\n", "Tekst.\n")},
      {"content/documents/b.md",
       document("b", "procedure", "B", "parent: a\nowner: Kanarie\nclassification: intern\n", "HR.\n")}};
  const auto seen = told(PlannedProject(files));
  for (const std::string& line : seen) {
    CHECK(line.find("Kanarie") == std::string::npos);
    CHECK(line.find("b#") == std::string::npos);
  }
  const auto inside = told(PlannedProject(files, "internal"));
  CHECK(std::ranges::find(inside, "Kanarie: b |  |  | ") != inside.end());
}
