#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "base/text.h"
#include "emit/pdf/pdf.h"
#include "emit/pdf/structure_check.h"
#include "support/fake_engine.h"
#include "support/handbook_project.h"
#include "support/made_pdf.h"

namespace {

using namespace kanon;
using test::FakeEngine;
using test::left_behind;
using test::MadePdf;
using test::PlannedProject;
using test::StagedProcesses;

const PrintJob job{"backup-politik",
                   "<!DOCTYPE html><html lang=\"da\"><head><title>t</title></head><body><p>Æblegrød på første "
                   "øre</p></body></html>",
                   {},
                   {}};

std::string text_of(const std::string& pdf) { return MadePdf(pdf).run({"pdftotext", "FILE", "-"}).output; }

std::string handbook_bytes() {
  auto files = test::handbook_files();
  const std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><rect width=\"40\" height=\"40\"/></svg>";
  files.insert({"content/documents/tegning.svg", svg});
  for (auto& [path, text] : files) {
    if (path == "content/documents/backup.md")
      text += "\n![En firkant](tegning.svg)\n\n- et\n- to\n  1. tre\n\n> [!NOTE]\n> Husk *det* **hele**.\n\n`kode`\n";
  }
  const PlannedProject project(files);
  static RealProcesses processes;
  static const auto engine = chromium_engine(processes, 120);
  static const Theme theme = *Theme::built_in();
  const ReadFile read = [&](const std::string&) -> Result<std::string> { return svg; };
  const auto made = make_pdf({project.view(), theme, *engine, read, nullptr}, *project.view().find("haandbog"));
  INFO((made ? std::string() : made.error().what.en));
  REQUIRE(made);
  return *made;
}

MadePdf& handbook() {
  static MadePdf made(handbook_bytes());
  return made;
}

}  // namespace

TEST_CASE("Chromium prints a page, in a sandbox or without one") {
  RealProcesses real;
  StagedProcesses bare;
  bare.programs["chromium"] = real.find("chromium").value();
  for (Processes* processes : {static_cast<Processes*>(&real), static_cast<Processes*>(&bare)}) {
    const auto printed = chromium_engine(*processes, 120)->print(job);
    INFO((printed ? std::string() : printed.error().what.en));
    REQUIRE(printed);
    CHECK(text_of(*printed).find("Æblegrød på første øre") != std::string::npos);
  }
}

TEST_CASE("a page in Chromium reaches neither files nor the network and runs no script, with a sandbox or without") {
  RealProcesses real;
  StagedProcesses bare;
  bare.programs["chromium"] = real.find("chromium").value();
  const auto secret = *TemporaryFolder::make("kanon-test");
  const std::string address = "file://" + secret.path() + "/secret.txt";
  Disk disk;
  REQUIRE(disk.write(secret.path() + "/secret.txt", "HEMMELIGHED"));
  PrintJob hostile = job;
  hostile.html = "<!DOCTYPE html><html><head><title>t</title></head><body><p>synlig</p><iframe src='" + address +
                 "'></iframe><object data='" + address + "'></object><embed src='" + address +
                 "'><img src='http://192.0.2.1/x.png'><meta http-equiv='refresh' content='0;url=" + address +
                 "'><script>document.body.innerHTML='SKRIPT'</script></body></html>";
  for (Processes* processes : {static_cast<Processes*>(&real), static_cast<Processes*>(&bare)}) {
    const auto printed = chromium_engine(*processes, 120)->print(hostile);
    if (!printed) continue;  // a page that led elsewhere was stopped: nothing came out
    const std::string text = text_of(*printed);
    CHECK(text.find("HEMMELIGHED") == std::string::npos);
    CHECK(text.find("SKRIPT") == std::string::npos);
  }
  hostile.html = replace_all(hostile.html, "<meta http-equiv='refresh'", "<meta name='x'");
  const auto printed = chromium_engine(bare, 120)->print(hostile);
  REQUIRE(printed);
  CHECK(text_of(*printed).find("synlig") != std::string::npos);
  CHECK(text_of(*printed).find("HEMMELIGHED") == std::string::npos);
  CHECK(text_of(*printed).find("SKRIPT") == std::string::npos);
}

TEST_CASE("a Chromium that is missing, hangs or gives no PDF is a failure that says what to do, and leaves nothing") {
  const std::size_t before = left_behind();
  StagedProcesses none;
  const auto missing = chromium_engine(none, 60)->print(job);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().help.da.find("apt install chromium") != std::string::npos);
  FakeEngine hanging("sleep 60 & sleep 60", "chromium");
  const auto begin = std::chrono::steady_clock::now();
  const auto stopped = chromium_engine(hanging.processes, 0.5)->print(job);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().what.en.find("0.5 seconds, and chromium was stopped") != std::string::npos);
  for (const std::string script : {"exit 0", "echo garbage > \"$folder/page.pdf\"", "kill -9 $$", "echo crashed >&2"}) {
    INFO(script);
    FakeEngine fake(script, "chromium");
    const auto printed = chromium_engine(fake.processes, 60)->print(job);
    REQUIRE_FALSE(printed);
    CHECK(printed.error().kind == Error::Kind::environment);
  }
  CHECK(left_behind() == before);
}

TEST_CASE("a handbook by Chromium lacks nothing of what is checked of PDF/UA, and says so") {
  CHECK(structure_faults(handbook().pdf()) == std::vector<std::string>{});
  CHECK(handbook().laid_open().find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos);
  const std::string tree = handbook().run({"pdfinfo", "-struct-text", "FILE"}).output;
  for (const char* part : {"Document", "H1 (block)", "H2 (block)", "H3 (block)", "L (block)", "LBody", "Table",
                           "/Scope /Column", "Link (inline)", "Figure", "\"Overskriften\"", "\"nr70\"", "Omfang"}) {
    INFO(part);
    CHECK(tree.find(part) != std::string::npos);
  }
  // Running heads and feet are on every page and in no element.
  CHECK(tree.find("Side 3 af") == std::string::npos);
  CHECK(tree.find("Klassifikation: offentlig") == std::string::npos);
}

TEST_CASE("the check of the structure finds what Chromium alone leaves out") {
  PrintJob plain = job;
  plain.html =
      "<!DOCTYPE html><html lang=\"da\"><head><title>t</title></head><body><ul><li>et</li></ul><p><a "
      "href=\"https://example.org/\">ud</a> <em>her</em></p><table><tr><th>x</th></tr></table><hr></body></html>";
  RealProcesses processes;
  const auto printed = chromium_engine(processes, 120)->print(plain);
  REQUIRE(printed);
  MadePdf made(*printed);
  const auto faults = structure_faults(made.pdf());
  for (const char* fault : {"a link has no text", "type /Em has no role", "a list item holds /NonStruct"}) {
    INFO(fault);
    CHECK(std::ranges::find(faults, fault) != faults.end());
  }
  CHECK(structure_faults(MadePdf(*wkhtmltopdf_engine(processes, 60)->print(job)).pdf()).size() >= 3);
}

TEST_CASE("a handbook by Chromium has its pages, bookmarks, links and contents as the other engine's has") {
  const auto names = handbook().destinations();
  const auto contents = test::contents_of(handbook().text(2));
  CHECK(contents.at("1.1 Sikkerhedspolitik") == names.at("sikkerhed"));
  CHECK(contents.at("2.1.2 Ansvar") == names.at("backup.ansvar"));
  std::size_t inside = 0;
  for (std::size_t page = 1; page <= handbook().pages(); ++page) {
    for (const std::string& link : handbook().links(page)) {
      if (!link.starts_with("#")) continue;
      ++inside;
      CHECK(names.contains(link.substr(1)));
    }
    const std::string text = handbook().text(page);
    const std::string number = "Side " + std::to_string(page) + " af " + std::to_string(handbook().pages());
    CHECK((text.find(number) != std::string::npos) == (page > 1));
    const bool has_row = text.find("En celle med en del tekst") != std::string::npos;
    CHECK((!has_row || text.find("Overskriften") != std::string::npos));
    std::size_t begun = 0;  // rows are whole: each ends on the page where it began
    for (std::size_t i = 3; i <= 70; i += 3) {
      begun += text.find("nr" + std::to_string(i) + " ") != std::string::npos ? 1 : 0;
    }
    CHECK(test::count(text, "om sagen.") == begun);
  }
  CHECK(inside >= 14);
  CHECK(handbook().outline().front().first == "Indhold");
  const std::string all = handbook().laid_open();
  for (const char* trace : {"file:", "/tmp", "kanon-pdf", "/job", "HeadlessChrome", "Hemmelig"}) {
    INFO(trace);
    CHECK(all.find(trace) == std::string::npos);
  }
  CHECK(handbook().run({"qpdf", "--check", "FILE"}).status == 0);
}

TEST_CASE("Chromium's handbook is the same bytes every time, with text as it was written") {
  CHECK(handbook_bytes() == handbook().bytes());
  const std::string text = text_of(handbook().bytes());
  for (const char* never : {"\xC2\xAD", "\xE2\x80\x8B", "\xEF\xAC\x81", "\xE2\x80\x90"}) {
    CHECK(text.find(never) == std::string::npos);
  }
  CHECK(text.find("effektive fysiske foranstaltninger") != std::string::npos);
}
