#include "read/config.h"

#include "read/config_parts.h"

namespace kanon {
namespace {

std::vector<std::string> words(Mapping& mapping, std::string_view key) {
  std::vector<std::string> words;
  for (auto& word : mapping.texts(key)) words.push_back(std::move(word.value));
  return words;
}

/// Relative addresses are joined to it, so it ends with a slash and holds neither query nor fragment.
void read_base_url(Mapping& site, Config& config) {
  const auto url = site.optional("base_url", url_form());
  if (!url) return;
  if ((*url)->find_first_of("?#") != std::string::npos) {
    site.reading().report(RuleId::invalid_value, url->range,
                          message("«base_url» må hverken indeholde ? eller #", "“base_url” may hold neither ? nor #"),
                          {"Skriv kun adressen på webstedets forside, for eksempel https://eksempel.dk/.",
                           "Write only the address of the site's front page, for example https://example.org/."});
    return;
  }
  config.base_url = **url;
  if (!config.base_url.ends_with('/')) config.base_url += '/';
}

void read_site(Mapping& root, Config& config) {
  static const Form<Language> language = choice_form<Language>({{"da", Language::da}, {"en", Language::en}});
  root.required_mapping("site", "{title: Cybersikkerhedspagten}", [&](Mapping& site) {
    config.title = *site.required_text("title", "Cybersikkerhedspagten");
    config.description = site.text("description");
    read_base_url(site, config);
    if (const auto chosen = site.optional("language", language)) config.language = **chosen;
    config.publisher = site.text("publisher");
    config.contact = site.text("contact");
    if (const auto url = site.optional("accessibility_statement", url_form())) config.accessibility_statement = **url;
    read_security_contact(site, config);
  });
}

void read_pdf(Mapping& root, Config& config) {
  static const Form<PdfEngineKind> engine =
      choice_form<PdfEngineKind>({{"wkhtmltopdf", PdfEngineKind::wkhtmltopdf}, {"chromium", PdfEngineKind::chromium}});
  root.mapping("pdf", [&](Mapping& pdf) {
    if (const auto chosen = pdf.optional("engine", engine)) config.pdf_engine = **chosen;
  });
}

std::vector<std::string> approvals_below(Mapping& root, std::string_view key, const Config& config) {
  std::vector<std::string> bodies;
  root.mapping(key, [&](Mapping& mapping) {
    for (auto& body : read_body_ids(mapping, "approvals", config)) bodies.push_back(std::move(body.value));
  });
  return bodies;
}

}  // namespace

Config read_config(Reading& reading) {
  Config config = default_config();
  Mapping root(reading);
  read_site(root, config);
  read_classifications(root, config);
  read_audiences(root, config);
  read_bodies(root, config);
  read_document_types(root, config);
  read_pdf(root, config);
  read_rules(root, config);
  for (const auto& day : root.list("holidays", date_form())) config.holidays.push_back(*day);
  config.evaluation_body = root.text("evaluation_body");
  root.mapping("review", [&](Mapping& review) {
    if (const auto before = review.optional_duration("due_soon")) config.review_due_soon = **before;
  });
  config.catalog_approvals = approvals_below(root, "catalogs", config);
  config.handbook_approvals = approvals_below(root, "handbooks", config);
  root.mapping("wording", [&](Mapping& wording) {
    config.vague_words = words(wording, "vague");
    config.vague_time_words = words(wording, "vague_time");
  });
  root.mapping("glossary", [&](Mapping& glossary) {
    if (const auto chosen = glossary.optional_boolean("link_terms")) config.links_terms = **chosen;
  });
  read_limits(root, config);
  read_page_folders(root, config);
  root.finish();
  return config;
}

}  // namespace kanon
