#include "diagnostic/render.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace kanon;

namespace {

constexpr std::string_view kText = "---\nid: backup\nparent: ukéndt # æøå\n---\n";

Diagnostic finding() {
  Diagnostic d;
  d.rule = RuleId::unknown_parent;
  d.path = "content/documents/backup, 1.md";
  d.place = {3, 9, 3, 15};
  d.message = {"«ukéndt» findes ikke", "“ukéndt” does not exist"};
  d.help = {"Mente du «kendt»?", "Did you mean “kendt”?"};
  d.related = {{"content/documents/kendt.md", {1, 1, 1, 4}, {"her er «kendt»", "“kendt” is here"}}};
  return d;
}

ReportContext context(Language language = Language::en) {
  ReportContext context;
  context.language = language;
  context.text_of = [](std::string_view) { return kText; };
  context.summary_of = [](RuleId) { return Message{"kort", "short"}; };
  context.page_of = [](RuleId) { return std::string("# page"); };
  context.default_severity_of = [](RuleId) { return Severity::error; };
  return context;
}

}  // namespace

TEST_CASE("text shows place, sentence, rule, source line with caret, help and related places") {
  CHECK(render_text({finding()}, context()) ==
        "content/documents/backup, 1.md:3:9: error: “ukéndt” does not exist [unknown-parent]\n"
        " 3 | parent: ukéndt # æøå\n"
        "   |         ^^^^^^\n"
        "help: Did you mean “kendt”?\n"
        "  content/documents/kendt.md:1:1: “kendt” is here\n"
        "\n"
        "1 error, 0 warnings\n");
  CHECK(render_text({finding()}, context(Language::da)).find("1 fejl, 0 advarsler") != std::string::npos);
  CHECK(render_text({}, context()).empty());
}

TEST_CASE("text is coloured only when asked, and content can't steer the terminal") {
  ReportContext coloured = context();
  coloured.colour = Colour::always;
  CHECK(render_text({finding()}, coloured).find("\033[1;31m") != std::string::npos);
  ReportContext hostile = context();
  hostile.text_of = [](std::string_view) {
    return std::string_view(
        "a\nb\nparent: \033]0;x\007y\xC2\x9B"
        "z\n");
  };
  const std::string report = render_text({finding()}, hostile);
  CHECK(report.find('\033') == std::string::npos);
  CHECK(report.find('\007') == std::string::npos);
  CHECK(report.find("\xC2\x9B") == std::string::npos);
}

TEST_CASE("a line of a megabyte is shown around the place only") {
  const std::string text = "a\nb\n" + std::string(1'000'000, 'x') + "\n";
  ReportContext wide = context();
  wide.text_of = [&text](std::string_view) { return std::string_view(text); };
  Diagnostic d = finding();
  d.place = {3, 500'000, 3, 600'000};
  CHECK(render_text({d}, wide).size() < 1'000);
}

TEST_CASE("json is the contract's object") {
  const auto report = nlohmann::json::parse(render_json({finding()}, context()));
  CHECK(report["version"] == 1);
  CHECK(report["summary"]["errors"] == 1);
  CHECK(report["summary"]["warnings"] == 0);
  const auto& d = report["diagnostics"][0];
  CHECK(d["rule"] == "unknown-parent");
  CHECK(d["severity"] == "error");
  CHECK(d["line"] == 3);
  CHECK(d["column"] == 9);
  CHECK(d["end_line"] == 3);
  CHECK(d["end_column"] == 15);
  CHECK(d["help"] == "Did you mean “kendt”?");
  CHECK(d["related"][0]["path"] == "content/documents/kendt.md");
}

TEST_CASE("sarif names the rule once, the place in code points, and a fingerprint that survives moved lines") {
  Diagnostic moved = finding();
  moved.place = {30, 9, 30, 15};
  const auto report = nlohmann::json::parse(render_sarif({finding(), moved}, context()));
  CHECK(report["version"] == "2.1.0");
  const auto& run = report["runs"][0];
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["tool"]["driver"]["rules"].size() == 1);
  CHECK(run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "content/documents/backup%2C%201.md");
  const std::string first = run["results"][0]["partialFingerprints"]["kanon/v1"];
  const std::string second = run["results"][1]["partialFingerprints"]["kanon/v1"];
  CHECK(first.substr(0, 32) == second.substr(0, 32));
  CHECK(first != second);
}

TEST_CASE("github escapes what would end a property or a line") {
  Diagnostic d = finding();
  d.message.en = "50 %\nof “x”: y, z";
  CHECK(render_github({d}, context()) ==
        "::error file=content/documents/backup%2C 1.md,line=3,endLine=3,col=9,endColumn=15,title=unknown-parent::50 "
        "%25%0Aof “x”: y, z%0A"
        "Did you mean “kendt”?\n");
}

TEST_CASE("gitlab tells equal findings apart") {
  const auto report = nlohmann::json::parse(render_gitlab({finding(), finding()}, context()));
  REQUIRE(report.size() == 2);
  CHECK(report[0]["fingerprint"] != report[1]["fingerprint"]);
  CHECK(report[0]["severity"] == "major");
  CHECK(report[0]["location"]["lines"]["begin"] == 3);
}

TEST_CASE("findings are sorted by place, and exact repeats are told once") {
  Diagnostic later = finding();
  later.place.line = 9;
  std::vector<Diagnostic> all{later, finding(), finding()};
  sort_diagnostics(all);
  REQUIRE(all.size() == 2);
  CHECK(all[0].place.line == 3);
}
