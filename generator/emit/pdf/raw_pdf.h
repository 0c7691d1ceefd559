#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

class QPDF;

namespace kanon {

/// Opens a PDF that an engine made, quietly. Fails where the bytes are none, or it has no page. `name` is for the
/// message. The bytes must outlive what is returned.
Result<std::unique_ptr<QPDF>> open_pdf(const std::string& name, std::string_view bytes);

/// What libqpdf complained of, as an error about the PDF of that name.
std::unexpected<Error> unusable_pdf(const std::string& name, const std::string& cause);

}  // namespace kanon
