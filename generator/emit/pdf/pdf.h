#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "emit/artifact.h"
#include "emit/html/theme.h"
#include "emit/pdf/engine.h"
#include "plan/site.h"

namespace kanon {

/// Reads a file of the project, by the path that the model has of it.
using ReadFile = std::function<Result<std::string>(const std::string& path)>;

/// Finished PDFs from before, by the hash of everything that goes into one.
class FinishedPdfs {
 public:
  virtual ~FinishedPdfs() = default;
  virtual std::optional<std::string> find(const std::string& key) = 0;
  virtual void keep(const std::string& key, std::string_view pdf) = 0;
};

/// What the PDFs of a project are made with.
struct PdfMaking {
  const View& view;
  const Theme& theme;
  PdfEngine& engine;
  /// Gives the pictures that the text shows; without it their descriptions stand in their places.
  ReadFile read = {};
  FinishedPdfs* finished = nullptr;
};

/// The PDF of a handbook, a document or a catalog, as this view's audience may read it: cover, contents with page
/// numbers, chapters, working internal links, outline, title and language; tagged where the engine tags. One that was
/// finished before from the same input comes from there.
Result<std::string> make_pdf(const PdfMaking& making, ItemRef item);

/// The same with all marked that changed since an older release of it, after a summary.
Result<std::string> make_redline_pdf(const PdfMaking& making, ItemRef item, ItemRef since);

/// The Statement of Applicability as a PDF of its own, as this view's audience may read it.
Result<std::string> make_applicability_pdf(const PdfMaking& making);

}  // namespace kanon
