#include "serve/snapshot.h"

#include <algorithm>

#include "build/audience.h"
#include "build/cached_engine.h"
#include "build/kept_pdfs.h"
#include "build/project_reader.h"
#include "emit/pdf/pdf.h"
#include "emit/site_files.h"
#include "resolve/addresses.h"
#include "resolve/resolve.h"

namespace kanon {
namespace {

constexpr std::string_view assets = "/assets/";

/// Whoever writes wants to see everything.
std::string widest_audience(const Config& config) {
  const auto level = [&](const Audience& audience) { return config.level_of(audience.up_to).value_or(0); };
  const auto widest = std::ranges::max_element(config.audiences, {}, level);
  return widest == config.audiences.end() ? std::string() : widest->id;
}

template <class Plans>
auto plan_at(const Plans& plans, const std::string& address) {
  const auto found = std::ranges::find(plans, address, [](const auto& plan) { return plan.address; });
  return found == plans.end() ? nullptr : &*found;
}

}  // namespace

Result<std::shared_ptr<Snapshot>> Snapshot::make(Files& files, Processes& processes, CheckedProject checked,
                                                 const PreviewOptions& options) {
  const Config& config = checked.corpus().config;
  PreviewOptions wanted = options;
  if (wanted.audience.empty()) wanted.audience = widest_audience(config);
  if (!config.audience(wanted.audience)) return unknown_audience(config, wanted.audience);
  auto theme = Theme::load(files, options.folder);
  if (!theme) return std::unexpected(std::move(theme.error()));
  return std::shared_ptr<Snapshot>(new Snapshot(files, processes, std::move(checked), std::move(*theme), wanted));
}

Snapshot::Snapshot(Files& files, Processes& processes, CheckedProject checked, Theme theme,
                   const PreviewOptions& options)
    : files_(files),
      processes_(processes),
      options_(options),
      checked_(std::move(checked)),
      theme_(std::move(theme)),
      corpus_(as_it_stood(checked_.corpus(), options.point)),
      model_(resolve(corpus_)),
      view_(model_, options.audience),
      site_(plan_site(view_, options.point)),
      pictures_(draw_pictures(site_, theme_.words(view_.language()))) {}

Snapshot::~Snapshot() = default;

std::optional<Result<Artifact>> Snapshot::page(const std::string& address) {
  const PagePlan* plan = site_.page_at(address);
  if (plan == nullptr) return std::nullopt;
  const std::lock_guard lock(pages_mutex_);
  if (const auto made = pages_.find(address); made != pages_.end()) return made->second;
  if (!emitter_) emitter_ = std::make_unique<PageEmitter>(site_, theme_, pictures_);
  auto page = emitter_->emit(*plan);
  if (page) pages_.emplace(address, *page);
  return page;
}

std::optional<Result<Artifact>> Snapshot::file(const std::string& address) {
  if (address.starts_with(assets)) {
    const auto asset = theme_.assets().find(address.substr(assets.size()));
    if (asset != theme_.assets().end()) return Artifact{address.substr(1), asset->second, {}};
  }
  if (const FilePlan* plan = plan_at(site_.files, address)) {
    auto bytes = files_.read(options_.folder + "/" + plan->path);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    return Artifact{address.substr(1), std::move(*bytes), plan->path};
  }
  if (const PdfPlan* plan = plan_at(site_.pdfs, address)) return pdf(*plan);
  if (const Artifact* made = site_file(file_of_address(address))) return *made;
  return std::nullopt;
}

const Artifact* Snapshot::site_file(const std::string& path) {
  const std::lock_guard lock(files_mutex_);
  if (!site_files_) {
    site_files_.emplace();
    for (Artifact& artifact : emit_site_files(site_, theme_)) {
      std::string name = artifact.path;
      site_files_->emplace(std::move(name), std::move(artifact));
    }
  }
  const auto found = site_files_->find(path);
  return found == site_files_->end() ? nullptr : &found->second;
}

Result<Artifact> Snapshot::pdf(const PdfPlan& plan) {
  const std::lock_guard lock(pdfs_mutex_);  // an engine takes all there is
  const auto engine = pdf_engine(checked_.corpus().config, processes_);
  KeptPdfs kept(files_, options_.folder, checked_.corpus().config.limits);
  CachedEngine cached(*engine, kept.prints());
  const PdfMaking making{view_, theme_, cached, reader_of(files_, options_.folder), &kept};
  auto bytes = plan.item ? make_pdf(making, *plan.item) : make_applicability_pdf(making);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  return Artifact{file_of_address(plan.address), std::move(*bytes), plan.address};
}

}  // namespace kanon
