#include "emit/pictures.h"

#include "emit/hierarchy_drawing.h"
#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const std::string config = "site: {title: Prøven}\n";

FileMap two_documents() {
  return {{"kanon.yaml", config},
          {"content/documents/a.md", public_document("a", "politik", "A <b> \\\" & -- ]; n9 [URL=x]")},
          {"content/documents/b.md", public_document("b", "emnepolitik", "Under", "parent: a\n")},
          {"content/documents/c.md", document("c", "emnepolitik", "Hemmelig", "parent: a\n")}};
}

Pictures draw(const PlannedProject& project) {
  const Theme theme = theme_of(project);
  return draw_pictures(project.site(), theme.words(Language::da));
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// A box: left, top, height.
struct Box {
  double left = 0;
  double top = 0;
  double height = 0;
};

std::vector<Box> boxes_of(const std::string& svg) {
  std::vector<Box> boxes;
  const auto number = [&](std::size_t from, const std::string& name) {
    return std::stod(svg.substr(svg.find(" " + name + "=\"", from) + name.size() + 3));
  };
  for (std::size_t at = svg.find("<rect "); at != std::string::npos; at = svg.find("<rect ", at + 1))
    boxes.push_back({number(at, "x"), number(at, "y"), number(at, "height")});
  return boxes;
}

}  // namespace

TEST_CASE("the hierarchy is drawn with links, a name and a description, for the audience at hand") {
  const PlannedProject project(two_documents());
  const Pictures drawn = draw(project);
  const std::string& svg = drawn.hierarchy_svg;
  CHECK(svg.starts_with("<svg "));
  CHECK(holds(svg, "<title id=\"_drawing-title\">Dokumenthierarkiet</title>"));
  CHECK(holds(svg, "Tegning af 2 dokumenter."));
  CHECK(holds(svg, "<a href=\"../dokumenter/a/\">"));
  CHECK(holds(svg, "A &lt;b&gt; &quot; &amp; --"));
  CHECK(count_of(svg, "<path ") == 1);
  CHECK_FALSE(holds(svg, "Hemmelig"));
  CHECK_FALSE(holds(svg, "style="));
  CHECK(svg == draw(project).hierarchy_svg);
  CHECK(holds(emit_page(project, "hierarki/index.html", drawn), "<svg "));
}

TEST_CASE("one document is no hierarchy: there is the list alone") {
  FileMap files = two_documents();
  files.erase("content/documents/b.md");
  const PlannedProject project(files);
  const Pictures drawn = draw(project);
  CHECK(drawn.hierarchy_svg.empty());
  const std::string page = emit_page(project, "hierarki/index.html", drawn);
  CHECK_FALSE(holds(page, "<svg"));
  CHECK(holds(page, "../dokumenter/a/"));
}

TEST_CASE("boxes stand in columns by level and never on each other, and links come in the order of reading") {
  FileMap files{{"kanon.yaml", config},
                {"content/documents/r.md", public_document("r", "politik", "R")},
                {"content/documents/s.md", public_document("s", "politik", "S")}};
  for (const std::string id : {"a", "b", "c"}) {
    files["content/documents/" + id + ".md"] = public_document(id, "emnepolitik", id, "parent: r\n");
    for (const std::string end : {"1", "2"}) {
      const std::string title = "En meget lang titel, som fylder flere linjer i sin kasse " + id + end;
      files["content/documents/" + id + end + ".md"] =
          public_document(id + end, "procedure", id == "b" ? id + end : title, "parent: " + id + "\n");
    }
  }
  const std::string svg = draw(PlannedProject(files)).hierarchy_svg;
  const auto boxes = boxes_of(svg);
  REQUIRE(boxes.size() == 11);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      if (boxes[i].left != boxes[j].left) continue;
      INFO(i << " " << j);
      CHECK(boxes[i].top + boxes[i].height < boxes[j].top);
    }
  }
  check_in_order(svg, {"dokumenter/r/", "dokumenter/a/", "dokumenter/a1/", "dokumenter/a2/", "dokumenter/b/",
                       "dokumenter/b1/", "dokumenter/c/", "dokumenter/c2/", "dokumenter/s/"});
  CHECK(boxes[0].top == boxes[1].top);  // beside the first under it
}

TEST_CASE("where there is no room, a document says how many are under it") {
  FileMap files{{"kanon.yaml", config}, {"content/documents/top.md", public_document("top", "politik", "Top")}};
  for (int i = 0; i < 20; ++i) {
    const std::string id = "e" + std::to_string(i);
    files["content/documents/" + id + ".md"] = public_document(id, "emnepolitik", id, "parent: top\n");
    for (int j = 0; j < 8; ++j) {
      const std::string below = id + "-" + std::to_string(j);
      files["content/documents/" + below + ".md"] = public_document(below, "procedure", below, "parent: " + id + "\n");
    }
  }
  const std::string svg = draw(PlannedProject(files)).hierarchy_svg;
  CHECK(boxes_of(svg).size() == 1 + 20 + 16 * 8);
  CHECK(count_of(svg, "8 dokumenter under sig") == 4);
  CHECK(holds(svg, "Tegning af de øverste 149 dokumenter."));
}

TEST_CASE("text is broken between words, and cut where there is too much") {
  using Lines = std::vector<std::string>;
  CHECK(broken_text("Politik for backup og gendannelse", 20, 3) == Lines{"Politik for backup", "og gendannelse"});
  CHECK(broken_text("Æøåæøåæøåæøå", 5, 2) == Lines{"Æøåæ-", "øåæ …"});
  CHECK(broken_text("a b c d e f", 3, 2) == Lines{"a b", "c …"});
  CHECK(broken_text("  ", 5, 2).empty());
}
