#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "emit/artifact.h"
#include "emit/html/theme.h"
#include "emit/pdf/engine.h"
#include "plan/site.h"

namespace kanon {

/// Reads a file of the project, by the path that the model has of it.
using ReadFile = std::function<Result<std::string>(const std::string& path)>;

/// The PDF of a handbook or a single document, as this view's audience may read it: cover, contents with page numbers,
/// chapters, working internal links, outline, title and language. `read` gives the pictures that the text shows;
/// without it their descriptions stand in their places.
Result<std::string> make_pdf(const View& view, const Theme& theme, PdfEngine& engine, ItemRef item,
                             const ReadFile& read = {});

/// The Statement of Applicability as a PDF of its own, as this view's audience may read it.
Result<std::string> make_applicability_pdf(const View& view, const Theme& theme, PdfEngine& engine);

}  // namespace kanon
