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
  std::size_t not_drawn = 0;  ///< how many documents right under it there was no room for
};

/// The hierarchy level by level, as much as there is room for: of a document either all that is right under it is drawn
/// or nothing.
std::vector<DocumentBox> topmost(const View& view) {
  std::vector<DocumentBox> boxes;
  for (const Document* root : view.roots()) {
    if (boxes.size() < most_boxes) boxes.push_back({root, std::nullopt, 0});
  }
  for (std::size_t above = 0; above < boxes.size(); ++above) {
    const auto children = view.children_of(*boxes[above].document);
    if (boxes.size() + children.size() > most_boxes) {
      boxes[above].not_drawn = children.size();
      continue;
    }
    for (const Document* child : children) boxes.push_back({child, above, 0});
  }
  return boxes;
}

std::string small_line_of(const View& view, const DocumentBox& box, const Words& words) {
  const std::string type = type_label(view, *box.document);
  if (box.not_drawn == 0) return type;
  const std::string below = count_text(words, box.not_drawn, "hierarchy_below_one", "hierarchy_below_many");
  return type.empty() ? below : type + " · " + below;
}

std::string draw_hierarchy(const Site& site, const Words& words) {
  const View& view = *site.view;
  const std::vector<DocumentBox> boxes = topmost(view);
  if (boxes.size() < 2) return {};
  const PagePlan page{PageKind::hierarchy, folders(view.language()).hierarchy, {}, {}, {}};
  const Hrefs hrefs(site, page);
  std::vector<DrawnBox> drawn;
  for (const DocumentBox& box : boxes) {
    const ItemRef item = view.ref_of(*box.document);
    drawn.push_back({broken_text(view.title_of(item), characters_a_line, lines_a_box), small_line_of(view, box, words),
                     hrefs.to_item(item), box.above});
  }
  const bool all = boxes.size() == view.documents().size();
  return hierarchy_svg(
      drawn, words["hierarchy_picture"],
      words.with(all ? "hierarchy_picture_text" : "hierarchy_picture_top", {{"n", std::to_string(boxes.size())}}));
}

}  // namespace

Pictures draw_pictures(const Site& site, const Words& words) {
  Pictures pictures;
  pictures.hierarchy_svg = draw_hierarchy(site, words);
  if (!site.view->objectives().empty()) pictures.admission_svg = admission_figure(words);
  return pictures;
}

}  // namespace kanon
