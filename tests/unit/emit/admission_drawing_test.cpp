#include "emit/admission_drawing.h"

#include <array>
#include <regex>

#include "emit/pictures.h"
#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

Words words_of(Language language) {
  const PlannedProject project(FileMap{});
  return theme_of(project).words(language);
}

/// Every word of a drawing, in the order of its source, without markup.
std::string text_in(const std::string& svg) {
  const std::string drawn = svg.substr(svg.find("</desc>"));
  return std::regex_replace(std::regex_replace(drawn, std::regex("<[^>]*>"), ""), std::regex("\\s+"), " ");
}

std::vector<std::array<double, 4>> boxes_of(const std::string& svg) {
  const std::regex box("<rect[^>]* x=\"([0-9.]+)\" y=\"([0-9.]+)\" width=\"([0-9.]+)\" height=\"([0-9.]+)\"");
  std::vector<std::array<double, 4>> boxes;
  for (auto at = std::sregex_iterator(svg.begin(), svg.end(), box); at != std::sregex_iterator(); ++at) {
    boxes.push_back({std::stod((*at)[1]), std::stod((*at)[2]), std::stod((*at)[3]), std::stod((*at)[4])});
  }
  return boxes;
}

constexpr std::array steps{"step_contact", "step_declaration", "step_circulation", "step_objection", "step_meeting",
                           "step_refusal", "step_approval",    "step_admission",   "step_evaluation"};

}  // namespace

TEST_CASE("both drawings tell every step in full, in either language, and say what they are") {
  for (const Language language : {Language::da, Language::en}) {
    const Words words = words_of(language);
    for (const DrawnFlow flow : {DrawnFlow::across, DrawnFlow::down}) {
      const std::string svg = admission_drawing(words, flow);
      const std::string text = text_in(svg);
      for (const std::string step : steps) {
        INFO(step << ": " << text);
        CHECK(holds(text, words[step]));
        CHECK(holds(text, words[step + "_text"]));
      }
      CHECK(holds(svg, "role=\"img\""));
      CHECK(holds(svg, "<title id=\"_" + std::string(flow == DrawnFlow::down ? "down" : "across") + "-title\">" +
                           words["process_picture"]));
      CHECK(svg == admission_drawing(words, flow));
    }
  }
}

TEST_CASE("no box of a drawing touches another, and all lie within it") {
  for (const DrawnFlow flow : {DrawnFlow::across, DrawnFlow::down}) {
    const std::string svg = admission_drawing(words_of(Language::da), flow);
    std::smatch size;
    REQUIRE(std::regex_search(svg, size, std::regex("viewBox=\"0 0 ([0-9]+) ([0-9]+)\"")));
    const auto boxes = boxes_of(svg);
    REQUIRE(boxes.size() == steps.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const auto& [x, y, width, height] = boxes[i];
      CHECK(x + width <= std::stod(size[1]));
      CHECK(y + height <= std::stod(size[2]));
      for (std::size_t j = 0; j < i; ++j) {
        const auto& [x2, y2, width2, height2] = boxes[j];
        CHECK((x >= x2 + width2 || x2 >= x + width || y >= y2 + height2 || y2 >= y + height));
      }
    }
  }
  std::smatch width;
  const std::string narrow = admission_drawing(words_of(Language::da), DrawnFlow::down);
  REQUIRE(std::regex_search(narrow, width, std::regex(" width=\"([0-9]+)\"")));
  CHECK(std::stoi(width[1]) <= 358);
}

TEST_CASE("the list says the same as the drawing, and what is aside within its step") {
  const std::string list = admission_steps(words_of(Language::da));
  const std::regex order(
      "<ol>[^]*Rundsendelse[^]*<ul>\\s*<li><strong>Indsigelse[^]*Møde[^]*Afslag[^]*</li>\\s*</ul>\\s*</li>\\s*<li>"
      "<strong>Godkendelse[^]*Evaluering[^]*</ol>");
  CHECK(std::regex_search(list, order));
}

TEST_CASE("words of a theme's own cannot break out of the drawing, nor make it endless") {
  std::string own = "process_picture: \"<script>&\"\nstep_contact: \"</svg><b>\"\nstep_contact_text: \"";
  for (int i = 0; i < 500; ++i) own += "ord ";
  const auto parsed = Words::parse(own + "\"\n", "da.yaml", Language::da);
  REQUIRE(parsed);
  Words words = words_of(Language::da);
  words.replace_by(*parsed);
  for (const DrawnFlow flow : {DrawnFlow::across, DrawnFlow::down}) {
    const std::string svg = admission_drawing(words, flow);
    CHECK_FALSE(holds(svg, "<script>"));
    CHECK_FALSE(holds(svg, "<b>"));
    CHECK(svg.find("</svg>") == svg.size() - 7);
    CHECK(svg.size() < 20000);
    CHECK(holds(svg, "…"));
  }
}

TEST_CASE("the admission page has the figure, and only a site with that page has one") {
  FileMap files;
  files["content/criteria.yaml"] =
      "objectives:\n  - {id: synergi, title: Sammenhæng, criteria: [{id: synergi-1, text: K1}]}\n";
  const PlannedProject project(files);
  const Pictures pictures = draw_pictures(project.site(), words_of(Language::da));
  const std::string page = emit_page(project, "optagelse/index.html", pictures);
  CHECK(holds(page, "<svg class=\"admission-drawing across\""));
  CHECK(holds(page, "<svg class=\"admission-drawing down\""));
  const PlannedProject without(FileMap{});
  CHECK(draw_pictures(without.site(), words_of(Language::da)).admission_svg.empty());
}
