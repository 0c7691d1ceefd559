#include "read/config.h"

#include <catch2/catch.hpp>

#include "unit/read/read_text.h"

using namespace kanon;

namespace {

constexpr std::string_view kExample =
    R"(site: {title: Pagten, base_url: "https://pagten.example", language: en, publisher: Sekretariatet, contact: a@b.dk,
       description: Om pagten, accessibility_statement: "https://was.digst.dk/pagten"}
classifications: [offentlig, intern, fortrolig]
audiences:
  public:   {up_to: offentlig}
  internal: {up_to: intern}
bodies: {direktion: Direktionen, udvalg: Udvalget}
document_types:
  - {id: politik,      label: Politik,      parents: [],                         approvals: [udvalg, direktion], review_every: P1Y}
  - {id: emnepolitik,  label: Emnepolitik,  parents: [politik],                  approvals: [udvalg]}
pdf: {engine: chromium}
rules: {review-due-soon: "off", broken-external-link: warning, orphan-document: off, missing-alt: error, vague-link-text: "warning"}
holidays: [2026-12-24, 2026-12-31]
evaluation_body: stiftere
review: {due_soon: P14D}
catalogs: {approvals: [udvalg]}
handbooks: {approvals: [udvalg, direktion]}
wording: {vague: [passende], vague_time: [snart]}
limits: {source_bytes: 4194304, import_bytes: 1048576, parse_seconds: 2.5, parse_memory: 134217728, parse_output: 2097152, pdf_seconds: 60, pdf_cache_bytes: 2097152}
pages: [{folder: ./docs/, address: /manual/}, {folder: generator/check/rules, address: manual/regler}]
)";

Config config_of(std::string_view yaml) {
  ReadText text("kanon.yaml", yaml);
  return read_config(text.reading());
}

Found found_in(std::string_view yaml) {
  ReadText text("kanon.yaml", yaml);
  read_config(text.reading());
  return text.found();
}

/// The findings of a configuration that has a title and that line.
Found found_after_title(std::string_view line) { return found_in("site: {title: T}\n" + std::string(line) + "\n"); }

}  // namespace

TEST_CASE("only the title is required; the rest is the contract's") {
  ReadText text("kanon.yaml", "site: {title: Pagten}\n");
  const Config config = read_config(text.reading());
  CHECK(text.found().empty());
  CHECK(config.title == "Pagten");
  CHECK(config.language == Language::da);
  CHECK(config.base_url.empty());
  CHECK(config.classifications == std::vector<std::string>{"offentlig", "intern", "fortrolig"});
  REQUIRE(config.audiences.size() == 2);
  CHECK(config.audience("internal")->up_to == "intern");
  CHECK(config.body("udvalg")->name == "Informationssikkerhedsudvalget");
  REQUIRE(config.document_types.size() == 5);
  CHECK(config.document_type("politik")->is_root());
  CHECK(config.document_type("politik")->approvals.size() == 2);
  CHECK(config.document_type("vejledning")->parents.size() == 4);
  CHECK(config.document_type("procedure")->review_every == Duration{12, 0});
  CHECK(config.pdf_engine == PdfEngineKind::wkhtmltopdf);
  CHECK(config.review_due_soon == Duration{0, 30});
  CHECK(config.limits.source_bytes == 2'097'152);
  CHECK(config.limits.import_bytes == 10'485'760);
}

TEST_CASE("a whole configuration is read exactly") {
  ReadText text("kanon.yaml", kExample);
  const Config config = read_config(text.reading());
  CHECK(text.found().empty());
  CHECK(config.base_url == "https://pagten.example/");
  CHECK(config.language == Language::en);
  CHECK(config.publisher == "Sekretariatet");
  CHECK(config.contact == "a@b.dk");
  CHECK(config.description == "Om pagten");
  CHECK(config.accessibility_statement == "https://was.digst.dk/pagten");
  CHECK(config.body("udvalg")->name == "Udvalget");
  REQUIRE(config.document_types.size() == 2);
  CHECK(text.at(config.document_types[1].parents.at(0).range) == "politik");
  CHECK_FALSE(config.document_types[1].review_every);
  CHECK(config.pdf_engine == PdfEngineKind::chromium);
  CHECK(config.severities == std::map<RuleId, Severity>{{RuleId::orphan_document, Severity::off},
                                                        {RuleId::review_due_soon, Severity::off},
                                                        {RuleId::broken_external_link, Severity::warning},
                                                        {RuleId::missing_alt, Severity::error},
                                                        {RuleId::vague_link_text, Severity::warning}});
  REQUIRE(config.holidays.size() == 2);
  CHECK(config.holidays[1].iso() == "2026-12-31");
  CHECK(config.evaluation_body == "stiftere");
  CHECK(config.review_due_soon == Duration{0, 14});
  CHECK(config.catalog_approvals == std::vector<std::string>{"udvalg"});
  CHECK(config.handbook_approvals == std::vector<std::string>{"udvalg", "direktion"});
  CHECK(config.vague_words == std::vector<std::string>{"passende"});
  CHECK(config.vague_time_words == std::vector<std::string>{"snart"});
  CHECK(config.limits.source_bytes == 4'194'304);
  CHECK(config.limits.parse_seconds == 2.5);
  CHECK(config.limits.pdf_seconds == 60);
  CHECK(config.limits.pdf_cache_bytes == 2097152);
  REQUIRE(config.page_folders.size() == 2);
  CHECK(*config.page_folders[0].folder == "docs");
  CHECK(*config.page_folders[0].address == "manual");
  CHECK(*config.page_folders[1].address == "manual/regler");
}

TEST_CASE("a configuration without a title points at the mapping that lacks it") {
  CHECK(found_in("site: {publisher: A}\n") == Found{"missing-key 1:7-1:8"});
  CHECK(found_in("pdf: {engine: chromium}\n") == Found{"missing-key 1:1-1:2"});
  CHECK(found_in("") == Found{"missing-key 1:1-1:1"});
  CHECK(found_in("site:\n  title:\n") == Found{"invalid-value 2:3-2:8"});
  CHECK(found_in("- a\n") == Found{"invalid-value 1:1-1:4"});
  CHECK(found_in("site: Pagten\n") == Found{"invalid-value 1:7-1:13"});
}

TEST_CASE("the site's addresses are whole web addresses") {
  CHECK(found_in("site: {title: T, base_url: pagten.example}\n") == Found{"invalid-value 1:28-1:42"});
  CHECK(found_in("site: {title: T, base_url: 'https://a.dk/?x'}\n") == Found{"invalid-value 1:28-1:45"});
  CHECK(found_in("site: {title: T, accessibility_statement: /was}\n") == Found{"invalid-value 1:43-1:47"});
  CHECK(found_in("site: {title: T, language: dansk}\n") == Found{"invalid-value 1:28-1:33"});
}

TEST_CASE("whom to tell of weaknesses is an address that RFC 9116 can hold") {
  const auto read = [](const std::string& security) {
    ReadText text("kanon.yaml", "site: {title: T, security: {" + security + "}}\n");
    const Config config = read_config(text.reading());
    CHECK(text.found().empty());
    return config.security;
  };
  CHECK(read("contact: a@b.dk").contact == "mailto:a@b.dk");
  CHECK(read("contact: 'mailto:a@b.dk'").contact == "mailto:a@b.dk");
  CHECK(read("contact: 'https://b.dk/x'").contact == "https://b.dk/x");
  CHECK(read("contact: 'tel:+4512345678'").contact == "tel:+4512345678");
  CHECK(read("contact: a@b.dk").expires_after == Duration{11, 0});
  CHECK(read("contact: a@b.dk, expires: P3M").expires_after == Duration{3, 0});
  CHECK(read("contact: a@b.dk, policy: 'https://b.dk/'").policy == "https://b.dk/");
  CHECK(found_in("site: {title: T, security: {contact: Sekretariatet}}\n") == Found{"invalid-value 1:38-1:51"});
  CHECK(found_in("site: {title: T, security: {contact: 'javascript:a@b'}}\n") == Found{"invalid-value 1:38-1:54"});
  CHECK(found_in("site: {title: T, security: {contact: 'a b@c'}}\n") == Found{"invalid-value 1:38-1:45"});
  CHECK(found_in("site: {title: T, security: {expires: P1Y}}\n") == Found{"missing-key 1:28-1:29"});
}

TEST_CASE("terms are linked unless the configuration says otherwise") {
  CHECK(default_config().links_terms);
  ReadText text("kanon.yaml", "site: {title: T}\nglossary: {link_terms: false}\n");
  CHECK_FALSE(read_config(text.reading()).links_terms);
  CHECK(found_after_title("glossary: {link_terms: perhaps}") == Found{"invalid-value 2:24-2:31"});
}

TEST_CASE("unknown keys of the configuration are found at every depth") {
  CHECK(found_after_title("documenttypes: []") == Found{"unknown-key 2:1-2:14"});
  CHECK(found_after_title("pdf: {engin: chromium}") == Found{"unknown-key 2:7-2:12"});
  CHECK(found_after_title("limits: {source_byte: 5000}") == Found{"unknown-key 2:10-2:21"});
  CHECK(found_after_title("audiences: {public: {upto: offentlig}}") ==
        Found{"missing-key 2:21-2:22", "unknown-key 2:22-2:26"});
}

TEST_CASE("an audience sees up to a level that exists") {
  ReadText text("kanon.yaml", "site: {title: T}\naudiences: {public: {up_to: ofentlig}}\n");
  const Config config = read_config(text.reading());
  CHECK(text.found() == Found{"unknown-classification 2:29-2:37"});
  CHECK(text.findings()[0].help.da == "Mente du «offentlig»?");
  CHECK(config.audiences.empty());
  CHECK(found_after_title("audiences: {Public Net: {up_to: offentlig}}") == Found{"invalid-id 2:13-2:23"});
}

TEST_CASE("levels are named once, and there is at least one") {
  CHECK(found_after_title("classifications: [a, b, a]").size() == 1);
  CHECK(found_after_title("classifications: []") == Found{"invalid-value 2:1-2:16"});
  CHECK(found_after_title("classifications: offentlig") == Found{"invalid-value 2:18-2:27"});
  const Config config = config_of("site: {title: T}\nclassifications: []\n");
  CHECK(config.classifications.size() == 3);
}

TEST_CASE("defaults follow the project's own levels and bodies") {
  const Config levels = config_of("site: {title: T}\nclassifications: [aaben, lukket]\n");
  REQUIRE(levels.audiences.size() == 1);
  CHECK(levels.audiences[0].id == "public");
  CHECK(levels.audiences[0].up_to == "aaben");
  const Config bodies = config_of("site: {title: T}\nbodies: {udvalg: Udvalget}\n");
  CHECK(bodies.document_type("politik")->approvals.size() == 1);
}

TEST_CASE("document types refer to types and bodies that exist") {
  CHECK(found_after_title("document_types: [{id: politik}, {id: regel, parents: [polittik], approvals: [udvalgt]}]") ==
        Found{"unknown-reference 2:55-2:63", "unknown-reference 2:78-2:85"});
  CHECK(found_after_title("document_types: [{id: a}, {id: a}]") == Found{"duplicate-id 2:32-2:33"});
  CHECK(found_after_title("document_types: [{id: A}, {id: b, parents: [A]}]") == Found{"invalid-id 2:23-2:24"});
  CHECK(found_after_title("document_types: []") == Found{"invalid-value 2:1-2:15"});
  CHECK(found_after_title("document_types: [{id: a, review_every: 1 year}]") == Found{"invalid-value 2:40-2:46"});
  CHECK(found_after_title("catalogs: {approvals: [ingen]}") == Found{"unknown-reference 2:24-2:29"});
  const Config config = config_of("site: {title: T}\ndocument_types: [{id: a}]\n");
  CHECK(config.document_type("a")->label == "a");
}

TEST_CASE("rules are named as the contract names them") {
  ReadText text("kanon.yaml",
                "site: {title: T}\nrules: {mising-alt: off, missing-alt: of, vague-time: error, zzz: off}\n");
  const Config config = read_config(text.reading());
  CHECK(config.severities == std::map<RuleId, Severity>{{RuleId::vague_time, Severity::error}});
  CHECK(text.found() == Found{"unknown-key 2:9-2:19", "invalid-value 2:39-2:41", "unknown-key 2:62-2:65"});
  CHECK(text.findings()[0].help.en == "Did you mean “missing-alt”?");
  CHECK(text.findings()[1].help.da == "Mente du «off»?");
}

TEST_CASE("every rule of the contract can be set") {
  // the table of the contract's section 9
  for (const auto* rule : {"invalid-yaml",
                           "invalid-utf8",
                           "unknown-key",
                           "missing-key",
                           "invalid-value",
                           "invalid-id",
                           "duplicate-id",
                           "too-large",
                           "unknown-reference",
                           "missing-parent",
                           "unknown-parent",
                           "parent-cycle",
                           "wrong-parent-type",
                           "suspect-parent",
                           "unreleased-parent",
                           "orphan-document",
                           "missing-history",
                           "version-mismatch",
                           "version-not-increasing",
                           "history-date-order",
                           "future-date",
                           "unrecorded-change",
                           "tampered-archive",
                           "broken-ledger",
                           "missing-approval",
                           "review-overdue",
                           "review-due-soon",
                           "broken-link",
                           "broken-anchor",
                           "broken-image",
                           "removed-anchor",
                           "broken-external-link",
                           "unknown-classification",
                           "classification-leak",
                           "invalid-cvr",
                           "missing-declaration",
                           "unmet-objective",
                           "unknown-criterion",
                           "not-established-in-denmark",
                           "objection-without-criterion",
                           "missing-meeting",
                           "early-admission",
                           "no-majority",
                           "missing-evaluation",
                           "vague-wording",
                           "vague-time",
                           "missing-verification",
                           "missing-frequency",
                           "not-imperative",
                           "compound-requirement",
                           "missing-reason",
                           "duplicate-requirement",
                           "uncovered-recommendation",
                           "expired-dispensation",
                           "missing-measures",
                           "uncovered-control",
                           "unjustified-exclusion",
                           "unsafe-html",
                           "unsafe-link",
                           "undefined-footnote",
                           "missing-alt",
                           "skipped-heading",
                           "missing-table-header",
                           "vague-link-text"}) {
    CHECK(found_after_title(fmt::format("rules: {{{}: off}}", rule)).empty());
  }
}

TEST_CASE("page folders stay in the project, beside content") {
  for (const auto* bad :
       {"/etc", "..", "../a", "a/../b", "content", "content/documents", ".", "./", ".git", "a/.b", "'a\\b'", "''"}) {
    CHECK(found_after_title(fmt::format("pages: [{{folder: {}, address: a}}]", bad)).size() == 1);
  }
  for (const auto* bad : {"../a", "A", "a b", "a//b", "https://a.dk", "/", "'a#b'"}) {
    CHECK(found_after_title(fmt::format("pages: [{{folder: a, address: {}}}]", bad)).size() == 1);
  }
  CHECK(found_after_title("pages: [{folder: a, address: x}, {folder: a/b, address: y}]") ==
        Found{"invalid-value 2:43-2:46"});
  CHECK(found_after_title("pages: [{folder: a, address: x}, {folder: ab, address: y}, {folder: contents, address: z}]")
            .empty());
}

TEST_CASE("limits are numbers within reason") {
  for (const auto* bad :
       {"source_bytes: 0", "source_bytes: 2MB", "source_bytes: -1", "parse_seconds: nan", "parse_seconds: 0",
        "pdf_seconds: inf", "parse_output: 99999999999999999999999", "import_bytes: 1e6"}) {
    CHECK(found_after_title(fmt::format("limits: {{{}}}", bad)).size() == 1);
  }
}
