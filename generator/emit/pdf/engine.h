#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/result.h"
#include "env/processes.h"
#include "model/config.h"

namespace kanon {

/// The empty border of a page, in millimetres.
struct Margins {
  double top = 25;
  double right = 27;
  double bottom = 25;
  double left = 28;
};

/// What to print on A4: one HTML file and the files it refers to, by relative path. Fonts among the files (.ttf below
/// print/) are known by their family names.
struct PrintJob {
  std::string name;  ///< for messages: the id of the item
  std::string html;
  std::map<std::string, std::string> files;
  Margins margins = {};
};

/// How far an engine goes in filling pages.
enum class Typesetting {
  /// It breaks lines and pages and draws links. What else a book needs (rows kept whole, headings of tables repeated,
  /// places found again) is measured in one print and built into the next.
  plain,
  /// It does all of that itself, names the places that links lead to, and tags the text (ISO 32000-2, 14.8).
  full
};

/// Turns HTML into a raw PDF. What a professional PDF needs beyond that (links, outline, metadata, fixed dates) is
/// finish.h's and the same for every engine. Several threads may print at a time.
class PdfEngine {
 public:
  virtual ~PdfEngine() = default;
  /// The engine and its version.
  virtual std::string name() const = 0;
  virtual Typesetting typesetting() const = 0;
  /// The PDF's bytes. Fails where the engine is missing, runs over its time, or gave no PDF: an exit status is not
  /// believed.
  virtual Result<std::string> print(const PrintJob& job) = 0;
};

/// wkhtmltopdf (Debian's, unpatched Qt) as a subprocess, without network, script or files beyond the job's own; in a
/// bubblewrap sandbox where that is installed and works. The time limit is for one job.
std::unique_ptr<PdfEngine> wkhtmltopdf_engine(Processes& processes, double time_limit_seconds);

/// Debian's Chromium, likewise. The page holds everything it shows and may ask for nothing: no address, no file, no
/// script. At most two run at a time: each takes 300 to 600 MB.
std::unique_ptr<PdfEngine> chromium_engine(Processes& processes, double time_limit_seconds);

/// The engine that kanon.yaml asks for.
std::unique_ptr<PdfEngine> pdf_engine(const Config& config, Processes& processes);

}  // namespace kanon
