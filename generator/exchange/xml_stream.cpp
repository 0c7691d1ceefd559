#include "exchange/xml_stream.h"

#include <climits>

namespace kanon {
namespace {

std::string text_of(const xmlChar* text) {
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

}  // namespace

void XmlStream::Free::operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }

XmlStream::XmlStream(std::string_view bytes) {
  if (bytes.size() > INT_MAX) return;
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  reader_.reset(xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, options));
}

XmlStream::Event XmlStream::next() {
  if (closes_next_) {
    closes_next_ = false;
    return Event::closes;
  }
  while (reader_ != nullptr) {
    const int read = xmlTextReaderRead(reader_.get());
    if (read != 1) return read == 0 ? Event::end : Event::broken;
    switch (xmlTextReaderNodeType(reader_.get())) {
      case XML_READER_TYPE_ELEMENT:
        name_ = text_of(xmlTextReaderConstLocalName(reader_.get()));
        closes_next_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
        return Event::opens;
      case XML_READER_TYPE_END_ELEMENT:
        name_ = text_of(xmlTextReaderConstLocalName(reader_.get()));
        return Event::closes;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        text_ = text_of(xmlTextReaderConstValue(reader_.get()));
        return Event::text;
      case XML_READER_TYPE_DOCUMENT_TYPE:
      case XML_READER_TYPE_ENTITY_REFERENCE:
        return Event::broken;
      default:
        break;  // comments and processing instructions
    }
  }
  return Event::broken;
}

std::string XmlStream::attribute(std::string_view name) const {
  std::string value;
  if (reader_ == nullptr || xmlTextReaderNodeType(reader_.get()) != XML_READER_TYPE_ELEMENT) return value;
  for (int more = xmlTextReaderMoveToFirstAttribute(reader_.get()); more == 1;
       more = xmlTextReaderMoveToNextAttribute(reader_.get())) {
    if (text_of(xmlTextReaderConstLocalName(reader_.get())) != name) continue;
    value = text_of(xmlTextReaderConstValue(reader_.get()));
    break;
  }
  xmlTextReaderMoveToElement(reader_.get());
  return value;
}

}  // namespace kanon
