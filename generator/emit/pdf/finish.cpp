#include "emit/pdf/finish.h"

#include <exception>
#include <qpdf/QPDFWriter.hh>

#include "emit/pdf/finish_steps.h"
#include "emit/pdf/raw_pdf.h"
#include "emit/pdf/seal.h"
#include "emit/pdf/structure_check.h"

namespace kanon {
namespace {

std::string written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setCompressStreams(true);
  writer.setMinimumPDFVersion("1.7");
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// The file says that it is accessible only where this program's own check finds nothing missing in what was written.
std::string with_claim(const FinishPlan& plan, std::string bytes) {
  const auto pdf = open_pdf(plan.facts.name, bytes);
  if (!pdf || !structure_faults(**pdf).empty()) return bytes;
  write_metadata(**pdf, plan, pdf_ua_1());
  return written(**pdf);
}

}  // namespace

Result<std::string> finish_pdf(const RawPrint& raw, const Markers& markers, const FinishPlan& plan) {
  auto opened = open_pdf(plan.facts.name, raw.pages);
  if (!opened) return std::unexpected(opened.error());
  QPDF& pdf = **opened;
  std::unique_ptr<QPDF> sheets;
  if (!raw.sheets.empty()) {
    auto under = open_pdf(plan.facts.name, raw.sheets);
    if (!under) return std::unexpected(under.error());
    sheets = std::move(*under);
  }
  try {
    const bool is_tagged = plan.typesetting == Typesetting::full;
    tie_links(pdf, markers, raw.places);
    if (is_tagged) describe_links(pdf, plan, raw.places);
    name_destinations(pdf, raw.places);
    write_outline(pdf, plan.outline, raw.places);
    if (is_tagged) {
      mend_structure(pdf);
      if (sheets) drop_marks(*sheets);
    } else {
      drop_hidden_text(pdf);
    }
    drop_unseen_breaks(pdf);
    if (sheets) lay_under(pdf, *sheets, plan.typesetting);
    repair_unicode(pdf);
    write_metadata(pdf, plan, "");
    std::string bytes = written(pdf);
    return seal_pdf(is_tagged ? with_claim(plan, std::move(bytes)) : std::move(bytes));
  } catch (const std::exception& error) {
    return unusable_pdf(plan.facts.name, error.what());
  }
}

}  // namespace kanon
