#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <numeric>

#include "base/text.h"
#include "build/audience.h"
#include "build/build.h"
#include "build/cached_engine.h"
#include "build/kept_pdfs.h"
#include "build/project_reader.h"
#include "emit/html/pages.h"
#include "emit/pdf/pdf.h"
#include "emit/pictures.h"
#include "emit/site_files.h"
#include "emit/site_sums.h"
#include "plan/site.h"
#include "resolve/addresses.h"
#include "resolve/resolve.h"

namespace kanon {
namespace {

/// The first failure of work that runs on several threads: first by position, so that the same input gives the same
/// message.
class FirstFailure {
 public:
  void note(std::size_t position, Error error) {
    const std::lock_guard lock(mutex_);
    if (error_ && position_ < position) return;
    position_ = position;
    error_ = std::move(error);
  }
  bool any() const { return error_.has_value(); }
  Error take() { return std::move(*error_); }

 private:
  std::mutex mutex_;
  std::size_t position_ = 0;
  std::optional<Error> error_;
};

/// Makes one artifact for each of `count` things, in parallel; `make(i)` gives it or an error.
template <class Make>
Result<std::vector<Artifact>> make_all(std::size_t count, const Message& what, const Progress& progress, Make make) {
  std::vector<Artifact> artifacts(count);
  FirstFailure failure;
  std::atomic<std::size_t> done = 0;
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
    Result<Artifact> artifact = make(i);
    if (artifact)
      artifacts[i] = std::move(*artifact);
    else
      failure.note(i, std::move(artifact.error()));
    progress(what, ++done, count);
  });
  if (failure.any()) return std::unexpected(failure.take());
  return artifacts;
}

Result<std::vector<Artifact>> make_pages(const Site& site, const Theme& theme, const Pictures& pictures,
                                         Timings* timings, const Progress& progress) {
  tbb::enumerable_thread_specific<PageEmitter> emitters([&] { return PageEmitter(site, theme, pictures); });
  return make_all(site.pages.size(), {"Skriver sider", "Writing pages"}, progress, [&](std::size_t i) {
    const TimedPiece timed(timings, site.pages[i].address);
    return emitters.local().emit(site.pages[i]);
  });
}

/// Handbooks take longest: begun first, they don't keep everything waiting at the end.
std::vector<std::size_t> longest_first(const Site& site) {
  std::vector<std::size_t> order(site.pdfs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_partition(order, [&](std::size_t i) {
    const auto& item = site.pdfs[i].item;
    return item && item->kind == ItemKind::handbook;
  });
  return order;
}

Result<std::vector<Artifact>> make_pdfs(const Site& site, const PdfMaking& making, const BuildOptions& options,
                                        const Progress& progress) {
  const auto order = longest_first(site);
  const auto make = [&](std::size_t i) -> Result<Artifact> {
    const PdfPlan& plan = site.pdfs[order[i]];
    const std::string path = file_of_address(plan.address);
    const TimedPiece timed(options.timings, plan.address);
    if (options.pieces != nullptr) options.pieces->begin(path);
    auto pdf = plan.item ? make_pdf(making, *plan.item) : make_applicability_pdf(making);
    if (options.pieces != nullptr) options.pieces->end(path);
    if (!pdf) return std::unexpected(pdf.error());
    return Artifact{path, std::move(*pdf), plan.address};
  };
  return make_all(site.pdfs.size(), {"Laver PDF’er", "Making PDFs"}, progress, make);
}

Result<std::vector<Artifact>> copy_files(const Files& files, const Site& site, const std::string& folder) {
  std::vector<Artifact> artifacts;
  for (const FilePlan& plan : site.files) {
    auto bytes = files.read(folder + "/" + plan.path);
    if (!bytes) return std::unexpected(bytes.error());
    artifacts.push_back({file_of_address(plan.address), std::move(*bytes), plan.path});
  }
  return artifacts;
}

/// The documents that readers will look for in vain, and what to do about it.
Message not_shown(const std::vector<std::string>& ids) {
  const std::string list = join(ids, ", ");
  return message(
      "Aldrig udgivet og derfor ikke vist ({}): {}. Udgiv med «kanon release», eller se udkast med «kanon build "
      "--drafts».",
      "Never released and so not shown ({}): {}. Release with “kanon release”, or see drafts with “kanon build "
      "--drafts”.",
      ids.size(), list);
}

void append(std::vector<Artifact>& all, std::vector<Artifact> more) {
  std::ranges::move(more, std::back_inserter(all));
}

}  // namespace

Result<BuildReport> build_site(Files& files, Processes& processes, const CheckedProject& checked,
                               const BuildOptions& options, const Progress& progress) {
  const Config& config = checked.corpus().config;
  if (!config.audience(options.audience)) return unknown_audience(config, options.audience);
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, options.jobs);

  auto theme = Theme::load(files, options.folder);
  if (!theme) return std::unexpected(theme.error());
  begin_phase(options.timings, {"Finder, hvad der gælder på dagen", "Finding what is in force on the day"});
  const Corpus corpus = as_it_stood(checked.corpus(), options.point);
  const Model model = resolve(corpus);
  begin_phase(options.timings, {"Planlægger webstedet", "Planning the site"});
  const View view(model, options.audience);
  Site site = plan_site(view, options.point);
  if (options.pdfs == Pdfs::none) site.pdfs.clear();  // what isn't made isn't linked to either

  BuildReport report;
  const auto unreleased = never_released(checked.corpus());
  if (options.point.drafts == Drafts::left_out && !unreleased.empty()) report.notes.push_back(not_shown(unreleased));
  begin_phase(options.timings, {"Tegner hierarkiet", "Drawing the hierarchy"});
  const DrawnPictures drawn = draw_pictures(site, theme->words(view.language()), processes);
  if (!drawn.note.empty()) report.notes.push_back(drawn.note);
  begin_phase(options.timings, {"Skriver sider", "Writing pages"});
  auto pages = make_pages(site, *theme, drawn.pictures, options.timings, progress);
  if (!pages) return std::unexpected(pages.error());
  auto copies = copy_files(files, site, options.folder);
  if (!copies) return std::unexpected(copies.error());
  std::vector<Artifact> artifacts = std::move(*pages);
  begin_phase(options.timings, {"Skriver søgning, data og feed", "Writing search, data and feed"});
  append(artifacts, emit_site_files(site, *theme));
  append(artifacts, std::move(*copies));
  report.pages = site.pages.size();

  if (!site.pdfs.empty()) {
    begin_phase(options.timings, {"Laver PDF’er", "Making PDFs"});
    const auto engine = pdf_engine(config, processes);
    KeptPdfs kept(files, options.folder);
    CachedEngine cached(*engine, kept.prints());
    auto pdfs = make_pdfs(site, {view, *theme, cached, reader_of(files, options.folder), &kept}, options, progress);
    if (!pdfs) return std::unexpected(pdfs.error());
    report.pdfs = pdfs->size();
    append(artifacts, std::move(*pdfs));
  }
  begin_phase(options.timings, {"Lægger webstedet på plads", "Publishing"});
  artifacts.push_back(site_sums(artifacts));

  auto published = publish(options.out, artifacts);
  if (!published) return std::unexpected(published.error());
  report.files = *published;
  if (options.timings != nullptr) options.timings->end();
  return report;
}

}  // namespace kanon
