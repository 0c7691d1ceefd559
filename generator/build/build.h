#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/version.h"
#include "build/publish.h"
#include "build/shard.h"
#include "diagnostic/diagnostic.h"
#include "env/files.h"
#include "env/processes.h"
#include "env/timings.h"
#include "env/web.h"
#include "history/point_in_time.h"
#include "read/project.h"
#include "resolve/model.h"

namespace kanon {

/// A project that was read, resolved and checked.
struct CheckedProject {
  std::unique_ptr<ReadProject> project;  ///< the model refers to it
  Model model;                           ///< empty where the configuration is wrong
  std::vector<Diagnostic> diagnostics;   ///< sorted, with the severities of kanon.yaml
  WebAnswers web;                        ///< empty where nobody asked

  const Corpus& corpus() const { return project->corpus; }
  bool configuration_is_wrong() const { return project->configuration_is_wrong; }
  bool has_errors() const { return summarise(diagnostics).errors > 0; }
};

/// Called as the work goes on, from any thread: what is being done, how much of it is done, out of how much.
using Progress = std::function<void(const Message& what, std::size_t done, std::size_t all)>;

/// Called as single pieces of work that take time begin and end, from any thread.
class Pieces {
 public:
  virtual ~Pieces() = default;
  /// `name` is what is being made: the file of a PDF.
  virtual void begin(const std::string& name) = 0;
  virtual void end(const std::string& name) = 0;
};

/// The web, for asking whether the addresses that the content links to are there.
struct Online {
  Web& web;
  Progress progress;
};

/// Everything that `kanon check` finds. Without `online` nothing asks the network.
Result<CheckedProject> check_project(const Files& files, Parsers& parsers, const std::string& folder, Date today,
                                     const Online* online = nullptr, ArchiveDepth depth = ArchiveDepth::newest,
                                     Timings* timings = nullptr);

enum class Pdfs { none, all };

struct BuildOptions {
  std::string folder;  ///< of the project
  std::string out;
  std::string audience = "public";
  Pdfs pdfs = Pdfs::all;
  PointInTime point;  ///< which day the site shows
  unsigned jobs = 1;
  std::optional<Shard> shard{};  ///< make these PDFs alone, to be kept; publish nothing
  Pieces* pieces = nullptr;      ///< is told of each PDF
  Timings* timings = nullptr;    ///< is told of each phase, page and PDF
};

/// What a build made.
struct BuildReport {
  Published files;
  std::size_t pages = 0;
  std::size_t pdfs = 0;
  std::vector<Message> notes;  ///< what a reader of the summary should know, such as a picture that could not be drawn
};

/// The website of a project without errors, published whole or not at all. Wrong use: an audience that kanon.yaml
/// doesn't name, a folder that isn't a site, a layout with a mistake.
Result<BuildReport> build_site(Files& files, Processes& processes, const CheckedProject& checked,
                               const BuildOptions& options, const Progress& progress);

/// One PDF, and what whoever asked for it should know.
struct MadePdf {
  std::string bytes;
  std::vector<Message> notes;
};

/// Which PDF to make of a handbook, document or catalog.
struct PdfRequest {
  std::string id;
  std::string since{};               ///< an older release: what changed since then is marked; empty: nothing is
  std::optional<Version> version{};  ///< the edition to print; nothing: the one that stood on the day
};

/// One PDF, by id, as it stood on `options.point`. One that was never released is made from its source, marked as a
/// draft, and a note says so. Wrong use: an id that there isn't for the audience, a version that isn't an older release
/// (the help names those that are).
Result<MadePdf> build_pdf(Files& files, Processes& processes, const CheckedProject& checked, const PdfRequest& request,
                          const BuildOptions& options);

}  // namespace kanon
