#include <limits>

#include "check/embeds.h"
#include "check/front_matter.h"
#include "check/handbook_reach.h"
#include "check/references.h"
#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

/// The level of what is never published, whatever its classification: above all others.
constexpr std::size_t kNeverPublished = std::numeric_limits<std::size_t>::max();

class Leaks {
 public:
  Leaks(const CheckInput& input, Reporter& reporter) : input_(input), model_(input.model), reporter_(reporter) {}

  void find() {
    for (const auto& file : input_.corpus().sources()) {
      const auto item = model_.by_path.find(file.path);
      if (item == model_.by_path.end()) continue;
      find_links(item->second);
      find_embeds(item->second);
    }
    find_parents();
    for (const auto& reference : references(input_.corpus())) find_reference(reference);
    find_handbook_embeds();
  }

 private:
  std::size_t level_of(ItemRef item) const {
    if (item.kind == ItemKind::member && input_.corpus().members[item.index].status != MemberStatus::admitted)
      return kNeverPublished;
    return model_.level_of(item);
  }

  /// What an item may show: a handbook no more than its audience may see.
  std::size_t reach_of_item(ItemRef item) const {
    return item.kind == ItemKind::handbook ? reach_of(input_.corpus().handbooks[item.index], input_) : level_of(item);
  }

  /// Whether the item's level is a finding of another rule, and so no more than a guess.
  bool level_is_unsure(ItemRef to) const {
    if (keys_are_unreadable(input_.corpus().parsed(model_.file_of(to)))) return true;
    const Item* item = classified(to);
    return item != nullptr && item->classification && !input_.config().level_of(item->classification->value);
  }

  /// The item whose classification holds for a reference's target; none for criteria, which are always public.
  const Item* classified(ItemRef to) const {
    if (to.kind == ItemKind::objective || to.kind == ItemKind::criterion) return nullptr;
    return &model_.item(to.kind == ItemKind::requirement ? ItemRef{ItemKind::catalog, to.index, 0} : to);
  }

  void judge(ItemRef from, ItemRef to, FileIndex file, Range range) {
    const std::size_t reach = reach_of_item(from);
    const std::size_t level = level_of(to);
    if (level <= reach || level_is_unsure(to)) return;
    if (level == kNeverPublished)
      report_unpublished(to, file, range);
    else
      report_level(to, reach, level, file, range);
  }

  void report_unpublished(ItemRef to, FileIndex file, Range range) {
    add(file, range, to,
        message("«{}» er ikke optaget som medlem og bliver derfor ikke vist på webstedet",
                "“{}” is not admitted as a member and is therefore not shown on the site", quoted(model_.title_of(to))),
        {"Fjern henvisningen, indtil medlemmet er optaget.", "Remove the reference until the member is admitted."});
  }

  void report_level(ItemRef to, std::size_t reach, std::size_t level, FileIndex file, Range range) {
    add(file, range, to,
        message("«{0}» er klassificeret {1} og kan ikke nævnes i noget, som ses af alle, der må se {2}",
                "“{0}” is classified {1} and can't be mentioned in something seen by all who may see {2}",
                quoted(model_.title_of(to)), level_name(input_.config(), level), level_name(input_.config(), reach)),
        {"Fjern henvisningen, eller ret klassifikationen i den ene af de to filer.",
         "Remove the reference, or correct the classification in one of the two files."});
  }

  void add(FileIndex file, Range range, ItemRef to, Message what, Message help) {
    auto& found = reporter_.report(file, range, std::move(what), std::move(help));
    const Item* item = classified(to);
    if (item == nullptr) return;
    found.related.push_back(reporter_.related(
        item->file, item->classification ? item->classification->range : item->range,
        item->classification ? Message{"Klassifikationen står her", "The classification stands here"}
                             : Message{"Her står ingen klassifikation", "No classification stands here"}));
  }

  /// The item behind an address of the site, where it is not the item's page itself: a PDF, an older release.
  std::optional<ItemRef> item_of(const LinkTarget& target) const {
    if (const auto* item = std::get_if<ToItem>(&target)) return item->item;
    if (const auto* nowhere = std::get_if<ToNowhere>(&target)) return nowhere->item;
    if (const auto* site = std::get_if<ToSite>(&target)) {
      const std::string address = site->address.substr(0, site->address.find('#'));
      for (const auto* items : {&model_.by_address, &model_.release_addresses})
        if (const auto found = items->find(address); found != items->end()) return found->second;
    }
    return std::nullopt;
  }

  void find_links(ItemRef from) {
    const FileIndex file = model_.file_of(from);
    const auto nodes = input_.corpus().parsed(file).markdown();
    for (const auto& link : model_.links[file])
      if (const auto to = item_of(link.target)) judge(from, *to, file, nodes[link.node].range);
  }

  void find_embeds(ItemRef from) {
    const FileIndex at = model_.file_of(from);
    const ParsedFile& file = input_.corpus().parsed(at);
    for (const auto& node : file.markdown())
      if (node.kind == MarkdownKind::embed)
        judge_parameters(from, file.string(node.extra), at, first_line(file, node.range));
  }

  void judge_parameters(ItemRef from, std::string_view parameters, FileIndex file, Range range) {
    for (const auto& parameter : embed_parameters(parameters)) {
      if (parameter.key != "catalog") continue;
      const auto to = model_.find(parameter.value);
      if (to && to->kind == ItemKind::catalog) judge(from, *to, file, range);
    }
  }

  void find_parents() {
    const auto& documents = input_.corpus().documents;
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
      if (!documents[i].parent) continue;
      const auto to = model_.find(documents[i].parent->value);
      if (to && to->kind == ItemKind::document)
        judge({ItemKind::document, i, 0}, *to, documents[i].file, documents[i].parent->range);
    }
  }

  void find_reference(const Reference& reference) {
    if (reference.shown != Shown::with_the_item || !reference.from) return;
    const auto to = model_.find(reference.id->value);
    if (to && to->kind == reference.wanted) judge(*reference.from, *to, reference.file, reference.id->range);
  }

  void find_handbook_embeds() {
    const auto& handbooks = input_.corpus().handbooks;
    for (std::uint32_t i = 0; i < handbooks.size(); ++i)
      for (const auto& appendix : handbooks[i].appendices)
        judge_parameters({ItemKind::handbook, i, 0}, split_embed(appendix.embed.value).parameters, handbooks[i].file,
                         appendix.embed.range);
  }

  const CheckInput& input_;
  const Model& model_;
  Reporter& reporter_;
};

void find_leaks(const CheckInput& input, Reporter& reporter) { Leaks(input, reporter).find(); }

}  // namespace

namespace rules {
const Rule classification_leak{RuleId::classification_leak,
                               "classification",
                               Severity::error,
                               {"Noget mindre begrænset nævner noget mere begrænset",
                                "Something less restricted mentions something more restricted"},
                               find_leaks};
}  // namespace rules

}  // namespace kanon
