#pragma once

#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <string_view>
#include <vector>

namespace kanon {

/// An operand as it is written: a number, a name, a string, or one of the brackets of an array or dictionary.
struct Operand {
  std::string_view raw;

  bool is(std::string_view written) const { return raw == written; }
  /// The bytes of a string (ISO 32000-2, 7.3.4); empty for anything else.
  std::string string() const;
};

/// One instruction of a content stream (ISO 32000-2, 7.8.2): operands, and the operator that ends it. It refers to the
/// stream.
struct Instruction {
  std::vector<Operand> operands;  ///< in their order, without spaces
  std::string_view name;          ///< the operator
  std::string_view bytes;         ///< as it stood, with the space before it

  bool paints_path() const;
  bool builds_path() const;
  bool shows_text() const;
  /// Begins marked content: BMC or BDC.
  bool opens_mark() const { return name == "BDC" || name == "BMC"; }
};

/// Copies a content stream instruction by instruction. libqpdf's own filters do the same at a tenth of the speed, and
/// all text of a book passes here several times.
class ContentFilter {
 public:
  virtual ~ContentFilter() = default;
  std::string filtered(std::string_view content);

 protected:
  /// One instruction; what isn't written is left out.
  virtual void take(const Instruction& instruction) = 0;
  /// After the last instruction.
  virtual void end() {}
  void write(std::string_view bytes) { out_ += bytes; }

 private:
  std::string out_;
};

/// A page's whole content.
std::string content_of(QPDFPageObjectHelper page);
/// Puts what a filter makes of it in its place.
void filter_content(QPDF& pdf, const QPDFPageObjectHelper& page, ContentFilter& filter);

}  // namespace kanon
