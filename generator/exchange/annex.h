#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/message.h"
#include "base/result.h"
#include "exchange/exchange.h"
#include "exchange/phase_groups.h"

namespace kanon {

/// A catalog as it is exported: a release, or a draft.
struct CatalogEdition {
  const Catalog* catalog = nullptr;
  std::string fingerprint;  ///< of the release; empty for a draft
};

/// Which requirements an annex holds.
struct AnnexChoice {
  std::vector<std::string> phases;  ///< ids; empty: all
  std::optional<bool> minimum;      ///< nothing: both kinds
};

struct AnnexRequirement {
  std::string number;  ///< 2.1: the first of the annex's second phase
  const Requirement* requirement = nullptr;
};

struct AnnexPhase {
  std::string number;
  std::string id;
  std::string title;
  std::vector<AnnexRequirement> requirements;
};

/// The requirements of a contract: those of a catalog and of the ones it extends, chosen, numbered and by phase.
struct Annex {
  Language language = Language::da;
  std::string publisher;
  std::vector<CatalogEdition> editions;  ///< the catalog itself, then those it extends
  std::string choice;                    ///< in words; empty where all was chosen
  std::vector<AnnexPhase> phases;        ///< only those with requirements

  const Catalog& catalog() const { return *editions.front().catalog; }
  std::string title() const;
  /// Whether any of the editions is no release.
  bool is_draft() const;
  /// What says so to whoever reads it; empty for releases.
  std::string warning() const;
  /// What it is put together of, by name: the catalogs that it builds on, the choice, how many requirements.
  std::vector<std::pair<std::string, std::string>> composition() const;
  /// Id, version, date, fingerprint and publisher of the catalog itself, then the composition.
  std::vector<std::pair<std::string, std::string>> facts() const;
};

/// Wrong use: a phase that no catalog has, or a choice that leaves nothing. The catalogs must outlive the annex.
Result<Annex> make_annex(std::vector<CatalogEdition> editions, const AnnexChoice& choice,
                         const ExchangeSettings& settings);

/// One HTML file with headings and tables and all styles in it, as Word and LibreOffice open it.
std::string annex_html(const Annex& annex);
/// A workbook with a cell for each answer (supplier_form.h).
Result<std::string> annex_xlsx(const Annex& annex);
/// The text of the annex as the Markdown of a document, for print.
std::string annex_markdown(const Annex& annex);

}  // namespace kanon
