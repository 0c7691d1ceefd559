#include "check/web_links.h"

#include <algorithm>

#include "base/text.h"

namespace kanon {
namespace {

bool is_of_the_web(std::string_view url) {
  const std::string scheme = lower_ascii(url.substr(0, std::min<std::size_t>(url.find(':'), 6)));
  return scheme == "http" || scheme == "https";
}

std::string without_fragment(std::string_view url) { return std::string(url.substr(0, url.find('#'))); }

}  // namespace

std::vector<WebLink> web_links(const Model& model) {
  const Corpus& corpus = model.source();
  std::vector<WebLink> found;
  for (const auto& member : corpus.members) {
    if (member.status != MemberStatus::admitted || !member.website || !is_of_the_web(**member.website)) continue;
    found.push_back({WebLink::Kind::link, without_fragment(**member.website), member.file, member.website->range});
  }
  for (FileIndex at = 0; at < model.links.size(); ++at) {
    for (const auto& link : model.links[at]) {
      const auto* target = std::get_if<ToOutside>(&link.target);
      if (target == nullptr || !is_of_the_web(target->url)) continue;
      const MarkdownNode& node = corpus.parsed(at).markdown()[link.node];
      const auto kind = node.kind == MarkdownKind::image ? WebLink::Kind::picture : WebLink::Kind::link;
      found.push_back({kind, without_fragment(target->url), at, node.range});
    }
  }
  return found;
}

std::vector<std::string> web_addresses(const Model& model) {
  std::vector<std::string> urls;
  for (auto& link : web_links(model)) urls.push_back(std::move(link.url));
  std::ranges::sort(urls);
  const auto repeats = std::ranges::unique(urls);
  urls.erase(repeats.begin(), repeats.end());
  return urls;
}

}  // namespace kanon
