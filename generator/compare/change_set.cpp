#include "compare/change_set.h"

#include <map>

namespace kanon {
namespace {

std::string id_of(const Item& item) { return *item.id; }
std::string id_of(const Page& page) { return page.address; }

std::string title_of(const Governed& item) { return *item.title; }
std::string title_of(const Project& project) { return *project.title; }
std::string title_of(const Page& page) { return *page.title; }
std::string title_of(const Member& member) {
  const bool is_told = member.status == MemberStatus::admitted || member.status == MemberStatus::left;
  return is_told ? *member.name : *member.id;
}

ItemRedline redline_of(const Catalog& before, const ParsedFile&, const Catalog& after, const ParsedFile&) {
  return compare_items(before, after);
}
ItemRedline redline_of(const Handbook& before, const ParsedFile&, const Handbook& after, const ParsedFile&) {
  return compare_items(before, after);
}
template <class T>
ItemRedline redline_of(const T& before, const ParsedFile& old_source, const T& after, const ParsedFile& new_source) {
  return compare_items(before, old_source, after, new_source);
}

class SetComparison {
 public:
  SetComparison(const Corpus& before, const Corpus& after, ChangeSet& changes)
      : before_(before), after_(after), changes_(changes) {}

  template <class T>
  void compare(ItemKind kind, const std::vector<T>& before, const std::vector<T>& after) {
    // Where an id is given twice, the first counts: a finding says so.
    std::map<std::string, std::pair<const T*, const T*>> by_id;
    for (const T& item : before) {
      auto& both = by_id[id_of(item)];
      if (both.first == nullptr) both.first = &item;
    }
    for (const T& item : after) {
      auto& both = by_id[id_of(item)];
      if (both.second == nullptr) both.second = &item;
    }
    for (const auto& [id, both] : by_id) add(kind, id, both.first, both.second);
  }

 private:
  template <class T>
  void add(ItemKind kind, const std::string& id, const T* was, const T* is) {
    if (was != nullptr && is != nullptr && has_same_text(*was, *is)) return;
    static const T nothing{};
    static const ParsedFile no_source;
    ItemChange change{.kind = kind, .id = id};
    change.fate = was == nullptr ? Fate::inserted : is == nullptr ? Fate::deleted : Fate::changed;
    change.title = title_of(is == nullptr ? *was : *is);
    if (is != nullptr) change.path = after_.files[is->file].path;
    if (was != nullptr) change.was_path = before_.files[was->file].path;
    change.redline = redline_of(was == nullptr ? nothing : *was, was == nullptr ? no_source : before_.parsed(was->file),
                                is == nullptr ? nothing : *is, is == nullptr ? no_source : after_.parsed(is->file));
    // Whoever came or went is told as such; which keys there were says nothing more.
    if (change.fate != Fate::changed) change.redline.private_fields.clear();
    if (was != nullptr) change.redline.before_file = was->file;
    if (is != nullptr) change.redline.after_file = is->file;
    if (change.fate != Fate::changed || !change.redline.is_empty() || change.path != change.was_path)
      changes_.items.push_back(std::move(change));
  }

  bool has_same_text(const Item& was, const Item& is) const {
    const SourceFile& old_file = before_.files[was.file];
    const SourceFile& new_file = after_.files[is.file];
    return old_file.path == new_file.path && old_file.parsed.text() == new_file.parsed.text();
  }

  const Corpus& before_;
  const Corpus& after_;
  ChangeSet& changes_;
};

}  // namespace

ChangeSet compare(const Model& before, const Model& after) {
  ChangeSet changes;
  const Corpus& was = before.source();
  const Corpus& is = after.source();
  SetComparison comparison(was, is, changes);
  comparison.compare(ItemKind::document, was.documents, is.documents);
  comparison.compare(ItemKind::catalog, was.catalogs, is.catalogs);
  comparison.compare(ItemKind::handbook, was.handbooks, is.handbooks);
  comparison.compare(ItemKind::member, was.members, is.members);
  comparison.compare(ItemKind::project, was.projects, is.projects);
  comparison.compare(ItemKind::page, was.pages, is.pages);
  changes.registers = compare_records(register_records(was), register_records(is));
  return changes;
}

}  // namespace kanon
