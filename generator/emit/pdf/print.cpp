#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/escape.h"
#include "base/text.h"
#include "emit/html/body.h"
#include "emit/html/section_numbers.h"
#include "emit/pdf/composition.h"
#include "emit/pdf/print_requirements.h"
#include "emit/pdf/print_text.h"
#include "emit/redline/whole_body.h"
#include "history/in_force.h"
#include "model/fingerprint.h"

namespace kanon {
namespace {

/// A single document has contents when it has more headings than this.
constexpr std::size_t headings_without_contents = 6;

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

}  // namespace

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
  if (since_) begin_redline();
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
  put(data, "redline_of", since_ ? Data(redline_line()) : Data(false));
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

void Composition::add_body(const Document& document, const Chapter& chapter, const Section& section) {
  const FileIndex file = document.file;
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
  const ChangedItem* change = change_of(document);
  const bool has_changes = change != nullptr && change->kind == ChangedItem::Kind::changed;
  const std::string body =
      has_changes ? write_whole_body(change->redline.body, source, context) : write_body(source, context);
  print_.text += for_paper(numbered(body, numbers));
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
  if (since_) compare_with(*since_, view_.ref_of(document));
  add_summary(view_.ref_of(document));
  print_.text += "<div class=\"body\">";
  add_body(document, chapter, {1, ""});
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
  if (since_) compare_with(*since_, view_.ref_of(catalog));
  add_summary(view_.ref_of(catalog));
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

Result<Print> compose_applicability(const View& view, const Theme& theme) {
  const ReadFile no_pictures;
  return Composition(view, theme, no_pictures).applicability();
}

Result<Print> compose_print(const View& view, const Theme& theme, ItemRef item, const ReadFile& read,
                            std::optional<ItemRef> since) {
  Composition composition(view, theme, read, since);
  if (item.kind == ItemKind::handbook) return composition.handbook(view.handbook(item));
  if (item.kind == ItemKind::catalog) return composition.catalog(view.catalog(item));
  return composition.document(view.document(item));
}

}  // namespace kanon
