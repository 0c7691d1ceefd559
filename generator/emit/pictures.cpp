#include "emit/pictures.h"

#include "emit/admission_drawing.h"
#include "emit/hierarchy_drawing.h"
#include "emit/html/hrefs.h"
#include "emit/html/rows.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

constexpr std::size_t most_boxes = 150;
constexpr std::size_t characters_a_line = 30;
constexpr std::size_t lines_a_box = 3;

struct DocumentBox {
  const Document* document = nullptr;
  std::optional<std::size_t> above;
};

/// The hierarchy level by level, whole levels only: as many as there is room for.
std::vector<DocumentBox> topmost(const View& view) {
  std::vector<DocumentBox> boxes;
  std::vector<DocumentBox> level;
  for (const Document* root : view.roots()) level.push_back({root, std::nullopt});
  while (!level.empty() && boxes.size() + level.size() <= most_boxes) {
    const std::size_t first = boxes.size();
    boxes.insert(boxes.end(), level.begin(), level.end());
    level.clear();
    for (std::size_t above = first; above < boxes.size(); ++above) {
      for (const Document* child : view.children_of(*boxes[above].document)) level.push_back({child, above});
    }
  }
  return boxes;
}

Drawing drawing_of(const Site& site, const std::vector<DocumentBox>& boxes) {
  const View& view = *site.view;
  const PagePlan page{PageKind::hierarchy, folders(view.language()).hierarchy, {}, {}, {}};
  const Hrefs hrefs(site, page);
  Drawing drawing;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const ItemRef item = view.ref_of(*boxes[i].document);
    drawing.boxes.push_back({broken_text(view.title_of(item), characters_a_line, lines_a_box),
                             type_label(view, *boxes[i].document), hrefs.to_item(item)});
    if (boxes[i].above) drawing.lines.emplace_back(*boxes[i].above, i);
  }
  return drawing;
}

DrawnPictures draw_hierarchy(const Site& site, const Words& words, Processes& processes) {
  const std::vector<DocumentBox> boxes = topmost(*site.view);
  if (boxes.size() < 2) return {};
  if (!processes.find("dot")) {
    return {
        {},
        message(
            "Hierarkiet vises kun som liste: programmet «dot» mangler. Installer pakken «graphviz».",
            "The hierarchy is shown as a list only: the program “dot” is missing. Install the package “graphviz”.")};
  }
  const Drawing drawing = drawing_of(site, boxes);
  Command command;
  command.argv = {"dot", "-Tplain"};
  command.environment = {"LC_ALL=C"};
  command.input = dot_source(drawing);
  command.time_limit = std::chrono::seconds(20);
  const auto outcome = processes.run(command);
  const bool all = boxes.size() == site.view->documents().size();
  const std::string text =
      words.with(all ? "hierarchy_picture_text" : "hierarchy_picture_top", {{"n", std::to_string(boxes.size())}});
  if (outcome && outcome->status == 0 && !outcome->timed_out) {
    if (auto svg = svg_of(drawing, outcome->output, words["hierarchy_picture"], text))
      return {{*std::move(svg), {}}, {}};
  }
  return {{},
          message("Hierarkiet vises kun som liste: programmet «dot» kunne ikke tegne det. Prøv «dot -V».",
                  "The hierarchy is shown as a list only: the program “dot” could not draw it. Try “dot -V”.")};
}

}  // namespace

DrawnPictures draw_pictures(const Site& site, const Words& words, Processes& processes) {
  DrawnPictures drawn = draw_hierarchy(site, words, processes);
  if (!site.view->objectives().empty()) drawn.pictures.admission_svg = admission_figure(words);
  return drawn;
}

}  // namespace kanon
