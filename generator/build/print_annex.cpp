#include "build/cached_engine.h"
#include "build/catalog_editions.h"
#include "build/kept_pdfs.h"
#include "emit/html/theme.h"
#include "emit/pdf/pdf.h"
#include "plan/view.h"
#include "read/parse.h"
#include "resolve/resolve.h"

namespace kanon {
namespace {

/// What the annex is to whoever reads it: a document of a kind of its own.
constexpr const char* kAnnex = "annex";

Document document_of(const Annex& annex) {
  Document document;
  static_cast<Governed&>(document) = annex.catalog();
  document.title.value = annex.title();
  document.type.value = kAnnex;
  document.file = 0;
  document.aliases.clear();
  document.edition = {};
  if (!annex.is_draft()) {
    document.edition = {.standing = Standing::in_force, .fingerprint = annex.editions.front().fingerprint};
  }
  return document;
}

/// A project of the annex alone, for one audience that may see it: its print then holds nothing else.
Corpus corpus_of(const Config& config, const Annex& annex) {
  Corpus corpus;
  corpus.config = config;
  corpus.config.audiences = {{.id = kAnnex, .up_to = config.classifications.back()}};
  DocumentType type;
  type.id.value = kAnnex;
  type.label = Message{"Kravbilag", "Annex of requirements"}.in(annex.language);
  corpus.config.document_types = {type};
  corpus.files.push_back({.path = "content/documents/" + *annex.catalog().id + ".md",
                          .parsed = parse_source(annex_markdown(annex), SourceForm::markdown)});
  corpus.archive_begins = corpus.files.size();
  corpus.documents.push_back(document_of(annex));
  return corpus;
}

}  // namespace

Result<std::string> print_annex(Files& files, Processes& processes, const CheckedProject& checked, const Annex& annex,
                                const std::string& folder) {
  const Corpus corpus = corpus_of(checked.corpus().config, annex);
  const Model model = resolve(corpus);
  const View view(model, kAnnex);
  const auto item = view.find(*annex.catalog().id);
  if (!item) return failure({"Bilaget kunne ikke trykkes", "The annex could not be printed"});
  const auto theme = Theme::load(files, folder);
  if (!theme) return std::unexpected(theme.error());
  const auto engine = pdf_engine(checked.corpus().config, processes);
  KeptPdfs kept(files, folder, checked.corpus().config.limits);
  CachedEngine cached(*engine, kept.prints());
  return make_pdf({view, *theme, cached, {}, nullptr}, *item);
}

}  // namespace kanon
