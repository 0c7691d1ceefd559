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

/// Turns HTML into a raw PDF. What a professional PDF needs beyond that (links, outline, metadata, fixed dates) is
/// finish.h's and the same for every engine. Several threads may print at a time.
class PdfEngine {
 public:
  virtual ~PdfEngine() = default;
  /// The engine and its version.
  virtual std::string name() const = 0;
  /// The PDF's bytes. Fails where the engine is missing, runs over its time, or gave no PDF: an exit status is not
  /// believed.
  virtual Result<std::string> print(const PrintJob& job) = 0;
};

/// wkhtmltopdf (Debian's, unpatched Qt) as a subprocess, without network, script or files beyond the job's own; in a
/// bubblewrap sandbox where that is installed and works. The time limit is for one job.
std::unique_ptr<PdfEngine> wkhtmltopdf_engine(Processes& processes, double time_limit_seconds);

}  // namespace kanon
