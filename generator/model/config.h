#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/message.h"
#include "diagnostic/diagnostic.h"
#include "model/located.h"

namespace kanon {

struct DocumentType {
  Located<std::string> id;
  std::string label;
  std::vector<Located<std::string>> parents;    ///< type ids; none: a root type
  std::vector<Located<std::string>> approvals;  ///< body ids
  std::optional<Duration> review_every;

  bool is_root() const { return parents.empty(); }
};

struct Audience {
  std::string id;
  std::string up_to;  ///< the most restricted classification this audience may see
};

struct Body {
  std::string id;
  std::string name;
};

enum class PdfEngineKind { wkhtmltopdf, chromium };

/// A folder of pages beside content/pages, published below an address of its own.
struct PageFolder {
  Located<std::string> folder;
  Located<std::string> address;
};

/// Whom to tell of a weakness in the site: /.well-known/security.txt (RFC 9116).
struct SecurityContact {
  std::string contact;            ///< a URI: `https://…`, `mailto:…` or `tel:…`; empty where there is none
  Duration expires_after{11, 0};  ///< from the day of the build; RFC 9116 advises less than a year
  std::string policy;             ///< an absolute URL; empty if not set
};

struct Limits {
  std::uint64_t source_bytes = 2U << 20U;   ///< a content file
  std::uint64_t import_bytes = 10U << 20U;  ///< an imported XML or JSON catalog
  double parse_seconds = 5;                 ///< CPU time for one file
  std::uint64_t parse_memory = 512U << 20U;
  std::uint64_t parse_output = 64U << 20U;
  double pdf_seconds = 120;                     ///< for one PDF
  std::uint64_t pdf_cache_bytes = 500U << 20U;  ///< of finished PDFs and prints, kept for the next build
};

/// kanon.yaml. The defaults are the contract's.
struct Config {
  std::string title;
  std::string description;
  std::string base_url;  ///< ends with `/`; empty if not set
  Language language = Language::da;
  std::string publisher;
  std::string contact;
  std::string accessibility_statement;  ///< an absolute URL; empty if not set
  SecurityContact security;

  std::vector<std::string> classifications;  ///< least restricted first
  std::vector<Audience> audiences;
  std::vector<Body> bodies;
  std::vector<DocumentType> document_types;
  PdfEngineKind pdf_engine = PdfEngineKind::wkhtmltopdf;
  std::map<RuleId, Severity> severities;
  std::vector<Date> holidays;
  std::string evaluation_body;
  Duration review_due_soon{0, 30};
  std::vector<std::string> catalog_approvals;
  std::vector<std::string> handbook_approvals;
  std::vector<std::string> vague_words;
  std::vector<std::string> vague_time_words;
  std::vector<PageFolder> page_folders;
  bool links_terms = true;  ///< whether texts on the site link to the glossary where they use its terms
  Limits limits;

  const DocumentType* document_type(std::string_view id) const;
  /// 0 for the least restricted; nothing for an unknown name.
  std::optional<std::size_t> level_of(std::string_view classification) const;
  /// The level of an item that says nothing, or says something unknown: the most restricted.
  std::size_t most_restricted() const { return classifications.empty() ? 0 : classifications.size() - 1; }
  const Audience* audience(std::string_view id) const;
  const Body* body(std::string_view id) const;
  /// A body as people call it; its id where kanon.yaml doesn't have it.
  const std::string& name_of_body(const std::string& id) const;
};

/// What holds where kanon.yaml is silent.
Config default_config();

}  // namespace kanon
