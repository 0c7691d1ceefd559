#include "plan/view.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/collate.h"
#include "plan/positions.h"

namespace kanon {
namespace {

PublishedMember published(const Member& member, ItemRef ref) {
  return {.ref = ref,
          .id = member.id,
          .file = member.file,
          .name = member.name,
          .kind = member.kind,
          .cvr = member.cvr,
          .website = member.website,
          .declaration = member.declaration,
          .admitted = member.admitted,
          .aliases = member.aliases};
}

bool earlier(const PublishedMember& a, const PublishedMember& b) { return a.ref < b.ref; }
template <class T>
bool earlier(const T* a, const T* b) {
  return a < b;  // both stand in one list of the corpus
}

// Two items of one title stand in the order of their files: they must not change places from run to run.
template <class T, class TextOf>
void sort_by(std::vector<T>& items, Language language, TextOf text_of) {
  std::sort(items.begin(), items.end(), [&](const T& a, const T& b) {
    const int order = compare_titles(text_of(a), text_of(b), language);
    return order != 0 ? order < 0 : earlier(a, b);
  });
}

void sort_pages(std::vector<const Page*>& pages, Language language) {
  constexpr int unordered_last = std::numeric_limits<int>::max();
  std::sort(pages.begin(), pages.end(), [&](const Page* a, const Page* b) {
    const int first = a->order.value_or(unordered_last);
    const int second = b->order.value_or(unordered_last);
    if (first != second) return first < second;
    const int order = compare_titles(*a->title, *b->title, language);
    return order != 0 ? order < 0 : earlier(a, b);
  });
}

const std::string& title_text(const Governed* item) { return *item->title; }

}  // namespace

View::View(const Model& model, std::string audience) : model_(&model), audience_(std::move(audience)) {
  up_to_ = reach_of(audience_);
  if (!up_to_) return;
  collect_documents();
  collect_members();
  collect_registers();
  collect_implementations();
  collect_applicability();
}

std::optional<std::size_t> View::reach_of(std::string_view audience) const {
  const Audience* found = config().audience(audience);
  return found == nullptr ? std::nullopt : config().level_of(found->up_to);
}

void View::collect_documents() {
  const Corpus& corpus = model_->source();
  const auto collect = [&](const auto& items, auto& seen) {
    for (const auto& item : items) {
      if (leads(item) && sees(ref_of(item))) seen.push_back(&item);
    }
  };
  collect(corpus.documents, documents_);
  collect(corpus.handbooks, handbooks_);
  collect(corpus.catalogs, catalogs_);
  collect(corpus.projects, projects_);
  collect(corpus.pages, pages_);
  sort_by(documents_, language(), title_text);
  sort_by(handbooks_, language(), title_text);
  sort_by(catalogs_, language(), title_text);
  sort_by(projects_, language(), [](const Project* project) -> const std::string& { return *project->title; });
  sort_pages(pages_, language());
}

void View::collect_members() {
  const Corpus& corpus = model_->source();
  for (std::uint32_t index = 0; index < corpus.members.size(); ++index) {
    const ItemRef ref{ItemKind::member, index};
    if (sees(ref)) members_.push_back(published(corpus.members[index], ref));
  }
  sort_by(members_, language(), [](const PublishedMember& member) -> const std::string& { return *member.name; });
  for (const Objective& objective : corpus.objectives) objectives_.push_back(&objective);
}

void View::collect_registers() {
  const Corpus& corpus = model_->source();
  for (const Term& term : corpus.terms) {
    if (sees(ref_of(term))) terms_.push_back(&term);
  }
  sort_by(terms_, language(), [](const Term* term) -> const std::string& { return term->term; });
  for (std::uint32_t index = 0; index < corpus.dispensations.size(); ++index) {
    if (sees({ItemKind::dispensation, index})) dispensations_.push_back(&corpus.dispensations[index]);
  }
  std::sort(dispensations_.begin(), dispensations_.end(),
            [](const Dispensation* a, const Dispensation* b) { return std::tie(*a->id, a) < std::tie(*b->id, b); });
}

bool View::sees(ItemRef item) const {
  if (!up_to_ || !within(model_->level_of(item))) return false;
  const Corpus& corpus = model_->source();
  switch (item.kind) {
    case ItemKind::member:
      return corpus.members[item.index].status == MemberStatus::admitted;
    case ItemKind::handbook: {
      const auto& audience = corpus.handbooks[item.index].audience;
      return !audience || within(reach_of(**audience));
    }
    case ItemKind::dispensation: {
      const auto document = model_->find(*corpus.dispensations[item.index].document);
      return document && document->kind == ItemKind::document && sees(*document);
    }
    default:
      return true;
  }
}

ItemRef View::ref_of(const Document& document) const {
  return {ItemKind::document, position_in(model_->source().documents, document)};
}
ItemRef View::ref_of(const Handbook& handbook) const {
  return {ItemKind::handbook, position_in(model_->source().handbooks, handbook)};
}
ItemRef View::ref_of(const Catalog& catalog) const {
  return {ItemKind::catalog, position_in(model_->source().catalogs, catalog)};
}
ItemRef View::ref_of(const Page& page) const { return {ItemKind::page, position_in(model_->source().pages, page)}; }
ItemRef View::ref_of(const Project& project) const {
  return {ItemKind::project, position_in(model_->source().projects, project)};
}
ItemRef View::ref_of(const Dispensation& dispensation) const {
  return {ItemKind::dispensation, position_in(model_->source().dispensations, dispensation)};
}
ItemRef View::ref_of(const Term& term) const { return {ItemKind::term, position_in(model_->source().terms, term)}; }

std::optional<ItemRef> View::find(std::string_view id) const {
  const auto found = model_->find(id);
  return found && sees(*found) ? found : std::nullopt;
}

const Document& View::document(ItemRef item) const { return model_->source().documents[item.index]; }
const Handbook& View::handbook(ItemRef item) const { return model_->source().handbooks[item.index]; }
const Project& View::project(ItemRef item) const { return model_->source().projects[item.index]; }
const Catalog& View::catalog(ItemRef item) const { return model_->source().catalogs[item.index]; }
const Page& View::page(ItemRef item) const { return model_->source().pages[item.index]; }

const PublishedMember& View::member(ItemRef item) const {
  return *std::find_if(members_.begin(), members_.end(), [&](const auto& member) { return member.ref == item; });
}

const std::string& View::classification_of(ItemRef item) const {
  return config().classifications[model_->level_of(item)];
}

const Document* View::document_of(FileIndex file) const {
  const auto found = model_->by_file[file];
  return found && found->kind == ItemKind::document && sees(*found) ? &document(*found) : nullptr;
}

}  // namespace kanon
