#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kanon {

/// Which release a PDF was made of, as its metadata says it. The manual's page on the ledger is the specification.
struct PdfSeal {
  /// Whether the file is byte for byte as Kanon made it: its own SHA-256, with zeros in place of its digits. A seal
  /// says that nothing was altered since it was set, not who set it.
  enum class Bytes { as_made, altered };

  std::string id;       ///< of the item; empty where the seal itself is broken
  std::string version;  ///< as written in the release; of a redline edition both: `1.0..1.1`
  std::string entry;    ///< the `entry` of the release in its ledger; empty for a draft
  Bytes bytes = Bytes::altered;

  bool is_draft() const { return !id.empty() && entry.empty(); }
};

/// The part of XMP metadata (ISO 16684-1) that holds the seal, its SHA-256 still zeros. `entry` is empty for a draft.
std::string unset_seal(const std::string& id, const std::string& version, const std::string& entry);

/// The whole PDF with the SHA-256 set in the seal that it has; as it is where it hasn't one.
std::string seal_pdf(std::string pdf);

/// The seal of a PDF, or of any bytes; nothing where they have none. A file with several seals, or with one that is not
/// of the exact form, was altered.
std::optional<PdfSeal> read_seal(std::string_view pdf);

}  // namespace kanon
