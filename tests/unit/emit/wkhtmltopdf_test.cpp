#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <qpdf/QPDF.hh>

#include "base/text.h"
#include "emit/pdf/engine.h"
#include "emit/pdf/raw_pdf.h"
#include "env/files.h"
#include "env/temporary_folder.h"
#include "support/fake_engine.h"

namespace {

using namespace kanon;
using test::FakeEngine;
using test::left_behind;
using test::StagedProcesses;

const PrintJob job{"backup-politik", "<!DOCTYPE html><title>t</title><p>Æblegrød på første øre</p>", {}, {}};

}  // namespace

TEST_CASE("wkhtmltopdf prints a page, in a sandbox or without one, with the same bytes but for dates") {
  RealProcesses real;
  StagedProcesses processes;
  processes.programs["wkhtmltopdf"] = real.find("wkhtmltopdf").value();
  const auto bare = wkhtmltopdf_engine(processes, 60)->print(job);
  REQUIRE(bare);
  CHECK(bare->starts_with("%PDF"));
  CHECK((*open_pdf("x", *bare))->getAllPages().size() == 1);
  if (const auto bwrap = real.find("bwrap")) processes.programs["bwrap"] = *bwrap;
  const auto sandboxed = wkhtmltopdf_engine(processes, 60)->print(job);
  REQUIRE(sandboxed);
  CHECK(sandboxed->size() == bare->size());
}

TEST_CASE("an engine's name has its version") {
  RealProcesses processes;
  CHECK(wkhtmltopdf_engine(processes, 60)->name() == "wkhtmltopdf 0.12.6");
  FakeEngine fake("exit 0");
  CHECK(wkhtmltopdf_engine(fake.processes, 60)->name() == "wkhtmltopdf 0.0.0");
  StagedProcesses none;
  CHECK(wkhtmltopdf_engine(none, 60)->name() == "wkhtmltopdf");
}

TEST_CASE("without wkhtmltopdf the error names the package and the way round") {
  StagedProcesses none;
  const auto printed = wkhtmltopdf_engine(none, 60)->print(job);
  REQUIRE_FALSE(printed);
  CHECK(printed.error().kind == Error::Kind::environment);
  for (const Language language : {Language::da, Language::en}) {
    CHECK(printed.error().help.in(language).find("wkhtmltopdf") != std::string::npos);
    CHECK(printed.error().help.in(language).find("--no-pdf") != std::string::npos);
  }
}

TEST_CASE("an engine that hangs is stopped at its time limit, with all it started") {
  FakeEngine fake("sleep 60 & sleep 60");
  const auto begin = std::chrono::steady_clock::now();
  const auto printed = wkhtmltopdf_engine(fake.processes, 0.5)->print(job);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
  REQUIRE_FALSE(printed);
  CHECK(printed.error().what.en.find("backup-politik") != std::string::npos);
  CHECK(printed.error().what.en.find("0.5 seconds") != std::string::npos);
  CHECK(printed.error().what.da.find("0.5 sekunder") != std::string::npos);
}

TEST_CASE("an exit status of 0 without a file is a failure that quotes the last complaint") {
  FakeEngine fake("echo first >&2; echo 'QPainter::begin(): Returned false' >&2; echo >&2; exit 0");
  const auto printed = wkhtmltopdf_engine(fake.processes, 60)->print(job);
  REQUIRE_FALSE(printed);
  CHECK(printed.error().what.en.find("QPainter::begin(): Returned false") != std::string::npos);
  CHECK(printed.error().what.en.find("first") == std::string::npos);
}

TEST_CASE("an exit status of 1 with a good PDF is fine") {
  RealProcesses real;
  const std::string program = real.find("wkhtmltopdf").value();
  FakeEngine fake(program + " \"$@\"; exit 1");
  CHECK(wkhtmltopdf_engine(fake.processes, 60)->print(job));
}

TEST_CASE("what isn't a PDF with pages is a failure, whatever the exit status") {
  for (const std::string script :
       {"echo garbage > \"$out\"", "printf '%%PDF-1.4\\nnothing' > \"$out\"", "printf '' > \"$out\"", "mkdir \"$out\"",
        "kill -9 $$", "head -c 100000 /dev/zero > \"$out\"; printf '\\377\\376' >&2"}) {
    INFO(script);
    FakeEngine fake(script);
    const auto printed = wkhtmltopdf_engine(fake.processes, 60)->print(job);
    REQUIRE_FALSE(printed);
    CHECK(printed.error().kind == Error::Kind::environment);
    CHECK_FALSE(printed.error().what.da.empty());
    CHECK_FALSE(first_invalid_utf8(printed.error().what.da));
  }
}

TEST_CASE("no temporary folder is left behind, whatever happens") {
  const std::size_t before = left_behind();
  for (const std::string script : {"exit 0", "sleep 60", "echo garbage > \"$out\""}) {
    FakeEngine fake(script);
    CHECK_FALSE(wkhtmltopdf_engine(fake.processes, 0.5)->print(job));
  }
  RealProcesses processes;
  CHECK(wkhtmltopdf_engine(processes, 60)->print(job));
  CHECK(left_behind() == before);
}

TEST_CASE("a page reaches neither files nor the network, with a sandbox or without") {
  RealProcesses real;
  StagedProcesses bare;
  bare.programs["wkhtmltopdf"] = real.find("wkhtmltopdf").value();
  const auto secret = *TemporaryFolder::make("kanon-test");
  const std::string address = "file://" + secret.path() + "/secret.txt";
  Disk disk;
  REQUIRE(disk.write(secret.path() + "/secret.txt", "HEMMELIGHED"));
  PrintJob hostile = job;
  hostile.html = "<!DOCTYPE html><p>synlig</p><iframe src='" + address + "'></iframe><object data='" + address +
                 "'></object><img src='http://192.0.2.1/x.png'><script>document.body.innerHTML='';</script>";
  for (Processes* processes : {static_cast<Processes*>(&real), static_cast<Processes*>(&bare)}) {
    const auto begin = std::chrono::steady_clock::now();
    const auto printed = wkhtmltopdf_engine(*processes, 60)->print(hostile);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
    REQUIRE(printed);
    REQUIRE(disk.write(secret.path() + "/page.pdf", *printed));
    Command command;
    command.argv = {"pdftotext", secret.path() + "/page.pdf", "-"};
    const auto text = real.run(command);
    REQUIRE(text);
    CHECK(text->output.find("HEMMELIGHED") == std::string::npos);
    CHECK(text->output.find("synlig") != std::string::npos);
  }
}

TEST_CASE("the engine is run with a closed environment and without script, network and plugins") {
  FakeEngine fake("exit 0");
  CHECK_FALSE(wkhtmltopdf_engine(fake.processes, 60)->print(job));
  const Command& command = fake.processes.run_so_far.back();
  for (const char* flag : {"--disable-local-file-access", "--disable-javascript", "--disable-plugins"}) {
    CHECK(std::ranges::find(command.argv, flag) != command.argv.end());
  }
  for (const char* setting : {"QT_HASH_SEED=0", "QT_QPA_PLATFORM=offscreen", "TZ=UTC"}) {
    CHECK(std::ranges::find(command.environment, setting) != command.environment.end());
  }
  const bool own_home = std::ranges::any_of(command.environment, [](const std::string& one) {
    return one.starts_with("HOME=") && one.find("kanon-pdf-") != std::string::npos;
  });
  CHECK(own_home);
}
