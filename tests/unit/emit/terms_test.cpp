#include "emit/html/terms.h"

#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

using Found = std::vector<std::string>;

/// The words of a text that are links to a term, each with the term in brackets where it is written otherwise.
Found found_in(const std::vector<std::string>& words, const std::string& text, Language language = Language::da) {
  std::vector<Term> terms(words.size());
  std::vector<const Term*> refs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    terms[i].term = words[i];
    refs.push_back(&terms[i]);
  }
  const TermFinder finder(refs, language);
  Found found;
  for (auto match = finder.find(text, 0); match; match = finder.find(text, match->end)) {
    found.push_back(text.substr(match->begin, match->end - match->begin) + "=" + finder.term(match->term).term);
  }
  return found;
}

const std::string glossary =
    "- {id: risiko, term: Risiko, definition: \"Fare <&> følge\", classification: offentlig}\n"
    "- {id: restrisiko, term: Restrisiko, definition: Det der er tilbage, classification: offentlig}\n"
    "- {id: hemmelig, term: Hemmelighed, definition: Kanarie, classification: fortrolig}\n";

FileMap project(const std::string& body, const std::string& more = {}) {
  return {{"kanon.yaml", "site: {title: Prøven}\n" + more},
          {"content/glossary.yaml", glossary},
          {"content/documents/p.md", public_document("p", "politik", "Politik", {}, body)}};
}

std::string page_of(const std::string& body, const std::string& more = {}) {
  return emit_page(PlannedProject(project(body, more)), "dokumenter/p/index.html");
}

std::size_t links_in(const std::string& page) {
  std::size_t count = 0;
  for (std::size_t at = page.find("<a class=\"term\""); at != std::string::npos;
       at = page.find("<a class=\"term\"", at + 1))
    ++count;
  return count;
}

}  // namespace

TEST_CASE("a term is found in the forms of a Danish noun") {
  for (const char* word : {"leverandør", "Leverandøren", "leverandørers", "leverandørerne", "LEVERANDØRS"}) {
    INFO(word);
    CHECK(found_in({"Leverandør"}, word).size() == 1);
  }
  for (const char* word : {"hændelse", "hændelsen", "hændelser", "hændelsernes"})
    CHECK(found_in({"Hændelse"}, word).size() == 1);
  for (const char* word : {"medlem", "medlemmet", "medlemmerne", "medlems"})
    CHECK(found_in({"Medlem"}, word).size() == 1);
  for (const char* word : {"trussel", "truslen", "trusler", "truslernes"})
    CHECK(found_in({"Trussel"}, word).size() == 1);
  for (const char* word : {"bruger", "brugere", "brugerne", "brugerens"}) CHECK(found_in({"Bruger"}, word).size() == 1);
}

TEST_CASE("what only looks like a term is none") {
  CHECK(found_in({"Aktiv"}, "aktive aktivt aktiviteter aktivere reaktiv").empty());
  CHECK(found_in({"Krav"}, "mindstekrav kravle kravkatalog").empty());
  CHECK(found_in({"Risiko"}, "risiko-analyse rest-risiko").empty());
  CHECK(found_in({"RTO"}, "rto RTOX").empty());
  CHECK(found_in({"RTO"}, "Vores RTO er").size() == 1);
  CHECK(found_in({"A", "", "–"}, "a A – b").empty());
}

TEST_CASE("of several terms the longest wins, and words between them must fit") {
  CHECK(found_in({"Krav", "Almindeligt krav"}, "Et almindeligt krav og krav") ==
        Found{"almindeligt krav=Almindeligt krav", "krav=Krav"});
  CHECK(found_in({"Stiftende medlem"}, "stiftende medlemmer, stiftende\nmedlem") ==
        Found{"stiftende medlemmer=Stiftende medlem", "stiftende\nmedlem=Stiftende medlem"});
  CHECK(found_in({"Kritisk it-infrastruktur"}, "kritiske it-infrastrukturer kritisk infrastruktur") ==
        Found{"kritiske it-infrastrukturer=Kritisk it-infrastruktur"});
  CHECK(found_in({"Stiftende medlem"}, "stiftende").empty());
}

TEST_CASE("English terms take English endings") {
  CHECK(found_in({"Policy", "Risk"}, "policies, policy, risks, risky", Language::en) ==
        Found{"policies=Policy", "policy=Policy", "risks=Risk"});
}

TEST_CASE("letters beyond ASCII bound words as others do") {
  CHECK(found_in({"Ø-drift"}, "i ø-driften").size() == 1);
  CHECK(found_in({"Øvelse"}, "«Øvelsen» – øvelser… æøvelse").size() == 2);
  CHECK(found_in({"Risiko"}, "risiko\xE2\x80\x91vurdering").empty());
}

TEST_CASE("a term is a link where a section first uses it, with its definition as the link's description") {
  const std::string page =
      page_of("En risiko og en risiko.\n\n## Afsnit\n\nRisikoen igen, og risiko.\n\n### Under\n\nRisiko.\n");
  CHECK(links_in(page) == 2);
  CHECK(holds(
      page,
      "En <a class=\"term\" href=\"../../ordbog/#risiko\" aria-describedby=\"_term-risiko\">risiko</a> og en risiko."));
  CHECK(holds(page, "aria-describedby=\"_term-risiko\">Risikoen</a> igen"));
  check_in_order(page, {"<div class=\"term-definitions\" hidden>",
                        "<p id=\"_term-risiko\"><strong>Risiko</strong>: Fare &lt;&amp;&gt; følge</p>", "</div>"});
  CHECK_FALSE(holds(page, "_term-restrisiko"));
}

TEST_CASE("no links in headings, links, code, definitions, header cells and raw HTML of that kind") {
  CHECK(links_in(page_of("## Risiko\n\n[risiko](https://a.example) `risiko` <abbr>risiko</abbr> <code>risiko</code>\n\n"
                         "> [!DEFINITION] Risiko\n> En risiko.\n\n| Risiko |\n| --- |\n| x |\n\n```\nrisiko\n```\n\n"
                         "![risiko](https://a.example/b.png)\n")) == 0);
  CHECK(links_in(page_of("**risiko**, og\n\n## B\n\n- i en liste: risiko\n\n## C\n\n| A |\n| --- |\n| risiko |\n")) ==
        3);
}

TEST_CASE("terms that the audience doesn't see are no links, nor are any where kanon.yaml says so") {
  const std::string page = page_of("En hemmelighed og en risiko.\n");
  CHECK(links_in(page) == 1);
  CHECK_FALSE(holds(page, "Kanarie"));
  CHECK(links_in(page_of("En risiko.\n", "glossary: {link_terms: false}\n")) == 0);
}

TEST_CASE("an older version keeps its words as they were") {
  FileMap files = project("Tekst.\n");
  const auto version = [&](const std::string& number, const std::string& entries) {
    files["content/documents/p.md"] =
        "---\nid: p\ntype: politik\ntitle: Politik\nclassification: offentlig\nversion: \"" + number +
        "\"\nhistory:\n" + entries + "---\nEn risiko.\n";
    release(files, "content/documents/p.md", number, number == "1.0" ? "2024-01-02" : "2025-01-02");
  };
  const std::string first = "  - {version: \"1.0\", date: 2024-01-01, by: A, change: Ny, kind: new}\n";
  version("1.0", first);
  version("1.1", "  - {version: \"1.1\", date: 2025-01-01, by: A, change: Ændret, kind: updated}\n" + first);
  const FileMap all = emit(PlannedProject(files, "public", PlannedProject::on("2026-11-21")));
  CHECK(links_in(all.at("dokumenter/p/index.html")) == 1);
  CHECK(links_in(all.at("dokumenter/p/1.0/index.html")) == 0);
}
