#include "read/parsers.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>

#include "env/files.h"
#include "env/temporary_folder.h"

using namespace kanon;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// A table with a wide header and many short rows: cmark-gfm fills every row up.
std::string wide_table(int columns, int rows) {
  return repeated("|a", columns) + "|\n" + repeated("|-", columns) + "|\n" + repeated("|x|\n", rows);
}

Limits tight() {
  Limits limits;
  limits.parse_seconds = 0.3;
  limits.parse_memory = 256U << 20U;
  limits.parse_output = 4U << 20U;
  return limits;
}

ParseJob page(std::string bytes) { return {"page.md", std::move(bytes), SourceForm::markdown}; }
ParseJob yaml(std::string bytes) { return {"list.yaml", std::move(bytes), SourceForm::yaml}; }

std::vector<ParsedFile> parse(Parsers& parsers, std::vector<ParseJob> jobs) {
  auto files = parsers.parse(std::move(jobs));
  REQUIRE(files);
  return std::move(*files);
}

/// The reason why a file is too large.
std::string reason(const ParsedFile& file) {
  CHECK(file.text().empty());
  CHECK(file.yaml().empty());
  CHECK(file.markdown().empty());
  const auto findings = file.findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().rule == RuleId::too_large);
  CHECK(findings.front().range == Range{});
  CHECK_FALSE(findings.front().help.da.empty());
  return findings.front().message.en;
}

std::vector<ParseJob> ordinary(int count) {
  std::vector<ParseJob> jobs;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    if (i % 3 == 0) {
      jobs.push_back(yaml("id: y" + number + "\n"));
    } else {
      jobs.push_back(page("---\nid: p" + number + "\n---\n## Afsnit " + number + "\n\n" + repeated("ord ", i % 700)));
    }
  }
  return jobs;
}

std::vector<std::string> bytes_of(const std::vector<ParsedFile>& files) {
  std::vector<std::string> all;
  for (const ParsedFile& file : files) all.push_back(file.bytes());
  return all;
}

}  // namespace

TEST_CASE("workers give what parsing here gives, in the order of the jobs, however many they are") {
  DirectParsers direct;
  const auto expected = bytes_of(parse(direct, ordinary(300)));
  for (const unsigned workers : {0U, 1U, 2U, 5U}) {
    WorkerParsers parsers(KANON_TEST_WORKER, workers, Limits{});
    CHECK(bytes_of(parse(parsers, ordinary(300))) == expected);
    CHECK(bytes_of(parse(parsers, ordinary(7))) == std::vector(expected.begin(), expected.begin() + 7));
  }
}

TEST_CASE("no jobs need no worker") {
  WorkerParsers parsers("/no/such/program", 2, Limits{});
  CHECK(parse(parsers, {}).empty());
}

TEST_CASE("empty and huge files travel both ways") {
  WorkerParsers parsers(KANON_TEST_WORKER, 2, Limits{});
  const std::string large = "a: \"" + std::string(5'000'000, 'x') + "\"\n";
  const auto files =
      parse(parsers, {yaml(""), page(""), yaml(large), page(std::string(2U << 20U, '\xE6')), yaml(large)});
  CHECK(files[0].yaml().empty());
  CHECK(files[2].string(files[2].yaml()[2].text).size() == 5'000'000);
  CHECK(files[3].findings().size() == 1);
  CHECK(files[4].bytes() == files[2].bytes());
}

TEST_CASE("a file that takes too long or too much memory is too large, and the others are read") {
  for (const unsigned workers : {1U, 3U}) {
    WorkerParsers parsers(KANON_TEST_WORKER, workers, tight());
    const auto files = parse(parsers, {page("# Før\n"), page(wide_table(2000, 2000)), page("# Imellem\n"),
                                       page(repeated("> ", 20'000) + "x\n"), yaml("a: 1\n"), page("# Efter\n")});
    CHECK(files[0].markdown().size() > 1);
    CHECK_FALSE(reason(files[1]).empty());
    CHECK(files[2].markdown().size() > 1);
    CHECK(files[4].yaml().size() == 3);
    CHECK(files[5].markdown().size() > 1);
  }
}

TEST_CASE("hostile Markdown comes back within its limits, read or too large") {
  WorkerParsers parsers(KANON_TEST_WORKER, 2, tight());
  const std::vector<std::string> hostile{repeated("[", 50'000),         repeated("> ", 50'000) + "x",
                                         repeated("*a ", 50'000),       repeated("- ", 20'000) + "x",
                                         repeated("![[]()", 50'000),    repeated("`a``b", 30'000),
                                         repeated("<a ", 50'000),       wide_table(1000, 20'000),
                                         repeated("[a](<b", 50'000),    repeated("\\[^a]: x\n\n[^a]", 10'000),
                                         repeated("> [!NOTE]\n", 5'000)};
  std::vector<ParseJob> jobs;
  for (const auto& text : hostile) {
    jobs.push_back(page(text));
    jobs.push_back(page("# Almindelig\n"));
  }
  const auto begin = std::chrono::steady_clock::now();
  const auto files = parse(parsers, jobs);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
  for (std::size_t i = 0; i < files.size(); i += 2) {
    if (files[i].text().empty()) {
      CHECK_FALSE(reason(files[i]).empty());
    } else {
      CHECK(files[i].bytes().size() <= tight().parse_output);
    }
    CHECK(files[i + 1].markdown().size() > 1);
  }
}

TEST_CASE("a bound of time is named") {
  Limits limits = tight();
  limits.parse_seconds = 0.02;
  limits.parse_memory = 2048U << 20U;
  WorkerParsers parsers(KANON_TEST_WORKER, 1, limits);
  const auto files = parse(parsers, {yaml(repeated("- {a: b, c: [d, e]}\n", 90'000)), yaml("a: 1\n")});
  CHECK(reason(files[0]) == "The file can't be read within 0.02 seconds");
  CHECK(files[1].yaml().size() == 3);
}

TEST_CASE("a bound of room is named") {
  Limits limits;
  limits.parse_output = 1U << 20U;
  WorkerParsers parsers(KANON_TEST_WORKER, 1, limits);
  const auto files = parse(parsers, {yaml("a: \"" + std::string(1'100'000, 'x') + "\"\n"), yaml("a: 1\n")});
  CHECK(reason(files[0]) == "The file takes more than 1 MB once it is read");
  CHECK(files[1].yaml().size() == 3);
}

// The address sanitizer reserves more address space than any bound, so that a worker built with it has none.
#if defined(__SANITIZE_ADDRESS__)
#define HAS_MEMORY_BOUND 0
#elif defined(__has_feature)
#define HAS_MEMORY_BOUND !__has_feature(address_sanitizer)
#else
#define HAS_MEMORY_BOUND 1
#endif

#if HAS_MEMORY_BOUND
TEST_CASE("a bound of memory is named") {
  Limits limits;
  limits.parse_memory = 8U << 20U;
  WorkerParsers parsers(KANON_TEST_WORKER, 1, limits);
  const auto files = parse(parsers, {yaml("a: 1\n"), yaml(repeated("- {a: b, c: [d, e]}\n", 90'000)), yaml("a: 1\n")});
  CHECK(files[0].yaml().size() == 3);
  CHECK(reason(files[1]) == "The file can't be read with 8 MB of memory");
  CHECK(files[2].yaml().size() == 3);
}
#endif

TEST_CASE("a program that can't be started, or is no worker, is an error around us") {
  for (const auto* program : {"/no/such/program", "/etc/passwd", "/bin/true", "/bin/echo"}) {
    INFO(program);
    WorkerParsers parsers(program, 2, Limits{});
    const auto files = parsers.parse(ordinary(5));
    REQUIRE_FALSE(files);
    CHECK(files.error().kind == Error::Kind::environment);
    CHECK_FALSE(files.error().what.da.empty());
  }
}

namespace {

/// A worker that isn't to be trusted: it greets, and then does what the script says.
class FalseWorker {
 public:
  explicit FalseWorker(const std::string& script) : folder_(make()) {
    REQUIRE(Disk().write(program(), "#!/bin/sh\nprintf 'kanon-worker-1\\n'\n" + script + "\n"));
    std::filesystem::permissions(program(), std::filesystem::perms::owner_all);
  }
  std::string program() const { return folder_.path() + "/worker"; }
  std::string folder() const { return folder_.path(); }

 private:
  static TemporaryFolder make() {
    auto made = TemporaryFolder::make("kanon-test");
    REQUIRE(made);
    return std::move(*made);
  }
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a worker that answers nonsense is replaced, and its file is not read for ever") {
  for (const auto* script : {"exec head -c 100000 /dev/zero; sleep 5", "head -c 64 /dev/urandom; sleep 5", "exit 0",
                             "printf '\\020\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0xxxxxxxxxxxxxxxx'; sleep 5"}) {
    INFO(script);
    const FalseWorker worker(script);
    WorkerParsers parsers(worker.program(), 2, Limits{});
    const auto files = parse(parsers, ordinary(3));
    for (const ParsedFile& file : files) {
      CHECK(reason(file) == "The file can't be read: reading it ended unexpectedly");
    }
  }
}

TEST_CASE("a worker that somebody else ends costs no file") {
  const FalseWorker worker("");
  const std::string mark = worker.folder() + "/first";
  REQUIRE(Disk().write(worker.program(),
                       "#!/bin/sh\nif mkdir '" + mark +
                           "' 2>/dev/null; then printf 'kanon-worker-1\\n'; head -c 40 >/dev/null; kill -9 $$; fi\n"
                           "exec '" KANON_TEST_WORKER "' worker\n"));
  WorkerParsers parsers(worker.program(), 1, Limits{});
  for (const ParsedFile& file : parse(parsers, ordinary(5))) CHECK(file.findings().empty());
}

TEST_CASE("workers are kept from one batch to the next, and end with their owner") {
  const FalseWorker worker("");
  REQUIRE(Disk().write(worker.program(), "#!/bin/sh\nprintf x >> '" + worker.folder() + "/started'\necho $$ > '" +
                                             worker.folder() + "/number'\nexec '" KANON_TEST_WORKER "' worker\n"));
  {
    WorkerParsers parsers(worker.program(), 1, Limits{});
    parse(parsers, ordinary(5));
    parse(parsers, ordinary(5));
    CHECK(Disk().read(worker.folder() + "/started").value() == "x");
  }
  std::string number = Disk().read(worker.folder() + "/number").value();
  number.pop_back();
  CHECK_FALSE(Disk().is_folder("/proc/" + number));
}
