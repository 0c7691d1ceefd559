#include <catch2/catch.hpp>

#include "check/page.h"
#include "env/memory_files.h"
#include "serve/preview.h"
#include "unit/check/rule_examples.h"

namespace kanon {
namespace {

const std::string folder = "/project";
const Date today = *Date::parse("2026-01-15");

/// A machine without other programs.
class NoProcesses final : public Processes {
 public:
  Result<Outcome> run(const Command&) override { return failure({"ingen", "none"}); }
  std::optional<std::string> find(const std::string&) const override { return std::nullopt; }
};

PreviewOptions written() { return {folder, {}, {today, today, Drafts::written}}; }

/// A preview of files in memory.
struct Desk {
  explicit Desk(const std::map<std::string, std::string>& contents) {
    for (const auto& [path, bytes] : contents) write(path, bytes);
    preview.refresh();
  }
  void write(const std::string& path, const std::string& bytes) { REQUIRE(files.write(folder + "/" + path, bytes)); }
  std::string page(const std::string& address) const { return preview.answer(address).bytes; }

  MemoryFiles files;
  DirectParsers parsers;
  NoProcesses processes;
  Preview preview{files, parsers, processes, written(), {"edit:{file}:{line}", folder}};
};

std::string politik(const std::string& body, const std::string& more = {}) {
  return "---\nid: politik\ntype: politik\ntitle: Politik\nclassification: offentlig\nversion: \"1.0\"\n" + more +
         "---\n\n" + body;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("every page of what any rule finds fault with can be shown") {
  for (const RuleId id : all_rules()) {
    const RulePage page = page_of(id, Language::da);
    for (const std::string& section : {page.bad, page.good}) {
      INFO(name_of(id));
      MemoryFiles files;
      for (const auto& [path, bytes] : files_of_example(section)) REQUIRE(files.write(folder + "/" + path, bytes));
      if (!files.is_file(folder + "/kanon.yaml"))
        REQUIRE(files.write(folder + "/kanon.yaml", "site: {title: Prøve}\n"));
      DirectParsers parsers;
      NoProcesses processes;
      auto checked = check_project(files, parsers, folder, today, nullptr, ArchiveDepth::all);
      REQUIRE(checked.has_value());
      if (checked->configuration_is_wrong()) continue;
      const auto snapshot = Snapshot::make(files, processes, std::move(*checked), written());
      REQUIRE(snapshot.has_value());
      for (const PagePlan& plan : (*snapshot)->site().pages) {
        INFO(plan.address);
        const auto shown = (*snapshot)->page(plan.address);
        REQUIRE(shown.has_value());
        CHECK(shown->has_value());
      }
      CHECK((*snapshot)->file("/data/ledger.json").has_value());
    }
  }
}

TEST_CASE("a page follows its source and tells its findings") {
  Desk desk(
      {{"kanon.yaml", "site: {title: Prøve}\n"}, {"content/documents/politik.md", politik("## Formål\n\nFørst.\n")}});
  CHECK(contains(desk.page("/dokumenter/politik/"), "Først."));
  CHECK(contains(desk.page("/dokumenter/politik/index.html"), "Først."));
  const std::string state = desk.preview.state();
  desk.write("content/documents/politik.md", politik("## Formål\n\nSe [det](ref:findes-ikke).\n"));
  desk.preview.refresh();
  CHECK(desk.preview.state() != state);
  const std::string page = desk.page("/dokumenter/politik/");
  CHECK_FALSE(contains(page, "Først."));
  CHECK(contains(page, "class=\"has-errors\""));
  CHECK(contains(page, "href=\"edit:/project/content/documents/politik.md:"));
  CHECK(contains(page, "connect-src 'self'"));
}

TEST_CASE("what can't be read leaves the pages as they were, and says why") {
  Desk desk({{"kanon.yaml", "site: {title: Prøve}\n"}, {"content/documents/politik.md", politik("Tekst.\n")}});
  desk.write("kanon.yaml", "site: [");
  desk.preview.refresh();
  CHECK_FALSE(desk.preview.summary().has_value());
  const HttpAnswer kept = desk.preview.answer("/dokumenter/politik/");
  CHECK(kept.status == 200);
  CHECK(contains(kept.bytes, "Tekst."));
  CHECK(contains(kept.bytes, "kanon.yaml er forkert"));
  desk.write("kanon.yaml", "site: {title: Igen}\n");
  desk.preview.refresh();
  CHECK(desk.preview.summary().has_value());
}

TEST_CASE("what concerns the preview") {
  const std::map<std::string, std::string> contents{
      {"kanon.yaml", "site: {title: Prøve}\npages: [{folder: docs, address: manual}]\n"}};
  const Desk desk(contents);
  CHECK(desk.preview.concerns("/project/kanon.yaml"));
  CHECK(desk.preview.concerns("/project/content/documents/a.md"));
  CHECK(desk.preview.concerns("/project/docs/a.md"));
  CHECK(desk.preview.concerns("/project/layouts"));
  CHECK_FALSE(desk.preview.concerns("/project/site/index.html"));
  CHECK_FALSE(desk.preview.concerns("/project/content2/a.md"));
  CHECK_FALSE(desk.preview.concerns("/elsewhere/kanon.yaml"));
}

TEST_CASE("addresses that are no page's") {
  const Desk desk({{"kanon.yaml", "site: {title: Prøve}\n"}, {"content/documents/politik.md", politik("Tekst.\n")}});
  CHECK(desk.preview.answer("/findes/ikke/").status == 404);
  CHECK(desk.preview.answer("/dokumenter/politik").location == "/dokumenter/politik/");
  CHECK(desk.preview.answer("/_kanon/overlay.js").status == 200);
  CHECK(desk.preview.answer("/_kanon/../kanon.yaml").status == 404);
  CHECK(desk.preview.answer("/assets/kanon.css").type == "text/css; charset=utf-8");
  CHECK(desk.preview.answer("").location == "/");
}

}  // namespace kanon
