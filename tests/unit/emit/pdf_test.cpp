#include <catch2/catch.hpp>
#include <map>

#include "base/text.h"
#include "emit/pdf/pdf.h"
#include "support/handbook_project.h"
#include "support/made_pdf.h"
#include "support/planned_project.h"

namespace {

using namespace kanon;
using test::configuration;
using test::contents_of;
using test::handbook_files;
using test::MadePdf;
using test::paragraphs;
using test::PlannedProject;
using test::public_document;
using test::table;

std::string bytes_of(const PlannedProject& project, const std::string& id, const ReadFile& read = {}) {
  static RealProcesses processes;
  static const auto engine = wkhtmltopdf_engine(processes, 60);
  static const Theme theme = *Theme::built_in();
  const auto made = make_pdf({project.view(), theme, *engine, read, nullptr}, *project.view().find(id));
  INFO((made ? std::string() : made.error().what.en));
  REQUIRE(made);
  return *made;
}

/// The handbook, made once for all the tests that look at it.
MadePdf& handbook() {
  static const PlannedProject project(handbook_files());
  static MadePdf made(bytes_of(project, "haandbog"));
  return made;
}

}  // namespace

TEST_CASE("a handbook's outline has parts, documents, headings and appendices that have content") {
  std::vector<std::string> titles;
  for (const auto& [title, page] : handbook().outline()) titles.push_back(title);
  const std::vector<std::string> expected = {"Indhold",
                                             "1 Politik",
                                             "  1.1 Sikkerhedspolitik",
                                             "    1.1.1 Formål",
                                             "    1.1.2 Ikrafttræden",
                                             "2 Emnepolitikker",
                                             "  2.1 Backup & gendannelse",
                                             "    2.1.1 Omfang",
                                             "    2.1.2 Ansvar",
                                             "      Åbne spørgsmål",
                                             "Bilag 1 Versionshistorik",
                                             "Bilag 2 Ordbog"};
  CHECK(titles == expected);
}

TEST_CASE("bookmarks lead to the pages that their headings stand on") {
  for (const auto& [title, page] : handbook().outline()) {
    const std::string text(trim(title));
    const std::string last_word = text.substr(text.rfind(' ') + 1);
    INFO(title << " on page " << page);
    CHECK(handbook().text(page).find(last_word) != std::string::npos);
  }
}

TEST_CASE("the page numbers of the contents are those of the outline") {
  const auto contents = contents_of(handbook().text(2));
  std::size_t compared = 0;
  for (const auto& [title, page] : handbook().outline()) {
    const std::size_t space = std::string(trim(title)).rfind(' ');
    if (title == "Indhold" || title == "      Åbne spørgsmål") continue;
    const std::string name = std::string(trim(title)).substr(space + 1);
    const auto line =
        std::find_if(contents.begin(), contents.end(), [&](const auto& one) { return one.first.ends_with(name); });
    INFO(title);
    REQUIRE(line != contents.end());
    CHECK(line->second == page);
    ++compared;
  }
  CHECK(compared == 10);
  CHECK(handbook().destinations().at("backup") > handbook().destinations().at("sikkerhed"));
}

TEST_CASE("links inside a handbook are named destinations, others are addresses of the site, or none") {
  const auto names = handbook().destinations();
  std::size_t inside = 0;
  std::vector<std::string> outside;
  for (std::size_t page = 1; page <= handbook().pages(); ++page) {
    for (const std::string& link : handbook().links(page)) {
      if (!link.starts_with("#")) outside.push_back(link);
      if (!link.starts_with("#")) continue;
      ++inside;
      CHECK(names.contains(link.substr(1)));
    }
  }
  CHECK(inside >= 14);
  CHECK(names.contains("backup.ansvar"));
  CHECK(names.contains("sikkerhed.fn:1"));
  CHECK(outside ==
        std::vector<std::string>{"https://example.org/a?b=1&c=2", "https://pagten.example/dokumenter/anden/"});
  const auto links = handbook().links(names.at("sikkerhed"));
  CHECK(std::count(links.begin(), links.end(), "#backup.ansvar") == 1);
  CHECK(std::count(links.begin(), links.end(), "#backup") == 1);
}

TEST_CASE("a PDF says its title, author, language and dates, and nothing of where it was made") {
  QPDF& pdf = handbook().pdf();
  QPDFObjectHandle information = pdf.getTrailer().getKey("/Info");
  CHECK(information.getKey("/Title").getUTF8Value() == "Håndbog i sikkerhed");
  CHECK(information.getKey("/Author").getUTF8Value() == "Sekretariatet <A & B>");
  CHECK(information.getKey("/CreationDate").getStringValue() == "D:20251119000000Z");
  CHECK(pdf.getRoot().getKey("/Lang").getUTF8Value() == "da");
  CHECK(pdf.getRoot().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
  const std::string all = handbook().laid_open();
  CHECK(all.find("<rdf:li>Sekretariatet &lt;A &amp; B&gt;</rdf:li>") != std::string::npos);
  for (const char* trace : {"file:", "marker.invalid", "/tmp", "kanon-pdf", "/job", "/home", "localhost"}) {
    INFO(trace);
    CHECK(all.find(trace) == std::string::npos);
  }
}

TEST_CASE("text can be searched and copied, with its own letters and spaces") {
  const std::string text = handbook().text(handbook().destinations().at("sikkerhed"));
  CHECK(text.find("årlige prøver på gendannelse") != std::string::npos);
  CHECK(handbook().text(handbook().destinations().at("backup")).find("effektive fysiske") != std::string::npos);
  std::string all;
  for (std::size_t page = 1; page <= handbook().pages(); ++page) all += handbook().text(page);
  CHECK(all.find('\t') == std::string::npos);
  CHECK(all.find("\xEF\xAC") == std::string::npos);  // U+FB00–FB4F: ligatures
}

TEST_CASE("every line of text is on one page only") {
  std::string all;
  for (std::size_t page = 1; page <= handbook().pages(); ++page) all += handbook().text(page);
  for (std::size_t i = 1; i <= 40; ++i) {
    const std::string word = "sikkerhedsord" + std::to_string(i) + ".";
    INFO(word);
    const std::size_t first = all.find(word);
    REQUIRE(first != std::string::npos);
    CHECK(all.find(word, first + 1) == std::string::npos);
  }
}

TEST_CASE("rows of a table stand once, and its heading on each of its pages") {
  const auto names = handbook().destinations();
  std::size_t rows = 0;
  for (std::size_t page = names.at("backup"); page <= names.at("backup.ansvar"); ++page) {
    const std::string text = handbook().text(page);
    std::size_t here = 0;
    for (std::size_t i = 1; i <= 70; ++i) {
      here += text.find("nr" + std::to_string(i) + " ") != std::string::npos ? 1 : 0;
    }
    rows += here;
    INFO(page);
    CHECK((here == 0 || text.find("Overskriften") != std::string::npos));
    // The longer rows are whole: each ends on the page where it began.
    std::size_t begun = 0;
    for (std::size_t i = 3; i <= 70; i += 3) {
      begun += text.find("nr" + std::to_string(i) + " ") != std::string::npos ? 1 : 0;
    }
    CHECK(test::count(text, "om sagen.") == begun);
    // From its second page on, the table says that it is continued.
    CHECK((text.find("(fortsat)") != std::string::npos) == (here > 0 && page > names.at("backup")));
  }
  CHECK(rows == 70);
  CHECK(names.at("backup.ansvar") > names.at("backup") + 1);
}

TEST_CASE("pages but for the cover say their number, version and classification") {
  CHECK(handbook().text(1).find("Side") == std::string::npos);
  CHECK(handbook().text(1).find("Til øvelse") != std::string::npos);
  const std::string all = std::to_string(handbook().pages());
  for (std::size_t page = 2; page <= handbook().pages(); ++page) {
    const std::string text = handbook().text(page);
    CHECK(text.find("Side " + std::to_string(page) + " af " + all) != std::string::npos);
    CHECK(text.find("Version 1.0") != std::string::npos);
    CHECK(text.find("Klassifikation: offentlig") != std::string::npos);
  }
}

TEST_CASE("the top of each page names its chapter, the last that began before its end") {
  const auto names = handbook().destinations();
  const auto head = [](std::size_t page) {
    const std::string text = handbook().text(page);
    return text.substr(0, text.find('\n', text.find_first_not_of(" \n")));
  };
  CHECK(head(2).find("Håndbog i sikkerhed") != std::string::npos);
  CHECK(head(2).find("1.1") == std::string::npos);
  CHECK(head(names.at("sikkerhed") + 1).find("1.1 Sikkerhedspolitik") != std::string::npos);
  CHECK(head(names.at("backup")).find("2.1 Backup & gendannelse") != std::string::npos);
  CHECK(head(handbook().pages()).find("Bilag 2 Ordbog") != std::string::npos);
}

TEST_CASE("a link within a handbook is followed by the page that it leads to, but for footnotes") {
  const auto names = handbook().destinations();
  const std::string text = handbook().text(names.at("sikkerhed"));
  CHECK(text.find("ansvar (side " + std::to_string(names.at("backup.ansvar")) + ")") != std::string::npos);
  CHECK(text.find("hele politikken (side " + std::to_string(names.at("backup")) + ")") != std::string::npos);
  CHECK(text.find("1 (side") == std::string::npos);
  const std::string other = handbook().text(names.at("backup"));
  CHECK(other.find("Op (side " + std::to_string(names.at("sikkerhed.formaal")) + ")") != std::string::npos);
  CHECK(other.find("ud (side") == std::string::npos);
}

TEST_CASE("words are broken in Danish, and reading them shows nothing of it") {
  const std::string text = handbook().run({"pdftotext", "FILE", "-"}).output;
  for (const char* never : {"\xC2\xAD", "\xE2\x80\x8B", "\xE2\x80\x90"}) CHECK(text.find(never) == std::string::npos);
  CHECK(text.find("gennemført og efterprøvet") != std::string::npos);
  const PlannedProject project(
      {{"kanon.yaml", configuration}, {"content/documents/ord.md", public_document("ord", "politik", "Ord", "", [] {
                                         std::string body;
                                         for (int i = 0; i < 60; ++i) body += "leverandørstyringsforanstaltninger ";
                                         return body + "slut\n";
                                       }())}});
  MadePdf made(bytes_of(project, "ord"));
  const std::string lines = made.text(1);
  std::size_t broken = 0;
  for (const std::string_view line : split(lines, '\n')) broken += trim(line).ends_with('-') ? 1 : 0;
  CHECK(broken >= 10);
  // A reader that follows the text puts the halves together again.
  const std::string read = made.run({"pdftotext", "FILE", "-"}).output;
  std::string joined = replace_all(replace_all(read, "-\n", ""), "\n", " ");
  std::size_t count = 0;
  for (std::size_t at = joined.find("leverandørstyringsforanstaltninger"); at != std::string::npos;
       at = joined.find("leverandørstyringsforanstaltninger", at + 1)) {
    ++count;
  }
  CHECK(count == 60);
}

TEST_CASE("the index of requirements says where each stands and which documents carry it out") {
  auto files = handbook_files();
  for (auto& [path, text] : files) {
    if (path == "content/documents/backup.md")
      text = replace_all(text, "parent: sikkerhed\n", "parent: sikkerhed\nimplements: [K-1]\n");
    if (path == "content/handbooks/haandbog.yaml") {
      text = replace_all(text, "{embed: dispensations}", "{embed: requirement-index}, {embed: approvals}");
      text = replace_all(text, "appendices:", "  - {title: Krav, catalogs: [krav]}\nappendices:");
    }
  }
  files.insert({"content/catalogs/krav.yaml",
                "id: krav\ntitle: Krav til alle\nclassification: offentlig\nversion: \"1.0\"\nhistory:\n"
                "  - {version: \"1.0\", date: 2025-11-19, by: CAI, change: Nyt, kind: new}\nrequirements:\n"
                "  - {id: K-1, text: Leverandøren skal tage backup., kind: minimum}\n"
                "  - {id: K-2, text: Leverandøren skal prøve den., kind: minimum}\n"});
  const PlannedProject project(files);
  MadePdf made(bytes_of(project, "haandbog"));
  const auto names = made.destinations();
  const std::string text = made.text(names.at("_appendix-3"));
  CHECK(text.find("Oversigt over krav") != std::string::npos);
  CHECK(text.find("K-1 (side " + std::to_string(names.at("krav.K-1")) + ")") != std::string::npos);
  CHECK(text.find("Backup & gendannelse (side " + std::to_string(names.at("backup")) + ")") != std::string::npos);
  const auto links = made.links(names.at("_appendix-3"));
  CHECK(std::count(links.begin(), links.end(), "#krav.K-2") == 1);
}

TEST_CASE("words of the named pages stand where they stood before") {
  const auto names = handbook().destinations();
  struct Expected {
    std::size_t page;
    std::string word;
    double left, top;  ///< points from the page's upper left corner
  };
  const std::vector<Expected> all = {
      {1, "sikkerhed", 198.2, 297.5},
      {1, "Klassifikation", 79, 659.1},
      {2, "Indhold", 79, 71.1},
      {2, "Emnepolitikker", 110.1, 174.5},
      {2, "Side", 476.1, 797.9},
      {names.at("sikkerhed"), "Sikkerhedspolitik", 119, 97.6},
      {names.at("backup") + 1, "(fortsat)", 79, 71.4},
      {names.at("backup") + 1, "Overskriften", 122.7, 90.4},
      {names.at("sikkerhed.fn:1"), "note.", 108.6, 458},
      {names.at("_appendix-1"), "Versionshistorik", 152.4, 71.1},
  };
  for (const Expected& expected : all) {
    const auto found = handbook().place_of_word(expected.page, expected.word);
    INFO(expected.word << " on page " << expected.page);
    REQUIRE(found);
    CHECK(found->first == Approx(expected.left).margin(2));
    CHECK(found->second == Approx(expected.top).margin(2));
  }
}

TEST_CASE("what an audience may not see is not in its handbook") {
  const std::string all = handbook().laid_open();
  CHECK(all.find("Hemmelig") == std::string::npos);
  for (std::size_t page = 1; page <= handbook().pages(); ++page) {
    CHECK(handbook().text(page).find("Hemmelig") == std::string::npos);
  }
}

TEST_CASE("the same input gives the same bytes, and qpdf finds nothing wrong with them") {
  const PlannedProject again(handbook_files());
  CHECK(bytes_of(again, "haandbog") == handbook().bytes());
  const Outcome checked = handbook().run({"qpdf", "--check", "FILE"});
  CHECK(checked.status == 0);
  CHECK(checked.output.find("WARNING") == std::string::npos);
}

TEST_CASE("a single document has its title block, its history and contents only where it is long") {
  const PlannedProject project(handbook_files());
  MadePdf made(bytes_of(project, "backup"));
  const std::string first = made.text(1);
  CHECK(first.find("Backup & gendannelse") != std::string::npos);
  CHECK(first.find("Sikkerhedspolitik") != std::string::npos);
  CHECK(first.find("Indhold") == std::string::npos);
  CHECK(made.text(made.pages()).find("Versionshistorik") != std::string::npos);
  // Destinations are the site's own anchors: backup-1.0.pdf#ansvar.
  CHECK(made.destinations().contains("ansvar"));
  CHECK(made.outline().front().first == "1 Omfang");

  std::string long_body;
  for (int i = 1; i <= 7; ++i) long_body += "## Afsnit nummer " + std::to_string(i) + "\n\n" + paragraphs(6, "x");
  const PlannedProject long_one(
      {{"kanon.yaml", configuration},
       {"content/documents/lang.md", public_document("lang", "politik", "Lang", "", long_body)}});
  MadePdf long_pdf(bytes_of(long_one, "lang"));
  CHECK(long_pdf.text(1).find("Indhold") != std::string::npos);
  const auto contents = contents_of(long_pdf.text(1));
  CHECK(contents.at("7 Afsnit nummer 7") == long_pdf.destinations().at("afsnit-nummer-7"));
}

TEST_CASE("pictures are drawn where they can be read, and described where they can't") {
  const std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><rect width=\"40\" height=\"40\"/></svg>";
  const PlannedProject project({{"kanon.yaml", configuration},
                                {"content/documents/tegning.svg", svg},
                                {"content/documents/billede.md", public_document("billede", "politik", "Billede", "",
                                                                                 "![En firkant](tegning.svg)\n")}});
  const ReadFile read = [&](const std::string& path) -> Result<std::string> {
    CHECK(path == "content/documents/tegning.svg");
    return svg;
  };
  CHECK(MadePdf(bytes_of(project, "billede", read)).text(1).find("En firkant") == std::string::npos);
  CHECK(MadePdf(bytes_of(project, "billede")).text(1).find("En firkant") != std::string::npos);
}

TEST_CASE("hostile content makes an ordinary PDF") {
  const std::string body =
      "## </style><script>x</script> {#_title}\n\n[løgn](https://marker.invalid/0123456789abcdef/ansvar)"
      " [fil](file:///etc/passwd) [sig selv](#_title)\n\n" +
      std::string(60, '>') + " dybt\n\n" + std::string(3000, 'x') + "\n\n|" +
      [] {
        std::string cells;
        for (int i = 0; i < 60; ++i) cells += " kolonne" + std::to_string(i) + " |";
        cells += "\n|";
        for (int i = 0; i < 60; ++i) cells += " --- |";
        return cells + "\n| a |\n";
      }() +
      "\n## Ansvar\n\n<details><summary>Skjult</summary>indhold</details>\n";
  const PlannedProject project(
      {{"kanon.yaml", configuration},
       {"content/documents/ond.md", public_document("ond", "politik", "<b>Ond</b>", "", body)}});
  MadePdf made(bytes_of(project, "ond"));
  CHECK(made.laid_open().find("file:") == std::string::npos);
  CHECK(made.text(1).find("<b>Ond</b>") != std::string::npos);
  std::string all;
  for (std::size_t page = 1; page <= made.pages(); ++page) all += made.text(page);
  CHECK(all.find("indhold") != std::string::npos);
  CHECK(made.run({"qpdf", "--check", "FILE"}).status == 0);
}
