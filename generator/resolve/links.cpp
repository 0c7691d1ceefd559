#include "resolve/links.h"

#include "resolve/destinations.h"

namespace kanon {
namespace {

std::vector<std::string> anchors_of(const ParsedFile& file) {
  std::vector<std::string> anchors;
  for (const auto& node : file.markdown())
    if (node.kind == MarkdownKind::heading) anchors.emplace_back(file.string(node.text));
  return anchors;
}

}  // namespace

void tie_links(Model& model) {
  const auto& files = model.source().files;
  model.anchors.clear();
  for (const auto& file : files) model.anchors.push_back(anchors_of(file.parsed));
  model.links.assign(files.size(), {});
  Destinations destinations(model);
  for (FileIndex at = 0; at < files.size(); ++at) {
    // A frozen source that is no item of this corpus is never shown.
    if (!files[at].frozen_in.empty() && !model.by_file[at]) continue;
    const ParsedFile& file = files[at].parsed;
    const auto nodes = file.markdown();
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].kind == MarkdownKind::link)
        model.links[at].push_back({i, destinations.of_link(at, file.string(nodes[i].text))});
      else if (nodes[i].kind == MarkdownKind::image)
        model.links[at].push_back({i, destinations.of_image(at, file.string(nodes[i].text))});
    }
  }
}

}  // namespace kanon
