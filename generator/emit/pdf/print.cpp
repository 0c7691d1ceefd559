#include "emit/pdf/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/escape.h"
#include "base/text.h"
#include "emit/html/body.h"
#include "emit/html/embeds.h"
#include "emit/html/page_frame.h"
#include "emit/html/requirement_index.h"
#include "emit/html/rows.h"
#include "emit/html/section_numbers.h"
#include "emit/pdf/handbook_parts.h"
#include "emit/pdf/print_links.h"
#include "emit/pdf/print_requirements.h"
#include "emit/pdf/print_text.h"
#include "history/in_force.h"
#include "model/fingerprint.h"

namespace kanon {
namespace {

/// A single document has contents when it has more headings than this.
constexpr std::size_t headings_without_contents = 6;

/// Where a body stands in its PDF.
struct Section {
  int base_level = 1;  ///< of its headings of the second level, the first that a body has
  std::string number;  ///< of its chapter; empty: the headings are not numbered
};

Date newest_date(const Governed& item) {
  Date newest;
  for (const HistoryEntry& entry : item.history) newest = std::max(newest, *entry.date);
  return newest;
}

std::string classification_of(const View& view, const Governed& item) {
  const Config& config = view.config();
  if (item.classification) return **item.classification;
  return config.classifications.empty() ? std::string() : config.classifications[config.most_restricted()];
}

// What a release's PDF says may not change after the release: it comes out byte for byte the same as long as it is
// published. So it tells what the release itself holds, and not what became of it since: nothing of its children, of
// newer versions, of today. (Registers that an author embeds are as they are when the site is built.)

/// Puts a handbook, document or catalog together, part by part.
class Composition {
 public:
  Composition(const View& view, const Theme& theme, const ReadFile& read)
      : view_(view),
        words_(theme.words(view.language())),
        layouts_(theme),
        site_(site_data(view, words_)),
        embeds_(view, words_, layouts_, site_),
        links_(view, read) {}

  Result<Print> document(const Document& document);
  Result<Print> catalog(const Catalog& catalog);
  Result<Print> handbook(const Handbook& handbook);
  Result<Print> applicability();

 private:
  RowSource rows() {
    return {view_, words_, [this](ItemRef item) { return links_.to_item(item); }};
  }
  void begin(const Governed& item, const std::string& kind);
  std::string title_of_parent(const Document& document) const;
  Data facts(const Governed& item, const std::string& kind);
  void add_layout(std::string& out, const std::string& layout, const Data& data);
  void add_body(FileIndex file, const Chapter& chapter, const Section& section);
  std::vector<SeenPart> seen_parts(const Handbook& handbook);
  void add_chapter(const Governed& item, const Chapter& chapter, Data data, const std::string& number);
  void add_part(const SeenPart& part, std::size_t number);
  std::string requirements_of(const Catalog& catalog);
  std::string of_each(const std::string& name, const Handbook& handbook, const std::vector<SeenPart>& parts);
  std::string requirement_index_of(const std::vector<SeenPart>& parts);
  void add_closing(const Governed& item);
  void add_appendix(const WantedAppendix& wanted, const Handbook& handbook, const std::vector<SeenPart>& parts);
  std::string embed(const std::string& name, std::map<std::string, std::string> options, const Governed* item);
  Result<Print> done();

  const View& view_;
  const Words& words_;
  Layouts layouts_;
  Data site_;
  Embeds embeds_;
  PrintLinks links_;
  Print print_;
  std::size_t appendices_ = 0;
  std::optional<Error> error_;
};

void Composition::begin(const Governed& item, const std::string& kind) {
  const Config& config = view_.config();
  print_.facts = {
      *item.id,          *item.title,          config.publisher,        view_.language() == Language::da ? "da" : "en",
      newest_date(item), item.version->text(), item.edition.fingerprint};
  links_.speak_as(item.edition);
  print_.running_title = kind.empty() ? *item.title : kind + ": " + *item.title;
  const std::string version = words_["version"] + " " + item.version->text();
  print_.foot_line = item.edition.is_released() ? version + " · " + short_fingerprint(item.edition.fingerprint)
                                                : words_["draft_mark"] + " · " + version;
  print_.foot_line += " · " + words_["classification"] + ": " + classification_of(view_, item);
}

Data Composition::facts(const Governed& item, const std::string& kind) {
  Governed present = item;
  std::erase_if(present.approvals, [&](const Approval& approval) { return !(*approval.version == *item.version); });
  Data data;
  put(data, "publisher", text_or_nothing(view_.config().publisher));
  put(data, "kind", text_or_nothing(kind));
  put(data, "title", *item.title);
  put(data, "version", item.version->text());
  put(data, "draft", item.edition.is_released() ? Data(false) : Data(words_["draft_mark"]));
  put(data, "fingerprint", text_or_nothing(short_fingerprint(item.edition.fingerprint)));
  put(data, "released", day_or_nothing(words_, item.edition.released));
  put(data, "effective", day_or_nothing(words_, in_force_from(item)));
  put(data, "owner", text_or_nothing(item.owner));
  put(data, "classification", classification_of(view_, item));
  put(data, "approvals", items_or_nothing(approval_rows(rows(), present)));
  put(data, "parent", false);
  put(data, "next_review", false);
  return data;
}

void Composition::add_layout(std::string& out, const std::string& layout, const Data& data) {
  auto html = layouts_.fill(layout, data, site_);
  if (html) {
    out += *html;
  } else if (!error_) {
    error_ = std::move(html.error());
  }
}

std::string Composition::embed(const std::string& name, std::map<std::string, std::string> options,
                               const Governed* item) {
  return embeds_.write({name, std::move(options), item, {}}, rows().href_of);
}

void Composition::add_body(FileIndex file, const Chapter& chapter, const Section& section) {
  const std::vector<Heading> headings = view_.headings_of(file);
  const auto own_numbers = section_numbers(headings);
  std::map<std::string, std::string, std::less<>> numbers;
  for (const Heading& heading : headings) {
    PrintHeading printed{chapter.prefix + heading.anchor, {}, heading.title, section.base_level + heading.level - 2};
    // In a handbook a third figure behind those of part and chapter is enough.
    const auto own = own_numbers.find(heading.node);
    if (own != own_numbers.end() && (section.number.empty() || heading.level == 2)) {
      printed.number = section.number.empty() ? own->second : section.number + '.' + own->second;
      numbers.emplace(printed.place, printed.number);
    }
    print_.headings.push_back(std::move(printed));
  }
  const ParsedFile& source = view_.parsed(file);
  BodyContext context;
  context.language = view_.language();
  context.id_prefix = chapter.prefix;
  context.heading_shift = section.base_level == 1 ? 0 : 1;
  context.href_of = [&](std::uint32_t node) {
    const LinkTarget* target = view_.target_of(file, node);
    if (target == nullptr) return std::string();
    return source.markdown()[node].kind == MarkdownKind::image ? links_.to_picture(*target) : links_.to_target(*target);
  };
  context.title_of = [&](std::uint32_t node) {
    const LinkTarget* target = view_.target_of(file, node);
    return target == nullptr ? std::string() : links_.title_of(*target);
  };
  context.embed = [&](std::uint32_t node) { return embeds_.write(embed_at(view_, file, node), rows().href_of); };
  print_.text += for_paper(numbered(write_body(source, context), numbers));
}

Result<Print> Composition::done() {
  if (!error_) error_ = embeds_.take_error();
  if (error_) return std::unexpected(*error_);
  print_.files = links_.take_pictures();
  return std::move(print_);
}

/// Of a release the parent as it was recorded, by the title that it had then.
std::string Composition::title_of_parent(const Document& document) const {
  if (!document.edition.is_released()) {
    const Document* parent = view_.parent_of(document);
    return parent == nullptr ? std::string() : *parent->title;
  }
  const auto parent = document.edition.parent ? view_.edition(*document.edition.parent) : std::nullopt;
  return parent ? *view_.governed(*parent).title : std::string();
}

Result<Print> Composition::document(const Document& document) {
  const std::string kind = type_label(view_, document);
  begin(document, kind);
  const Chapter chapter{"_title", ""};
  links_.add(view_.ref_of(document), chapter);
  Data data = facts(document, kind);
  put(data, "parent", text_or_nothing(title_of_parent(document)));
  put(data, "next_review", day_or_nothing(words_, view_.next_review(document)));
  add_layout(print_.front, "print/title", data);
  print_.text += "<div class=\"body\">";
  add_body(document.file, chapter, {1, ""});
  print_.text += "</div>";
  if (print_.headings.size() > headings_without_contents) print_.contents = ContentsPlace::below_title_block;
  add_closing(document);
  return done();
}

Result<Print> Composition::catalog(const Catalog& catalog) {
  const std::string& kind = words_["catalog"];
  begin(catalog, kind);
  links_.add(view_.ref_of(catalog), {"_title", ""});
  add_layout(print_.front, "print/title", facts(catalog, kind));
  print_.text += "<div class=\"body\">" + requirements_of(catalog) + "</div>";
  add_closing(catalog);
  return done();
}

/// A catalog's requirements, each a place that can be linked to.
std::string Composition::requirements_of(const Catalog& catalog) {
  const std::string html =
      embed("requirements", {{"catalog", *catalog.id}, {"version", catalog.version->text()}}, &catalog);
  return with_requirement_places(for_paper(html), catalog, links_.chapter_of(view_.ref_of(catalog))->prefix);
}

/// The approvals and the history that end a single document or catalog.
void Composition::add_closing(const Governed& item) {
  Data closing;
  const DataList approvals = approval_rows(rows(), item);
  const DataList history = history_rows(rows(), item);
  put(closing, "approvals", items_or_nothing(approvals));
  put(closing, "history", items_or_nothing(history));
  if (!approvals.empty()) print_.headings.push_back({"_approvals", {}, words_["approvals"], 1});
  if (!history.empty()) print_.headings.push_back({"_history", {}, words_["history"], 1});
  add_layout(print_.text, "print/closing", closing);
}

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
  print_.headings.push_back({chapter.place, number, *item.title, 2});
  print_.text += "<div class=\"chapter\">";
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
    add_body(document->file, chapter, {3, own});
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
  for (std::size_t i = 0; i < parts.size(); ++i) add_part(parts[i], i + 1);
  for (const Appendix& appendix : handbook.appendices) {
    add_appendix(WantedAppendix(*appendix.embed), handbook, parts);
  }
  return done();
}

Result<Print> Composition::applicability() {
  const Config& config = view_.config();
  const std::string& title = words_["applicability_title"];
  const std::vector<ItemRef> releases = view_.releases();
  const Date newest = releases.empty() ? Date() : view_.governed(releases.front()).edition.released.value_or(Date());
  print_.facts = {"soa", title, config.publisher, view_.language() == Language::da ? "da" : "en", newest, {}, {}};
  print_.running_title = title;
  const Audience* audience = config.audience(view_.audience());
  if (audience != nullptr) print_.foot_line = words_["classification"] + ": " + audience->up_to;
  print_.headings.push_back({"_title", {}, title, 1});
  Data data;
  put(data, "publisher", text_or_nothing(config.publisher));
  put(data, "title", title);
  add_layout(print_.front, "print/statement", data);
  print_.text += "<div class=\"body\">" + embed("applicability", {}, nullptr) + "</div>";
  return done();
}

}  // namespace

Result<Print> compose_applicability(const View& view, const Theme& theme) {
  const ReadFile no_pictures;
  return Composition(view, theme, no_pictures).applicability();
}

Result<Print> compose_print(const View& view, const Theme& theme, ItemRef item, const ReadFile& read) {
  Composition composition(view, theme, read);
  if (item.kind == ItemKind::handbook) return composition.handbook(view.handbook(item));
  if (item.kind == ItemKind::catalog) return composition.catalog(view.catalog(item));
  return composition.document(view.document(item));
}

}  // namespace kanon
