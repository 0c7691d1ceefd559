#include "exchange/xml_writer.h"

#include "base/escape.h"

namespace kanon {

void XmlWriter::begin_line() {
  if (in_tag_) out_ += ">\n";
  in_tag_ = false;
  out_.append(2 * open_.size(), ' ');
}

void XmlWriter::open(std::string_view name) {
  begin_line();
  out_.append("<").append(name);
  open_.emplace_back(name);
  in_tag_ = true;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  out_.append(" ").append(name).append("=\"");
  for (const char c : value) {
    // A reader turns these into blanks unless they are written as references (XML 1.0, section 3.3.3).
    if (c == '\n') {
      out_ += "&#10;";
    } else if (c == '\t') {
      out_ += "&#9;";
    } else {
      append_escaped_html(out_, {&c, 1});
    }
  }
  out_ += '"';
}

void XmlWriter::attribute_if(std::string_view name, std::string_view value) {
  if (!value.empty()) attribute(name, value);
}

void XmlWriter::close() {
  const std::string name = std::move(open_.back());
  open_.pop_back();
  if (in_tag_) {
    out_ += "/>\n";
    in_tag_ = false;
    return;
  }
  begin_line();
  out_.append("</").append(name).append(">\n");
}

void XmlWriter::element(std::string_view name, std::string_view text) {
  begin_line();
  out_.append("<").append(name).append(">");
  append_escaped_html(out_, text);
  out_.append("</").append(name).append(">\n");
}

void XmlWriter::element_if(std::string_view name, std::string_view text) {
  if (!text.empty()) element(name, text);
}

}  // namespace kanon
