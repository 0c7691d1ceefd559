#include <fmt/format.h>

#include "base/escape.h"
#include "base/text.h"
#include "emit/html/requirement_index.h"
#include "emit/pdf/composition.h"
#include "emit/pdf/print_text.h"

namespace kanon {

std::vector<SeenPart> Composition::seen_parts(const Handbook& handbook) {
  std::vector<SeenPart> parts;
  const auto is_new = [&](ItemRef ref, const std::string& id) {
    if (links_.chapter_of(ref) != nullptr) return false;
    links_.add(ref, {id, id + "."});
    return true;
  };
  for (const HandbookPart& part : handbook.parts) {
    SeenPart seen{part.title, {}, {}};
    for (const Document* document : view_.documents_of(part)) {
      if (is_new(view_.ref_of(*document), *document->id)) seen.documents.push_back(document);
    }
    for (const Catalog* catalog : view_.catalogs_of(part)) {
      if (is_new(view_.ref_of(*catalog), *catalog->id)) seen.catalogs.push_back(catalog);
    }
    if (!seen.documents.empty() || !seen.catalogs.empty()) parts.push_back(std::move(seen));
  }
  return parts;
}

void Composition::add_chapter(const Governed& item, const Chapter& chapter, Data data, const std::string& number) {
  put(data, "place", chapter.place);
  put(data, "number", number);
  put(data, "changes", changes_of(item, chapter));
  print_.headings.push_back({chapter.place, number, *item.title, 2});
  const ChangedItem* change = change_of(item);
  const bool is_new = change != nullptr && change->kind == ChangedItem::Kind::added;
  print_.text += is_new ? "<div class=\"chapter new-chapter\">" : "<div class=\"chapter\">";
  add_layout(print_.text, "print/chapter", data);
  print_.text += "<div class=\"body\">";
}

void Composition::add_part(const SeenPart& part, std::size_t number) {
  const std::string place = fmt::format("_part-{}", number);
  print_.headings.push_back({place, std::to_string(number), part.title, 1});
  Data opening;
  put(opening, "place", place);
  put(opening, "number", std::to_string(number));
  put(opening, "title", part.title);
  std::size_t chapters = 0;
  // The part's own title stands above its first chapter.
  const auto with_opening = [&](Data data) {
    put(data, "part", chapters == 0 ? opening : Data(false));
    return data;
  };
  for (const Document* document : part.documents) {
    const Chapter& chapter = *links_.chapter_of(view_.ref_of(*document));
    Data data = with_opening(facts(*document, type_label(view_, *document)));
    const std::string own = fmt::format("{}.{}", number, ++chapters);
    add_chapter(*document, chapter, std::move(data), own);
    add_body(*document, chapter, {3, own});
    print_.text += "</div></div>";
  }
  for (const Catalog* catalog : part.catalogs) {
    Data data = with_opening(facts(*catalog, {}));
    add_chapter(*catalog, *links_.chapter_of(view_.ref_of(*catalog)), std::move(data),
                fmt::format("{}.{}", number, ++chapters));
    print_.text += requirements_of(*catalog) + "</div></div>";
  }
}

/// What the handbook and each part of it has of an embed that is about one item, under the item's title.
std::string Composition::of_each(const std::string& name, const Handbook& handbook,
                                 const std::vector<SeenPart>& parts) {
  std::string all;
  const auto add = [&](const Governed& item) {
    const std::string html = embed(name, {}, &item);
    if (!html.empty()) all += "<h3>" + escape_html(*item.title) + "</h3>" + html;
  };
  add(handbook);
  for (const SeenPart& part : parts) {
    for (const Document* document : part.documents) add(*document);
    for (const Catalog* catalog : part.catalogs) add(*catalog);
  }
  return all;
}

std::string Composition::requirement_index_of(const std::vector<SeenPart>& parts) {
  std::vector<const Document*> documents;
  std::vector<const Catalog*> catalogs;
  for (const SeenPart& part : parts) {
    documents.insert(documents.end(), part.documents.begin(), part.documents.end());
    catalogs.insert(catalogs.end(), part.catalogs.begin(), part.catalogs.end());
  }
  const DataList index = requirement_index(rows(), catalogs, documents);
  std::string html;
  Data data;
  put(data, "items", index);
  if (!index.empty()) add_layout(html, "embed/requirement-index", data);
  return html;
}

void Composition::add_appendix(const WantedAppendix& wanted, const Handbook& handbook,
                               const std::vector<SeenPart>& parts) {
  const auto& [name, options] = wanted;
  const bool is_about_items = name == "history" || name == "approvals";
  const std::string content = name == "requirement-index" ? requirement_index_of(parts)
                              : is_about_items            ? of_each(name, handbook, parts)
                                                          : embed(name, options, &handbook);
  if (content.empty()) return;
  const std::string label = fmt::format("{} {}", words_["appendix"], ++appendices_);
  const std::string place = fmt::format("_appendix-{}", appendices_);
  const std::string& title = words_["appendix_" + replace_all(name, "-", "_")];
  print_.headings.push_back({place, label, title, 1});
  Data data;
  put(data, "place", place);
  put(data, "number", label);
  put(data, "title", title);
  put(data, "content", for_paper(content));
  add_layout(print_.text, "print/appendix", data);
}

Result<Print> Composition::handbook(const Handbook& handbook) {
  begin(handbook, {});
  print_.has_cover = true;
  print_.contents = ContentsPlace::own_page;
  const std::vector<SeenPart> parts = seen_parts(handbook);
  Data data = facts(handbook, words_["handbook"]);
  put(data, "subtitle", text_or_nothing(handbook.subtitle));
  add_layout(print_.front, "print/cover", data);
  if (since_) compare_parts(parts);
  add_summary(view_.ref_of(handbook));
  for (std::size_t i = 0; i < parts.size(); ++i) add_part(parts[i], i + 1);
  for (const Appendix& appendix : handbook.appendices) {
    add_appendix(WantedAppendix(*appendix.embed), handbook, parts);
  }
  return done();
}

}  // namespace kanon
