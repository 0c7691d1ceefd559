#include "emit/pictures.h"

#include "emit/hierarchy_drawing.h"
#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const std::string config = "site: {title: Prøven}\n";

/// Stands in for the machine: has a program or not, and answers what it was told to.
class FakeProcesses final : public Processes {
 public:
  FakeProcesses(bool installed, Outcome outcome) : installed_(installed), outcome_(std::move(outcome)) {}
  Result<Outcome> run(const Command& command) override {
    commands.push_back(command);
    return outcome_;
  }
  std::optional<std::string> find(const std::string&) const override {
    return installed_ ? std::optional<std::string>("/usr/bin/dot") : std::nullopt;
  }
  std::vector<Command> commands;

 private:
  bool installed_;
  Outcome outcome_;
};

Outcome printed(std::string output) {
  Outcome outcome;
  outcome.output = std::move(output);
  return outcome;
}

FileMap two_documents() {
  return {{"kanon.yaml", config},
          {"content/documents/a.md", public_document("a", "politik", "A <b> \\\" & -- ]; n9 [URL=x]")},
          {"content/documents/b.md", public_document("b", "emnepolitik", "Under", "parent: a\n")},
          {"content/documents/c.md", document("c", "emnepolitik", "Hemmelig", "parent: a\n")}};
}

const std::string plain =
    "graph 1 7 1\nnode n0 1.4 0.5 2.8 0.7 \"\" solid box black lightgrey\nnode n1 5.0 0.5 2.8 0.7 \"\" solid box black "
    "lightgrey\n"
    "edge n0 n1 4 2.9 0.5 3.1 0.5 3.3 0.5 3.6 0.5 solid black\nstop\n";

DrawnPictures draw(const PlannedProject& project, Processes& processes) {
  const Theme theme = theme_of(project);
  return draw_pictures(project.site(), theme.words(Language::da), processes);
}

}  // namespace

TEST_CASE("the hierarchy is drawn with links, a name and a description, and nothing of the content reaches dot") {
  const PlannedProject project(two_documents());
  FakeProcesses processes(true, printed(plain));
  const DrawnPictures drawn = draw(project, processes);
  CHECK(drawn.note.empty());
  const std::string& svg = drawn.pictures.hierarchy_svg;
  CHECK(svg.starts_with("<svg "));
  CHECK(holds(svg, "<title id=\"_drawing-title\">Dokumenthierarkiet</title>"));
  CHECK(holds(svg, "Tegning af 2 dokumenter."));
  CHECK(holds(svg, "<a href=\"../dokumenter/a/\">"));
  CHECK(holds(svg, "A &lt;b&gt; &quot; &amp; --"));
  CHECK(holds(svg, "<path d=\"M212.8,40.0 C227.2,40.0 241.6,40.0 263.2,40.0\"/>"));
  CHECK_FALSE(holds(svg, "Hemmelig"));
  CHECK_FALSE(holds(svg, "style="));
  REQUIRE(processes.commands.size() == 1);
  CHECK_FALSE(holds(processes.commands[0].input, "Under"));
  CHECK_FALSE(holds(processes.commands[0].input, "URL"));
  CHECK(holds(processes.commands[0].input, "n0 -> n1"));
  CHECK(holds(emit_page(project, "hierarki/index.html", drawn.pictures), "<svg "));
}

TEST_CASE("without dot there is the list alone, and a note says what to install") {
  const PlannedProject project(two_documents());
  FakeProcesses processes(false, {});
  const DrawnPictures drawn = draw(project, processes);
  CHECK(drawn.pictures.hierarchy_svg.empty());
  CHECK(holds(drawn.note.da, "graphviz"));
  const std::string page = emit_page(project, "hierarki/index.html", drawn.pictures);
  CHECK_FALSE(holds(page, "<figure"));
  CHECK(holds(page, "../dokumenter/b/"));
}

TEST_CASE("what dot answers is believed only if it is a drawing of these boxes") {
  const PlannedProject project(two_documents());
  for (const std::string& output :
       {std::string(), std::string("graph 1 7 1\nstop\n"), plain.substr(0, 60), std::string("nonsense\n"),
        "graph 1 nan 1\n" + plain.substr(12), std::string("graph 1 7 1\nnode n0 1 1\nnode n9 1 1\nstop\n"),
        plain + "edge n0 n1 99999999999 1 1\n"}) {
    INFO(output);
    FakeProcesses processes(true, printed(output));
    const DrawnPictures drawn = draw(project, processes);
    CHECK(drawn.pictures.hierarchy_svg.empty());
    CHECK_FALSE(drawn.note.empty());
  }
  Outcome late = printed(plain);
  late.timed_out = true;
  FakeProcesses processes(true, late);
  CHECK(draw(project, processes).pictures.hierarchy_svg.empty());
}

TEST_CASE("a large hierarchy is drawn by its topmost levels") {
  FileMap files{{"kanon.yaml", config}, {"content/documents/top.md", public_document("top", "politik", "Top")}};
  for (int i = 0; i < 20; ++i) {
    const std::string id = "e" + std::to_string(i);
    files["content/documents/" + id + ".md"] = public_document(id, "emnepolitik", id, "parent: top\n");
    for (int j = 0; j < 8; ++j) {
      const std::string below = id + "-" + std::to_string(j);
      files["content/documents/" + below + ".md"] = public_document(below, "procedure", below, "parent: " + id + "\n");
    }
  }
  const PlannedProject project(files);
  FakeProcesses processes(true, printed(""));
  draw(project, processes);
  REQUIRE(processes.commands.size() == 1);
  CHECK(holds(processes.commands[0].input, "n20 ["));
  CHECK_FALSE(holds(processes.commands[0].input, "n21 ["));
}

TEST_CASE("the machine's own dot draws it, twice the same", "[dot]") {
  RealProcesses processes;
  if (!processes.find("dot")) return;
  const PlannedProject project(two_documents());
  const DrawnPictures first = draw(project, processes);
  CHECK(first.note.empty());
  CHECK(holds(first.pictures.hierarchy_svg, "../dokumenter/b/"));
  CHECK(first.pictures.hierarchy_svg == draw(project, processes).pictures.hierarchy_svg);
}

TEST_CASE("text is broken between words, and cut where there is too much") {
  using Lines = std::vector<std::string>;
  CHECK(broken_text("Politik for backup og gendannelse", 20, 3) == Lines{"Politik for backup", "og gendannelse"});
  CHECK(broken_text("Æøåæøåæøåæøå", 5, 2) == Lines{"Æøåæ-", "øåæ …"});
  CHECK(broken_text("a b c d e f", 3, 2) == Lines{"a b", "c …"});
  CHECK(broken_text("  ", 5, 2).empty());
}
