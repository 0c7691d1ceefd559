#pragma once

#include <string>
#include <vector>

#include "emit/redline/report.h"

namespace kanon {

/// Whether every run of changed words is told to be one. In a passage that is inserted or deleted as a whole, its label
/// says so once.
enum class Spoken { no, yes };

/// Writes running text with its changes.
class PieceHtml {
 public:
  PieceHtml(const std::vector<Format>& formats, Language language, const RedlineSurroundings& surroundings)
      : formats_(formats), language_(language), surroundings_(surroundings) {}

  /// `between` stands where a paragraph ends and the next begins: `</p><p>`.
  std::string write(const std::vector<Piece>& pieces, Spoken spoken, std::string_view between = {});
  /// A value that was deleted or inserted as a whole.
  std::string whole(PieceKind kind, const std::string& text, Spoken spoken) const;

 private:
  void piece(const Piece& piece, std::string& out);
  void words(const Piece& piece, std::string& out);
  std::string opening(PieceKind kind, Spoken spoken) const;
  std::string closing(PieceKind kind, Spoken spoken) const;
  std::string hidden(const Message& text) const;

  const std::vector<Format>& formats_;
  Language language_;
  const RedlineSurroundings& surroundings_;
};

}  // namespace kanon
