#include "emit/pdf/finish.h"

#include <exception>
#include <qpdf/QPDFWriter.hh>

#include "emit/pdf/finish_steps.h"
#include "emit/pdf/raw_pdf.h"
#include "emit/pdf/seal.h"

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

}  // namespace

Result<std::string> finish_pdf(std::string_view raw, std::string_view sheets, const Markers& markers,
                               const FinishPlan& plan) {
  auto pdf = open_pdf(plan.facts.name, raw);
  if (!pdf) return std::unexpected(pdf.error());
  std::unique_ptr<QPDF> under;
  if (!sheets.empty()) {
    auto opened = open_pdf(plan.facts.name, sheets);
    if (!opened) return std::unexpected(opened.error());
    under = std::move(*opened);
  }
  try {
    const Places places = markers.find(**pdf);
    tie_links(**pdf, markers, places);
    name_destinations(**pdf, places);
    write_outline(**pdf, plan.outline, places);
    drop_hidden_text(**pdf);
    if (under) lay_under(**pdf, *under);
    repair_unicode(**pdf);
    write_metadata(**pdf, plan);
    return seal_pdf(written(**pdf));
  } catch (const std::exception& error) {
    return unusable_pdf(plan.facts.name, error.what());
  }
}

}  // namespace kanon
