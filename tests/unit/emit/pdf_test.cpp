#include <catch2/catch.hpp>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/text.h"
#include "emit/pdf/annotations.h"
#include "emit/pdf/pdf.h"
#include "emit/pdf/raw_pdf.h"
#include "env/files.h"
#include "env/temporary_folder.h"
#include "support/planned_project.h"

namespace {

using namespace kanon;
using test::PlannedProject;
using test::public_document;

const std::string configuration =
    "site: {title: Prøve, base_url: \"https://pagten.example/\", publisher: \"Sekretariatet <A & B>\"}\n";

/// A PDF as its readers find it.
class MadePdf {
 public:
  explicit MadePdf(std::string bytes) : bytes_(std::move(bytes)), pdf_(std::move(*open_pdf("test", bytes_))) {
    const auto& pages = pdf_->getAllPages();
    for (std::size_t i = 0; i < pages.size(); ++i) numbers_[pages[i].getObjGen()] = i + 1;
  }

  QPDF& pdf() { return *pdf_; }
  const std::string& bytes() const { return bytes_; }
  std::size_t pages() { return numbers_.size(); }

  /// The page number of each named destination.
  std::map<std::string, std::size_t> destinations() {
    std::map<std::string, std::size_t> found;
    const auto names = pdf_->getRoot().getKey("/Names").getKey("/Dests").getKey("/Names").getArrayAsVector();
    for (std::size_t i = 0; i + 1 < names.size(); i += 2) {
      found[QPDFObjectHandle(names[i]).getStringValue()] =
          numbers_.at(QPDFObjectHandle(names[i + 1]).getArrayItem(0).getObjGen());
    }
    return found;
  }

  /// Title and page number of each bookmark, in reading order, two spaces a level.
  std::vector<std::pair<std::string, std::size_t>> outline() {
    std::vector<std::pair<std::string, std::size_t>> found;
    const auto names = destinations();
    const auto walk = [&](const auto& self, QPDFObjectHandle item, const std::string& indent) -> void {
      for (; item.isDictionary(); item = item.getKey("/Next")) {
        found.emplace_back(indent + item.getKey("/Title").getUTF8Value(),
                           names.at(item.getKey("/Dest").getStringValue()));
        self(self, item.getKey("/First"), indent + "  ");
      }
    };
    walk(walk, pdf_->getRoot().getKey("/Outlines").getKey("/First"), "");
    return found;
  }

  /// What links on a page lead to: `#name` or an address.
  std::vector<std::string> links(std::size_t page) {
    std::vector<std::string> found;
    for (QPDFObjectHandle annotation : annotations_of(pdf_->getAllPages().at(page - 1))) {
      const QPDFObjectHandle action = annotation.getKey("/A");
      const bool inside = QPDFObjectHandle(action).getKey("/S").isNameAndEquals("/GoTo");
      found.push_back(inside ? "#" + QPDFObjectHandle(action).getKey("/D").getStringValue() : uri_of(annotation));
    }
    return found;
  }

  /// Everything in the file, uncompressed.
  std::string laid_open() {
    QPDFWriter writer(*pdf_);
    writer.setOutputMemory();
    writer.setQDFMode(true);
    writer.setStreamDataMode(qpdf_s_uncompress);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

  /// The text of a page, as a reader can copy it.
  std::string text(std::size_t page) {
    const std::string number = std::to_string(page);
    return run({"pdftotext", "-layout", "-f", number, "-l", number, "FILE", "-"}).output;
  }

  Outcome run(std::vector<std::string> argv) {
    const auto folder = *TemporaryFolder::make("kanon-test");
    Disk disk;
    REQUIRE(disk.write(folder.path() + "/made.pdf", bytes_));
    for (std::string& argument : argv) {
      if (argument == "FILE") argument = folder.path() + "/made.pdf";
    }
    Command command;
    command.argv = std::move(argv);
    command.environment = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8"};
    RealProcesses processes;
    auto outcome = processes.run(command);
    REQUIRE(outcome);
    return *outcome;
  }

 private:
  std::string bytes_;
  std::unique_ptr<QPDF> pdf_;
  std::map<QPDFObjGen, std::size_t> numbers_;
};

std::string bytes_of(const PlannedProject& project, const std::string& id, const ReadFile& read = {}) {
  static RealProcesses processes;
  static const auto engine = wkhtmltopdf_engine(processes, 60);
  static const Theme theme = *Theme::built_in();
  const auto made = make_pdf({project.view(), theme, *engine, read, nullptr}, *project.view().find(id));
  INFO((made ? std::string() : made.error().what.en));
  REQUIRE(made);
  return *made;
}

std::string paragraphs(std::size_t count, const std::string& word) {
  std::string text;
  for (std::size_t i = 1; i <= count; ++i) {
    text += "Leverandøren skal sikre, at årlige prøver på gendannelse bliver gennemført og efterprøvet. " + word +
            std::to_string(i) + ".\n\n";
  }
  return text;
}

std::string table(std::size_t rows) {
  std::string text = "| Række | Overskriften |\n| --- | --- |\n";
  for (std::size_t i = 1; i <= rows; ++i) {
    text += "| nr" + std::to_string(i) + " | " + "En celle med en del tekst om effektive fysiske foranstaltninger. " +
            (i % 3 == 0 ? "Den fylder mere end én linje, for der er meget at sige om sagen." : "") + " |\n";
  }
  return text + "\n";
}

test::FileMap handbook_files() {
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
       test::document("hemmelig", "politik", "Hemmelig plan", "classification: fortrolig\n", "Hemmeligt indhold.\n")},
      {"content/glossary.yaml", "- {id: backup-ord, term: Sikkerhedskopi, definition: En kopi.}\n"},
      {"content/handbooks/haandbog.yaml",
       "id: haandbog\ntitle: Håndbog i sikkerhed\nsubtitle: Til øvelse\nowner: CAI\nclassification: offentlig\n"
       "version: \"1.0\"\nhistory:\n  - {version: \"1.0\", date: 2025-11-19, by: CAI, change: Ny håndbog, kind: new}\n"
       "parts:\n  - {title: Politik, documents: [sikkerhed, hemmelig]}\n"
       "  - {title: Emnepolitikker, documents: [backup, sikkerhed]}\n"
       "appendices: [{embed: history}, {embed: glossary}, {embed: dispensations}]\n"},
  };
}

/// The handbook, made once for all the tests that look at it.
MadePdf& handbook() {
  static const PlannedProject project(handbook_files());
  static MadePdf made(bytes_of(project, "haandbog"));
  return made;
}

/// A line of the contents: its text without the page number, and that number.
std::map<std::string, std::size_t> contents_of(const std::string& page) {
  std::map<std::string, std::size_t> lines;
  for (const std::string_view line : split(page, '\n')) {
    const std::string_view text = trim(line);
    const std::size_t space = text.rfind(' ');
    if (space == std::string_view::npos || text.find("Side ") != std::string_view::npos) continue;
    const std::string number(text.substr(space + 1));
    if (number.find_first_not_of("0123456789") != std::string::npos) continue;
    lines[replace_all(std::string(trim(text.substr(0, space))), "   ", " ")] = std::stoul(number);
  }
  return lines;
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
  CHECK(made.outline().front().first == "Omfang");

  std::string long_body;
  for (int i = 1; i <= 7; ++i) long_body += "## Afsnit nummer " + std::to_string(i) + "\n\n" + paragraphs(6, "x");
  const PlannedProject long_one(
      {{"kanon.yaml", configuration},
       {"content/documents/lang.md", public_document("lang", "politik", "Lang", "", long_body)}});
  MadePdf long_pdf(bytes_of(long_one, "lang"));
  CHECK(long_pdf.text(1).find("Indhold") != std::string::npos);
  const auto contents = contents_of(long_pdf.text(1));
  CHECK(contents.at("Afsnit nummer 7") == long_pdf.destinations().at("afsnit-nummer-7"));
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
