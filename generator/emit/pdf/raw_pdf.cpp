#include "emit/pdf/raw_pdf.h"

#include <exception>
#include <qpdf/QPDF.hh>

namespace kanon {

std::unexpected<Error> unusable_pdf(const std::string& name, const std::string& cause) {
  return failure(message("PDF’en af «{}» er ikke til at læse: {}", "The PDF of “{}” can't be read: {}", name, cause),
                 {"Byg igen. Sker det hver gang, så byg uden PDF’er med --no-pdf, og meld fejlen.",
                  "Build again. If it happens every time, build without PDFs (--no-pdf) and report the mistake."});
}

Result<std::unique_ptr<QPDF>> open_pdf(const std::string& name, std::string_view bytes) {
  if (!bytes.starts_with("%PDF")) return unusable_pdf(name, "%PDF?");
  try {
    auto pdf = std::make_unique<QPDF>();
    pdf->setSuppressWarnings(true);
    pdf->processMemoryFile("pdf", bytes.data(), bytes.size());
    if (pdf->getAllPages().empty()) return unusable_pdf(name, "0 sider / 0 pages");
    return pdf;
  } catch (const std::exception& error) {
    return unusable_pdf(name, error.what());
  }
}

}  // namespace kanon
