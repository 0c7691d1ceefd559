#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>

#include "emit/pdf/finish_steps.h"

namespace kanon {

void lay_under(QPDF& pdf, QPDF& sheets, Typesetting typesetting) {
  const std::string draw =
      typesetting == Typesetting::full ? "/Artifact <</Type /Pagination>> BDC q /Sheet Do Q EMC\n" : "q /Sheet Do Q\n";
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  auto under = QPDFPageDocumentHelper(sheets).getAllPages();
  for (std::size_t i = 0; i < pages.size() && i < under.size(); ++i) {
    QPDFObjectHandle page = pages[i].getObjectHandle();
    QPDFObjectHandle resources = QPDFPageObjectHelper(page).getAttribute("/Resources", true);
    if (!resources.isDictionary())
      resources = page.replaceKeyAndGetNew("/Resources", QPDFObjectHandle::newDictionary());
    resources.mergeResources("<< /XObject << >> >>"_qpdf);
    resources.getKey("/XObject").replaceKey("/Sheet", pdf.copyForeignObject(under[i].getFormXObjectForPage()));
    // Pages are opaque inside their margins, so what lies over them would hide the text.
    page.addPageContents(QPDFObjectHandle::newStream(&pdf, draw), true);
  }
}

}  // namespace kanon
