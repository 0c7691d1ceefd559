#include "emit/html/metadata.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "emit/html/page_names.h"
#include "emit/html/rows.h"
#include "emit/json_data.h"
#include "history/own_entry.h"
#include "resolve/addresses.h"

namespace kanon {
namespace {

using Json = nlohmann::ordered_json;

const char* code_of(Language language) { return language == Language::da ? "da" : "en"; }

bool shows_governed(const PagePlan& page) {
  return page.item && (shows_item(page.kind) || page.kind == PageKind::release);
}

std::string type_of(const View& view, ItemRef item, const Words& words) {
  if (item.kind == ItemKind::document) return type_label(view, view.document(item));
  return words[item.kind == ItemKind::catalog ? "catalog" : "handbook"];
}

std::optional<Date> day_of_change(const Governed& edition) {
  const HistoryEntry* entry = own_entry(edition);
  return entry == nullptr ? std::nullopt : std::optional(*entry->date);
}

void put_text(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

void put_day(Json& json, const char* name, std::optional<Date> day) {
  if (day) json[name] = day->iso();
}

Json organization(const std::string& name) { return {{"@type", "Organization"}, {"name", name}}; }

Json thing(const char* type) { return {{"@context", "https://schema.org"}, {"@type", type}}; }

/// `from/until`, an open end as `..` (ISO 8601-2).
std::string span_of(const Edition& edition) {
  if (!edition.in_force_from) return {};
  return edition.in_force_from->iso() + "/" + (edition.in_force_until ? edition.in_force_until->iso() : "..");
}

class GovernedData {
 public:
  GovernedData(const Site& site, const PagePlan& page, const Words& words)
      : site_(site),
        view_(*site.view),
        config_(view_.config()),
        item_(*page.item),
        edition_(view_.governed(item_)),
        address_(page.address),
        is_permanent_(page.kind == PageKind::release),
        type_(type_of(view_, item_, words)) {}

  Json legislation() const {
    Json json = thing("Legislation");
    json["name"] = *edition_.title;
    json["legislationIdentifier"] = *edition_.id;
    put_text(json, "legislationType", type_);
    add_version(json);
    put_day(json, "legislationDate", adopted());
    put_day(json, "legislationDateVersion", edition_.edition.in_force_from);
    put_text(json, "temporalCoverage", span_of(edition_.edition));
    const bool is_in_force = edition_.edition.standing == Standing::in_force;
    json["legislationLegalForce"] = is_in_force ? "https://schema.org/InForce" : "https://schema.org/NotInForce";
    add_bodies(json);
    add_parent(json);
    return json;
  }

  Json digital_document() const {
    Json json = thing("DigitalDocument");
    json["name"] = *edition_.title;
    json["identifier"] = *edition_.id;
    put_text(json, "genre", type_);
    add_version(json);
    return json;
  }

 private:
  void add_version(Json& json) const {
    json["version"] = edition_.version->text();
    put_day(json, "datePublished", edition_.edition.released);
    put_day(json, "dateModified", day_of_change(edition_));
    json["inLanguage"] = code_of(config_.language);
    put_text(json, "url", absolute_url(config_, address_));
    if (!config_.publisher.empty()) json["publisher"] = organization(config_.publisher);
    const std::string pdf = view_.pdf_address_of(item_);
    if (site_.has_pdf(pdf) && !config_.base_url.empty()) {
      json["encoding"] = {
          {"@type", "MediaObject"}, {"encodingFormat", "application/pdf"}, {"contentUrl", absolute_url(config_, pdf)}};
    }
  }

  std::optional<Date> adopted() const {
    std::optional<Date> day;
    for (const Approval& approval : edition_.approvals) {
      if (*approval.version == *edition_.version && (!day || *approval.date > *day)) day = *approval.date;
    }
    return day;
  }

  void add_bodies(Json& json) const {
    Json bodies = Json::array();
    for (const Approval& approval : edition_.approvals) {
      if (*approval.version == *edition_.version) bodies.push_back(organization(config_.name_of_body(*approval.body)));
    }
    if (!bodies.empty()) json["legislationPassedBy"] = std::move(bodies);
  }

  /// A permanent page keeps to the version of the parent that its own was released under.
  std::optional<ItemRef> parent() const {
    if (is_permanent_) return edition_.edition.parent ? view_.edition(*edition_.edition.parent) : std::nullopt;
    const Document* above = view_.parent_of(view_.document(item_));
    return above == nullptr ? std::nullopt : std::optional(view_.ref_of(*above));
  }

  void add_parent(Json& json) const {
    const auto above = parent();
    if (!above) return;
    const Governed& of = view_.governed(*above);
    Json told{{"@type", "Legislation"}, {"name", *of.title}, {"legislationIdentifier", *of.id}};
    if (is_permanent_) told["version"] = of.version->text();
    const std::string at = is_permanent_ ? view_.permanent_address_of(*above) : view_.home_address_of(*above);
    put_text(told, "url", absolute_url(config_, at));
    json["isBasedOn"] = std::move(told);
  }

  const Site& site_;
  const View& view_;
  const Config& config_;
  ItemRef item_;
  const Governed& edition_;
  std::string address_;
  bool is_permanent_;
  std::string type_;
};

Json term_set(const Site& site, const PagePlan& page, const Words& words) {
  const Config& config = site.view->config();
  const std::string url = absolute_url(config, page.address);
  Json json = thing("DefinedTermSet");
  json["name"] = words["glossary"];
  json["inLanguage"] = code_of(config.language);
  put_text(json, "url", url);
  Json terms = Json::array();
  for (const Term* term : site.view->terms()) {
    Json one{
        {"@type", "DefinedTerm"}, {"termCode", *term->id}, {"name", term->term}, {"description", term->definition}};
    if (!url.empty()) one["url"] = url + "#" + *term->id;
    terms.push_back(std::move(one));
  }
  json["hasDefinedTerm"] = std::move(terms);
  return json;
}

Json web_site(const Config& config) {
  Json json = thing("WebSite");
  json["name"] = config.title;
  put_text(json, "description", config.description);
  json["inLanguage"] = code_of(config.language);
  put_text(json, "url", config.base_url);
  if (!config.publisher.empty()) json["publisher"] = organization(config.publisher);
  if (!config.base_url.empty()) {
    json["potentialAction"] = {
        {"@type", "SearchAction"},
        {"target", absolute_url(config, folders(config.language).search) + "?q={search_term_string}"},
        {"query-input", "required name=search_term_string"}};
  }
  return json;
}

}  // namespace

DataList dublin_core(const Site& site, const PagePlan& page, const Words& words) {
  const bool is_empty = page.kind == PageKind::not_found || page.kind == PageKind::moved ||
                        page.kind == PageKind::statement || page.kind == PageKind::gone;
  if (is_empty) return {};
  const Config& config = site.view->config();
  DataList rows;
  const auto add = [&](const char* name, const std::string& content) {
    if (content.empty()) return;
    Data row;
    put(row, "name", std::string(name));
    put(row, "content", content);
    rows.push_back(std::move(row));
  };
  add("DCTERMS.title", whole_title(site, page, words));
  add("DCTERMS.language", code_of(config.language));
  add("DCTERMS.publisher", config.publisher);
  if (!shows_governed(page)) return rows;
  const Governed& edition = site.view->governed(*page.item);
  const auto iso = [](std::optional<Date> day) { return day ? day->iso() : std::string(); };
  add("DCTERMS.identifier", *edition.id);
  add("DCTERMS.creator", edition.owner);
  add("DCTERMS.type", type_of(*site.view, *page.item, words));
  add("DCTERMS.modified", iso(day_of_change(edition)));
  add("DCTERMS.issued", iso(edition.edition.released));
  add("DCTERMS.valid", iso(edition.edition.in_force_from));
  return rows;
}

std::string linked_data(const Site& site, const PagePlan& page, const Words& words) {
  if (page.kind == PageKind::front) return json_for_html(web_site(site.view->config()));
  if (page.kind == PageKind::glossary) return json_for_html(term_set(site, page, words));
  if (!shows_governed(page)) return {};
  const GovernedData data(site, page, words);
  return json_for_html(page.item->kind == ItemKind::document ? data.legislation() : data.digital_document());
}

}  // namespace kanon
