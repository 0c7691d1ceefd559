#include "base/text.h"
#include "build/audience.h"
#include "build/build.h"
#include "build/cached_engine.h"
#include "build/kept_pdfs.h"
#include "build/project_reader.h"
#include "resolve/resolve.h"

namespace kanon {
namespace {

std::unexpected<Error> not_seen(const std::string& id, const std::string& audience) {
  return wrong_use(
      message("Der er ingen håndbog, intet dokument og intet kravkatalog med id «{}», som målgruppen «{}» må se",
              "There is no handbook, document or catalog with the id “{}” that the audience “{}” may see", id,
              audience),
      {"Se id’erne i content/handbooks/, content/documents/ og content/catalogs/, eller vælg en anden målgruppe med "
       "--audience.",
       "See the ids in content/handbooks/, content/documents/ and content/catalogs/, or choose another audience with "
       "--audience."});
}

/// The project as one audience sees it on a day.
struct Seen {
  Seen(const Corpus& sources, const PointInTime& point, const std::string& audience)
      : corpus(as_it_stood(sources, point)), model(resolve(corpus)), view(model, audience) {}
  Seen(const Seen&) = delete;
  Seen& operator=(const Seen&) = delete;

  std::optional<ItemRef> find(const std::string& id) const {
    const auto item = view.find(id);
    return item && is_governed(item->kind) ? item : std::nullopt;
  }

  Corpus corpus;
  Model model;
  View view;
};

/// The edition to print: that of a version, or the one that leads.
std::optional<ItemRef> edition_of(const Seen& seen, const PdfRequest& request) {
  const auto leading = seen.find(request.id);
  if (!leading || !request.version) return leading;
  for (const ItemRef edition : seen.view.editions_of(*leading)) {
    if (*seen.view.governed(edition).version == *request.version) return edition;
  }
  return std::nullopt;
}

/// The release that changes are marked since.
Result<ItemRef> release_since(const View& view, ItemRef item, const std::string& since) {
  const auto wanted = Version::parse(since);
  const Version& printed = *view.governed(item).version;
  std::vector<std::string> older;
  for (const ItemRef edition : view.editions_of(item)) {
    const Governed& one = view.governed(edition);
    if (!one.edition.is_released() || !(*one.version < printed)) continue;
    if (wanted && *one.version == *wanted) return edition;
    older.insert(older.begin(), one.version->text());
  }
  const std::string list = join(older, ", ");
  return wrong_use(message("«{}» har ingen udgivelse {} før version {}", "“{}” has no release {} before version {}",
                           *view.governed(item).id, since, printed.text()),
                   older.empty() ? message("Version {} er den første.", "Version {} is the first.", printed.text())
                                 : message("Disse findes: {}.", "There are: {}.", list));
}

Result<std::string> printed(const PdfMaking& making, ItemRef item, const std::string& since) {
  if (since.empty()) return make_pdf(making, item);
  const auto older = release_since(making.view, item, since);
  if (!older) return std::unexpected(older.error());
  return make_redline_pdf(making, item, *older);
}

}  // namespace

Result<MadePdf> build_pdf(Files& files, Processes& processes, const CheckedProject& checked, const PdfRequest& request,
                          const BuildOptions& options) {
  const Config& config = checked.corpus().config;
  const std::string& id = request.id;
  if (!config.audience(options.audience)) return unknown_audience(config, options.audience);
  MadePdf made;
  auto seen = std::make_unique<Seen>(checked.corpus(), options.point, options.audience);
  if (!edition_of(*seen, request) && options.point.drafts == Drafts::left_out) {
    PointInTime with_drafts = options.point;
    with_drafts.drafts = Drafts::shown;
    seen = std::make_unique<Seen>(checked.corpus(), with_drafts, options.audience);
    made.notes.push_back(message("«{}» er ikke udgivet: PDF’en er mærket som udkast",
                                 "“{}” is not released: the PDF is marked as a draft", id));
  }
  const auto item = edition_of(*seen, request);
  if (!item) return not_seen(id, options.audience);
  auto theme = Theme::load(files, options.folder);
  if (!theme) return std::unexpected(theme.error());
  const auto engine = pdf_engine(config, processes);
  KeptPdfs kept(files, options.folder, config.limits);
  CachedEngine cached(*engine, kept.prints());
  if (options.pieces != nullptr) options.pieces->begin(id);
  auto pdf = printed({seen->view, *theme, cached, reader_of(files, options.folder), &kept}, *item, request.since);
  if (options.pieces != nullptr) options.pieces->end(id);
  if (!pdf) return std::unexpected(pdf.error());
  made.bytes = std::move(*pdf);
  return made;
}

}  // namespace kanon
