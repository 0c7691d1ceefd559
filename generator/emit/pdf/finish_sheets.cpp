#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "emit/pdf/finish_steps.h"

namespace kanon {

void lay_under(QPDF& pdf, QPDF& sheets) {
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
    page.addPageContents(QPDFObjectHandle::newStream(&pdf, "q /Sheet Do Q\n"), true);
  }
}

}  // namespace kanon
