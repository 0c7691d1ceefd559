#include "resolve/destinations.h"

#include <algorithm>
#include <unordered_set>

#include "base/path.h"
#include "base/slug.h"
#include "base/text.h"
#include "model/annex_a.h"
#include "resolve/addresses.h"
#include "resolve/claims.h"
#include "resolve/suggestion.h"

namespace kanon {
namespace {

/// A destination taken apart (RFC 3986, 3): what comes before `?` and `#`, and what after `#`, both percent-decoded.
struct Destination {
  std::string scheme;  ///< lower-case; empty for a relative one
  std::string path;    ///< after the scheme
  std::string anchor;
};

std::string scheme_of(std::string_view destination) {
  const auto colon = destination.find_first_of(":/?#");
  if (colon == std::string_view::npos || destination[colon] != ':') return {};
  return lower_ascii(destination.substr(0, colon));
}

Destination take_apart(std::string_view destination) {
  Destination parts;
  parts.scheme = scheme_of(destination);
  if (!parts.scheme.empty()) destination.remove_prefix(parts.scheme.size() + 1);
  const auto hash = destination.find('#');
  if (hash != std::string_view::npos) parts.anchor = percent_decoded(destination.substr(hash + 1));
  destination = destination.substr(0, hash);
  parts.path = percent_decoded(destination.substr(0, destination.find('?')));
  return parts;
}

bool leads_outside(std::string_view scheme) {
  return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

/// A page with more anchors than this was not written by hand, and searching it a hundred times would take long.
constexpr std::size_t kMostAnchors = 5'000;

/// What one page holds of ids that readers can jump to.
using Anchors = std::unordered_set<std::string_view>;

ToNowhere nowhere(LinkProblem problem, std::string wanted, std::string suggestion = {},
                  std::optional<ItemRef> item = std::nullopt) {
  return {problem, std::move(wanted), std::move(suggestion), item};
}

/// The folders of files that hold one item each.
bool holds_one_item(std::string_view path) {
  for (const std::string_view folder : {"content/documents/", "content/members/", "content/projects/",
                                        "content/catalogs/", "content/handbooks/", "content/pages/"})
    if (path.starts_with(folder)) return true;
  return false;
}

bool have_pages(ItemKind kind) { return kind != ItemKind::objective; }

}  // namespace

/// Everything on the site and in the project that can be linked to.
class Destinations::Places {
 public:
  explicit Places(const Model& model) : model_(model), folders_(folders(model.source().config.language)) {
    const Corpus& corpus = model.source();
    for (const auto& file : corpus.files) sources_.insert(file.place());
    for (const auto& [path, id] : corpus.known_paths) sources_.insert(path);
    for (const auto& path : corpus.other_files) others_.insert(path);
    for (const auto& address : generated_addresses(corpus.config)) generated_.insert(address);
    collect_page_anchors();
    for (const auto& list : model.anchors) headings_.emplace_back(list.begin(), list.end());
  }

  LinkTarget link(FileIndex from, const std::string& destination);
  LinkTarget image(FileIndex from, const std::string& destination);

 private:
  void collect_page_anchors();
  LinkTarget to_id(const Destination& wanted);
  LinkTarget to_address(const Destination& wanted);
  LinkTarget to_path(FileIndex from, const Destination& wanted);
  LinkTarget to_own_anchor(FileIndex from, const Destination& wanted);
  LinkTarget to_source(const std::string& path, const std::string& anchor);
  LinkTarget to_item(ItemRef item, const std::string& anchor);
  LinkTarget to_generated(const std::string& address, const std::string& anchor);
  std::optional<std::string> local_file(FileIndex from, const std::string& path) const;
  bool has_page(ItemRef item) const;
  bool has_anchor(ItemRef item, const std::string& anchor) const;
  LinkTarget no_anchor(const std::string& anchor, std::vector<std::string> candidates, std::optional<ItemRef> item);
  std::vector<std::string> anchors_of_item(ItemRef item) const;
  std::string similar_path(std::string_view folder, const std::string& path);
  std::string similar_id(const std::string& id);

  const Model& model_;
  const Folders& folders_;
  std::unordered_set<std::string_view> sources_, others_;
  std::unordered_set<std::string> generated_;
  std::vector<Anchors> headings_;                               ///< of each file
  std::vector<Anchors> requirements_;                           ///< of each catalog
  std::unordered_map<std::string, Anchors> generated_anchors_;  ///< of generated pages, by address
  std::unique_ptr<Suggestions> ids_, stems_;                    ///< made when the first broken link asks
  std::unordered_map<std::string_view, std::vector<std::string_view>> paths_by_stem_;
  std::size_t anchor_suggestions_left_ = 100;
};

void Destinations::Places::collect_page_anchors() {
  const Corpus& corpus = model_.source();
  for (const auto& objective : corpus.objectives)
    for (const auto& criterion : objective.criteria) generated_anchors_[folders_.admission].insert(criterion.id.value);
  for (const auto& term : corpus.terms) generated_anchors_[folders_.glossary].insert(term.id.value);
  for (const auto& dispensation : corpus.dispensations)
    generated_anchors_[folders_.dispensations].insert(dispensation.id.value);
  for (const Control& control : annex_a_controls()) generated_anchors_[folders_.applicability].insert(control.id);
  for (const auto& catalog : corpus.catalogs) {
    Anchors& anchors = requirements_.emplace_back();
    for (const auto& requirement : catalog.requirements) anchors.insert(requirement.id.value);
  }
}

LinkTarget Destinations::Places::link(FileIndex from, const std::string& destination) {
  const Destination wanted = take_apart(destination);
  if (leads_outside(wanted.scheme)) return ToOutside{destination};
  if (wanted.scheme == "ref") return to_id(wanted);
  if (!wanted.scheme.empty()) return nowhere(LinkProblem::no_such_file, destination);
  if (wanted.path.starts_with('/')) return to_address(wanted);
  if (destination.starts_with('#')) return to_own_anchor(from, wanted);
  return to_path(from, wanted);
}

LinkTarget Destinations::Places::image(FileIndex from, const std::string& destination) {
  const Destination wanted = take_apart(destination);
  if (wanted.scheme == "http" || wanted.scheme == "https") return ToOutside{destination};
  if (!wanted.scheme.empty() || wanted.path.starts_with('/') || wanted.path.empty())
    return nowhere(LinkProblem::no_such_file, destination);
  const std::string_view folder = folder_of(model_.source().files[from].place());
  const auto path = path_from(folder, wanted.path);
  if (!path) return nowhere(LinkProblem::leaves_project, wanted.path);
  if (const auto file = local_file(from, *path)) return ToFile{*file};
  return nowhere(LinkProblem::no_such_file, wanted.path, similar_path(folder, *path));
}

LinkTarget Destinations::Places::to_id(const Destination& wanted) {
  if (const auto item = model_.find(wanted.path)) return to_item(*item, wanted.anchor);
  return nowhere(LinkProblem::no_such_item, wanted.path, similar_id(wanted.path));
}

LinkTarget Destinations::Places::to_address(const Destination& wanted) {
  // Written without its last `/`, an address still reaches its page on every web server.
  for (const std::string& address : {wanted.path, wanted.path + "/"}) {
    const auto item = model_.by_address.find(address);
    if (item != model_.by_address.end()) {
      if (!address.ends_with(".pdf")) return to_item(item->second, wanted.anchor);
      return ToSite{address};
    }
    // What a release says is frozen: its anchors can't go away.
    if (model_.release_addresses.contains(address))
      return ToSite{wanted.anchor.empty() ? address : address + "#" + wanted.anchor};
    if (generated_.contains(address)) return to_generated(address, wanted.anchor);
  }
  return nowhere(LinkProblem::no_such_item, wanted.path);
}

LinkTarget Destinations::Places::to_generated(const std::string& address, const std::string& anchor) {
  if (anchor.empty()) return ToSite{address};
  const auto& anchors = generated_anchors_[address];
  if (anchors.contains(anchor)) return ToSite{address + "#" + anchor};
  return no_anchor(anchor, {anchors.begin(), anchors.end()}, std::nullopt);
}

/// A file of content/ that is copied to the site; for a frozen source the copy that was frozen with it, whatever became
/// of the file since.
std::optional<std::string> Destinations::Places::local_file(FileIndex from, const std::string& path) const {
  constexpr std::string_view content = "content/";
  const std::string& frozen_in = model_.source().files[from].frozen_in;
  if (frozen_in.empty()) return others_.contains(path) ? std::optional(path) : std::nullopt;
  if (!path.starts_with(content)) return std::nullopt;
  const std::string frozen = frozen_in + "/files/" + path.substr(content.size());
  return others_.contains(frozen) ? std::optional(frozen) : std::nullopt;
}

LinkTarget Destinations::Places::to_own_anchor(FileIndex from, const Destination& wanted) {
  if (const auto item = model_.by_file[from]) return to_item(*item, wanted.anchor);
  // A source that gave no item is a finding of its own; its inner links can still be checked.
  if (wanted.anchor.empty() || headings_[from].contains(wanted.anchor))
    return nowhere(LinkProblem::unreadable, model_.source().files[from].path);
  return no_anchor(wanted.anchor, model_.anchors[from], std::nullopt);
}

LinkTarget Destinations::Places::to_path(FileIndex from, const Destination& wanted) {
  const std::string_view folder = folder_of(model_.source().files[from].place());
  const auto path = path_from(folder, wanted.path);
  if (!path) return nowhere(LinkProblem::leaves_project, wanted.path);
  if (sources_.contains(*path)) return to_source(*path, wanted.anchor);
  if (const auto file = local_file(from, *path)) return ToFile{*file};
  return nowhere(LinkProblem::no_such_file, wanted.path, similar_path(folder, *path));
}

LinkTarget Destinations::Places::to_source(const std::string& path, const std::string& anchor) {
  const auto item = model_.by_path.find(path);
  if (item != model_.by_path.end()) return to_item(item->second, anchor);
  if (path == "content/glossary.yaml") return to_generated(folders_.glossary, anchor);
  if (path == "content/criteria.yaml") return to_generated(folders_.admission, anchor);
  if (path == "content/registers/dispensations.yaml") return to_generated(folders_.dispensations, anchor);
  if (path == "content/registers/controls.yaml") return to_generated(folders_.applicability, anchor);
  return nowhere(holds_one_item(path) ? LinkProblem::unreadable : LinkProblem::no_page, path);
}

LinkTarget Destinations::Places::to_item(ItemRef item, const std::string& anchor) {
  if (!has_page(item)) {
    const auto problem = have_pages(item.kind) ? LinkProblem::unreadable : LinkProblem::no_page;
    return nowhere(problem, model_.title_of(item), {}, item);
  }
  if (anchor.empty() || has_anchor(item, anchor)) return ToItem{item, anchor};
  return no_anchor(anchor, anchors_of_item(item), item);
}

/// Whether address_of() gives one; asked for every link, so without making it.
bool Destinations::Places::has_page(ItemRef item) const {
  if (!have_pages(item.kind)) return false;
  const bool goes_by_id =
      item.kind != ItemKind::page && item.kind != ItemKind::criterion && item.kind != ItemKind::requirement;
  return !goes_by_id || !model_.item(item).id.value.empty();
}

bool Destinations::Places::has_anchor(ItemRef item, const std::string& anchor) const {
  if (item.kind == ItemKind::catalog) return requirements_[item.index].contains(anchor);
  return headings_[model_.file_of(item)].contains(anchor);
}

std::vector<std::string> Destinations::Places::anchors_of_item(ItemRef item) const {
  if (item.kind != ItemKind::catalog) return model_.anchors[model_.file_of(item)];
  const Anchors& anchors = requirements_[item.index];
  return {anchors.begin(), anchors.end()};
}

LinkTarget Destinations::Places::no_anchor(const std::string& anchor, std::vector<std::string> candidates,
                                           std::optional<ItemRef> item) {
  if (anchor_suggestions_left_ == 0 || candidates.size() > kMostAnchors)
    return nowhere(LinkProblem::no_such_anchor, anchor, {}, item);
  --anchor_suggestions_left_;
  // Whoever wrote the heading's own words («#Før og efter») most likely meant that heading.
  const std::string as_heading = anchor_of(anchor);
  if (std::ranges::find(candidates, as_heading) != candidates.end())
    return nowhere(LinkProblem::no_such_anchor, anchor, as_heading, item);
  return nowhere(LinkProblem::no_such_anchor, anchor, Suggestions(std::move(candidates)).nearest_to(anchor), item);
}

std::string Destinations::Places::similar_id(const std::string& id) {
  if (!ids_) {
    std::vector<std::string> all;
    for (const auto& [known, item] : model_.ids) all.push_back(known);
    ids_ = std::make_unique<Suggestions>(std::move(all));
  }
  return ids_->nearest_to(id);
}

/// The file whose name is nearest, in the same folder if there are several, as `folder` refers to it.
std::string Destinations::Places::similar_path(std::string_view folder, const std::string& path) {
  const Corpus& corpus = model_.source();
  if (!stems_) {
    for (const auto& [known, item] : model_.by_path) paths_by_stem_[stem_of(known)].push_back(known);
    for (const auto& known : corpus.other_files) paths_by_stem_[stem_of(known)].push_back(known);
    std::vector<std::string> stems;
    for (auto& [stem, paths] : paths_by_stem_) {
      std::ranges::sort(paths);
      stems.emplace_back(stem);
    }
    stems_ = std::make_unique<Suggestions>(std::move(stems));
  }
  std::string_view wanted = path;
  while (wanted.ends_with('/')) wanted.remove_suffix(1);
  const std::string stem = stems_->nearest_to(stem_of(wanted));
  if (stem.empty()) return {};
  const auto& paths = paths_by_stem_[stem];
  const auto beside = std::ranges::find(paths, folder_of(wanted), folder_of);
  return path_towards(folder, beside != paths.end() ? *beside : paths.front());
}

Destinations::Destinations(const Model& model) : places_(std::make_unique<Places>(model)) {}
Destinations::~Destinations() = default;

LinkTarget Destinations::of_link(FileIndex from, std::string_view destination) {
  return places_->link(from, std::string(destination));
}

LinkTarget Destinations::of_image(FileIndex from, std::string_view destination) {
  return places_->image(from, std::string(destination));
}

}  // namespace kanon
