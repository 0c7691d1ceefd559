#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <string>
#include <vector>

namespace kanon {

/// One instruction of a content stream (ISO 32000-2, 7.8.2): operands, and the operator that ends it.
struct Instruction {
  std::vector<QPDFTokenizer::Token> operands;  ///< without spaces; arrays and dictionaries as their single tokens
  std::string name;                            ///< the operator
  std::string bytes;                           ///< as it stood, with the space before it

  bool paints_path() const;
  bool builds_path() const;
  bool shows_text() const;
  /// Begins marked content: BMC or BDC.
  bool opens_mark() const { return name == "BDC" || name == "BMC"; }
};

/// Copies a content stream instruction by instruction.
class ContentFilter : public QPDFObjectHandle::TokenFilter {
 public:
  void handleToken(const QPDFTokenizer::Token& token) final;
  void handleEOF() final;

 protected:
  /// One instruction; what isn't written is left out.
  virtual void take(const Instruction& instruction) = 0;
  /// After the last instruction.
  virtual void end() {}

 private:
  Instruction next_;
};

}  // namespace kanon
