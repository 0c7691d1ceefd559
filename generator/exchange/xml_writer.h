#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kanon {

/// Writes an XML document, an element a line. Texts and values must be such as XML can hold (see writable()); blanks,
/// line ends and markup in them come back as they were.
class XmlWriter {
 public:
  XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

  void open(std::string_view name);
  /// Of the element just opened, before anything in it.
  void attribute(std::string_view name, std::string_view value);
  /// The same, where there is a value.
  void attribute_if(std::string_view name, std::string_view value);
  void close();
  /// An element with nothing but a text.
  void element(std::string_view name, std::string_view text);
  /// The same, where there is a text.
  void element_if(std::string_view name, std::string_view text);

  std::string take() { return std::move(out_); }

 private:
  void begin_line();

  std::string out_;
  std::vector<std::string> open_;
  bool in_tag_ = false;
};

}  // namespace kanon
