#pragma once

#include <libxml/xmlreader.h>

#include <memory>
#include <string>
#include <string_view>

namespace kanon {

/// XML read element by element, never as a whole: without entities, document types, network or files, and within
/// libxml2's bounds on depth and length. Names are without their prefix.
class XmlStream {
 public:
  /// The bytes must outlive this.
  explicit XmlStream(std::string_view bytes);

  enum class Event { opens, closes, text, end, broken };
  /// The next element or text. An element without content closes, too. `broken`: no well-formed XML, or a document
  /// type.
  Event next();

  const std::string& name() const { return name_; }
  const std::string& text() const { return text_; }
  /// An attribute of the element that opens, by its name without prefix; empty where it has none.
  std::string attribute(std::string_view name) const;

 private:
  struct Free {
    void operator()(xmlTextReader* reader) const;
  };

  std::unique_ptr<xmlTextReader, Free> reader_;
  std::string name_;
  std::string text_;
  bool closes_next_ = false;
};

}  // namespace kanon
