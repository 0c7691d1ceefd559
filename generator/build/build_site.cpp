#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <atomic>
#include <functional>
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

/// Where artifacts go, from any thread.
using Take = std::function<Result<void>(const Artifact&)>;

/// Makes `count` artifacts in parallel; `make(i)` gives one or an error.
template <class Make>
Result<void> make_all(const Take& take, std::size_t count, const Message& what, const Progress& progress, Make make) {
  FirstFailure failure;
  std::atomic<std::size_t> done = 0;
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
    const Result<Artifact> artifact = make(i);
    if (!artifact) {
      failure.note(i, artifact.error());
    } else if (auto taken = take(*artifact); !taken) {
      failure.note(i, std::move(taken.error()));
    }
    progress(what, ++done, count);
  });
  if (failure.any()) return std::unexpected(failure.take());
  return {};
}

Result<void> make_pages(const Take& take, const Site& site, const Theme& theme, const Pictures& pictures,
                        Timings* timings, const Progress& progress) {
  tbb::enumerable_thread_specific<PageEmitter> emitters([&] { return PageEmitter(site, theme, pictures); });
  return make_all(take, site.pages.size(), {"Skriver sider", "Writing pages"}, progress, [&](std::size_t i) {
    const TimedPiece timed(timings, site.pages[i].address);
    return emitters.local().emit(site.pages[i]);
  });
}

Result<void> publish_files(Publication& publication, std::vector<Artifact> artifacts) {
  for (Artifact& artifact : artifacts) {
    const Artifact one = std::move(artifact);  // gone once it is written
    if (auto put = publication.put(one); !put) return put;
  }
  return {};
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

/// The positions of the PDFs that this run makes.
std::vector<std::size_t> share_of(const Site& site, const std::optional<Shard>& shard) {
  const auto all = longest_first(site);
  std::vector<std::size_t> share;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!shard || shard->has(i)) share.push_back(all[i]);
  }
  return share;
}

/// How many there are now.
Result<std::size_t> make_pdfs(const Take& take, Files& files, Processes& processes, const Site& site,
                              const Theme& theme, const BuildOptions& options, const Progress& progress) {
  const auto share = share_of(site, options.shard);
  if (share.empty()) return 0;
  begin_phase(options.timings, {"Laver PDF’er", "Making PDFs"});
  const auto engine = pdf_engine(site.view->config(), processes);
  KeptPdfs kept(files, options.folder, site.view->config().limits);
  CachedEngine cached(*engine, kept.prints());
  const PdfMaking making{*site.view, theme, cached, reader_of(files, options.folder), &kept};
  const auto make = [&](std::size_t i) -> Result<Artifact> {
    const PdfPlan& plan = site.pdfs[share[i]];
    const std::string path = file_of_address(plan.address);
    const TimedPiece timed(options.timings, plan.address);
    if (options.pieces != nullptr) options.pieces->begin(path);
    auto pdf = plan.item ? make_pdf(making, *plan.item) : make_applicability_pdf(making);
    if (options.pieces != nullptr) options.pieces->end(path);
    if (!pdf) return std::unexpected(pdf.error());
    return Artifact{path, std::move(*pdf), plan.address};
  };
  if (auto made = make_all(take, share.size(), {"Laver PDF’er", "Making PDFs"}, progress, make); !made) {
    return std::unexpected(std::move(made.error()));
  }
  return share.size();
}

Result<void> publish_copies(Publication& publication, const Files& files, const Site& site, const std::string& folder) {
  for (const FilePlan& plan : site.files) {
    auto bytes = files.read(folder + "/" + plan.path);
    if (!bytes) return std::unexpected(bytes.error());
    if (auto put = publication.put({file_of_address(plan.address), std::move(*bytes), plan.path}); !put) return put;
  }
  return {};
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

/// The pages, and beside them on another thread what is made of all of them: the search's index takes long.
Result<void> publish_pages(Publication& publication, const Files& files, const Site& site, const Theme& theme,
                           const Pictures& pictures, const BuildOptions& options, const Progress& progress) {
  begin_phase(options.timings, {"Skriver sider, søgning og data", "Writing pages, search and data"});
  const Take take = [&](const Artifact& artifact) { return publication.put(artifact); };
  Result<void> pages;
  Result<void> others;
  tbb::parallel_invoke(
      [&] {
        const TimedPiece timed(options.timings, "/data/, /feed.xml, " + folders(site.view->language()).search);
        others = publish_files(publication, emit_site_files(site, theme));
        if (others) others = publish_copies(publication, files, site, options.folder);
      },
      [&] { pages = make_pages(take, site, theme, pictures, options.timings, progress); });
  if (!pages) return pages;
  return others;
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
  if (options.shard) {
    const Take leave = [](const Artifact& /*artifact*/) { return Result<void>(); };
    auto made = make_pdfs(leave, files, processes, site, *theme, options, progress);
    if (!made) return std::unexpected(std::move(made.error()));
    report.pdfs = *made;
    return report;
  }
  const auto unreleased = never_released(checked.corpus());
  if (options.point.drafts == Drafts::left_out && !unreleased.empty()) report.notes.push_back(not_shown(unreleased));
  const Pictures pictures = draw_pictures(site, theme->words(view.language()));
  auto publication = Publication::begin(options.out);
  if (!publication) return std::unexpected(std::move(publication.error()));
  if (auto made = publish_pages(*publication, files, site, *theme, pictures, options, progress); !made) {
    return std::unexpected(std::move(made.error()));
  }
  report.pages = site.pages.size();
  const Take take = [&](const Artifact& artifact) { return publication->put(artifact); };
  auto pdfs = make_pdfs(take, files, processes, site, *theme, options, progress);
  if (!pdfs) return std::unexpected(std::move(pdfs.error()));
  report.pdfs = *pdfs;
  begin_phase(options.timings, {"Lægger webstedet på plads", "Publishing"});
  auto published = publication->commit_with_sums();
  if (!published) return std::unexpected(std::move(published.error()));
  report.files = *published;
  return report;
}

}  // namespace kanon
