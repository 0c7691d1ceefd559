#include <fmt/format.h>

#include <qpdf/QPDFObjectHandle.hh>

#include "base/escape.h"
#include "base/text.h"
#include "emit/pdf/finish_steps.h"
#include "emit/pdf/seal.h"

namespace kanon {
namespace {

constexpr const char* program = "Kanon " KANON_VERSION;

QPDFObjectHandle text(const std::string& value) { return QPDFObjectHandle::newUnicodeString(value); }

/// `D:20250114000000Z` (ISO 32000-2, 7.9.4).
std::string pdf_date(Date date) { return "D:" + replace_all(date.iso(), "-", "") + "000000Z"; }

/// XMP (ISO 16684-1): the same facts as the document information, for programs that read nothing else.
/// `standard` says which standard the file keeps to; empty for none.
std::string xmp(const PdfFacts& facts, const std::string& standard) {
  const std::string moment = facts.date.iso() + "T00:00:00Z";
  std::string creator;
  if (!facts.author.empty()) {
    creator = "<dc:creator><rdf:Seq><rdf:li>" + escape_html(facts.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
  }
  return fmt::format(
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
      "<dc:format>application/pdf</dc:format>\n"
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\n{}"
      "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n"
      "<xmp:CreateDate>{}</xmp:CreateDate>\n<xmp:ModifyDate>{}</xmp:ModifyDate>\n"
      "<xmp:CreatorTool>{}</xmp:CreatorTool>\n<pdf:Producer>{}</pdf:Producer>\n"
      "</rdf:Description>\n{}{}</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n",
      escape_html(facts.title), creator, escape_html(facts.language), moment, moment, program, program, standard,
      unset_seal(facts.name, facts.version, facts.entry));
}

void write_information(QPDF& pdf, const PdfFacts& facts) {
  QPDFObjectHandle information = QPDFObjectHandle::newDictionary();
  information.replaceKey("/Title", text(facts.title));
  if (!facts.author.empty()) information.replaceKey("/Author", text(facts.author));
  information.replaceKey("/Creator", text(program));
  information.replaceKey("/Producer", text(program));
  information.replaceKey("/CreationDate", text(pdf_date(facts.date)));
  information.replaceKey("/ModDate", text(pdf_date(facts.date)));
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(information));
}

void write_page_labels(QPDF& pdf, const std::string& cover_label) {
  QPDFObjectHandle numbers = QPDFObjectHandle::newArray();
  const auto label = [&](long long from, const QPDFObjectHandle& range) {
    numbers.appendItem(QPDFObjectHandle::newInteger(from));
    numbers.appendItem(range);
  };
  QPDFObjectHandle decimal = QPDFObjectHandle::newDictionary();
  decimal.replaceKey("/S", QPDFObjectHandle::newName("/D"));
  if (!cover_label.empty()) {
    QPDFObjectHandle cover = QPDFObjectHandle::newDictionary();
    cover.replaceKey("/P", text(cover_label));
    label(0, cover);
    decimal.replaceKey("/St", QPDFObjectHandle::newInteger(2));
  }
  label(cover_label.empty() ? 0 : 1, decimal);
  QPDFObjectHandle labels = QPDFObjectHandle::newDictionary();
  labels.replaceKey("/Nums", numbers);
  pdf.getRoot().replaceKey("/PageLabels", labels);
}

}  // namespace

const std::string& pdf_ua_1() {
  static const std::string text =
      "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
      "<pdfuaid:part>1</pdfuaid:part></rdf:Description>\n";
  return text;
}

void write_metadata(QPDF& pdf, const FinishPlan& plan, const std::string& standard) {
  QPDFObjectHandle catalog = pdf.getRoot();
  write_information(pdf, plan.facts);
  write_page_labels(pdf, plan.cover_label);
  QPDFObjectHandle metadata = QPDFObjectHandle::newStream(&pdf, xmp(plan.facts, standard));
  metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
  catalog.replaceKey("/Metadata", metadata);
  catalog.replaceKey("/Lang", text(plan.facts.language));
  QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
  preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
  catalog.replaceKey("/ViewerPreferences", preferences);
  if (catalog.hasKey("/Outlines")) catalog.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

}  // namespace kanon
