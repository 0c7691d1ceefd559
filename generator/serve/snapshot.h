#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "build/build.h"
#include "emit/html/pages.h"
#include "emit/html/theme.h"
#include "emit/pictures.h"
#include "env/files.h"
#include "env/processes.h"
#include "plan/site.h"
#include "resolve/model.h"

namespace kanon {

/// Whose site is shown, and which day's.
struct PreviewOptions {
  std::string folder;    ///< of the project
  std::string audience;  ///< empty: the one that may see the most
  PointInTime point;
};

/// The site of a project as it was read, page by page as they are asked for. Not a publication: it is made of content
/// with errors too. Several threads may ask.
class Snapshot {
 public:
  /// Wrong use: an audience that kanon.yaml doesn't name, a layout or word list that can't be read.
  static Result<std::shared_ptr<Snapshot>> make(Files& files, Processes& processes, CheckedProject checked,
                                                const PreviewOptions& options);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

  const CheckedProject& checked() const { return checked_; }
  Language language() const { return checked_.corpus().config.language; }
  const Site& site() const { return site_; }
  bool has_page(const std::string& address) const { return site_.page_at(address) != nullptr; }

  /// The page of an address, made when it is first asked for; nothing where the site has none. Fails where its layout
  /// is wrong.
  std::optional<Result<Artifact>> page(const std::string& address);
  /// Any other file of the site; a PDF is made when it is asked for, which takes its time.
  std::optional<Result<Artifact>> file(const std::string& address);

 private:
  Snapshot(Files& files, Processes& processes, CheckedProject checked, Theme theme, const PreviewOptions& options);
  const Artifact* site_file(const std::string& path);
  Result<Artifact> pdf(const PdfPlan& plan);

  Files& files_;
  Processes& processes_;
  PreviewOptions options_;
  CheckedProject checked_;
  Theme theme_;
  Corpus corpus_;
  Model model_;
  View view_;
  Site site_;
  Pictures pictures_;

  std::mutex pages_mutex_;
  std::unique_ptr<PageEmitter> emitter_;
  std::map<std::string, Artifact, std::less<>> pages_;
  std::mutex files_mutex_;
  std::optional<std::map<std::string, Artifact, std::less<>>> site_files_;
  std::mutex pdfs_mutex_;
};

}  // namespace kanon
