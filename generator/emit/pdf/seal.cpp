#include "emit/pdf/seal.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/escape.h"
#include "base/id.h"
#include "base/sha256.h"
#include "base/version.h"

namespace kanon {
namespace {

// The file is searched as bytes, not read as PDF: that is quick, and no hostile file has a parser to lead astray. Text
// of the content can't hold this line, for quotation marks are escaped wherever it gets into the metadata.
constexpr std::string_view opening = "<rdf:Description rdf:about=\"\" xmlns:kanon=\"urn:kanon:release:1:\">\n";
constexpr std::string_view closing = "</rdf:Description>\n";
constexpr std::string_view draft_line = "<kanon:standing>draft</kanon:standing>\n";
constexpr std::size_t digits = 64;
/// More than the longest id, version, entry and hash with their names take.
constexpr std::size_t longest_seal = 1000;

bool is_hash(std::string_view text) {
  return text.size() == digits &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// Cuts a line `<kanon:name>value</kanon:name>` off the front.
std::optional<std::string_view> take(std::string_view& text, std::string_view name) {
  const std::string before = fmt::format("<kanon:{}>", name);
  const std::string after = fmt::format("</kanon:{}>\n", name);
  if (!text.starts_with(before)) return std::nullopt;
  const std::size_t end = text.find(after, before.size());
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view value = text.substr(before.size(), end - before.size());
  text.remove_prefix(end + after.size());
  return value;
}

/// A seal as it stands in the file.
struct FoundSeal {
  std::string_view id, version, entry, sha256;
};

/// One version, or of a redline edition two: `1.0..1.1`.
bool names_versions(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return Version::parse(text).has_value();
  return Version::parse(text.substr(0, dots)) && Version::parse(text.substr(dots + 2));
}

std::optional<FoundSeal> parse(std::string_view text) {
  FoundSeal found;
  const auto id = take(text, "id");
  const auto version = id ? take(text, "version") : std::nullopt;
  if (!version || !is_item_id(*id) || !names_versions(*version)) return std::nullopt;
  found.id = *id;
  found.version = *version;
  if (text.starts_with(draft_line)) {
    text.remove_prefix(draft_line.size());
  } else {
    const auto entry = take(text, "entry");
    if (!entry || !is_hash(*entry)) return std::nullopt;
    found.entry = *entry;
  }
  const auto sha256 = take(text, "sha256");
  if (!sha256 || !is_hash(*sha256) || !text.starts_with(closing)) return std::nullopt;
  found.sha256 = *sha256;
  return found;
}

/// Where the only seal begins; npos where there is none or more than one.
std::size_t only_seal(std::string_view pdf) {
  const std::size_t at = pdf.find(opening);
  if (at == std::string_view::npos || pdf.find(opening, at + 1) != std::string_view::npos)
    return std::string_view::npos;
  return at + opening.size();
}

std::string hash_without(std::string_view pdf, std::size_t place) {
  std::string blank(pdf);
  blank.replace(place, digits, digits, '0');
  return sha256_hex(blank);
}

}  // namespace

std::string unset_seal(const std::string& id, const std::string& version, const std::string& entry) {
  const std::string standing =
      entry.empty() ? std::string(draft_line) : fmt::format("<kanon:entry>{}</kanon:entry>\n", escape_html(entry));
  return fmt::format(
      "{}<kanon:id>{}</kanon:id>\n<kanon:version>{}</kanon:version>\n{}<kanon:sha256>{}</kanon:sha256>\n{}", opening,
      escape_html(id), escape_html(version), standing, std::string(digits, '0'), closing);
}

std::string seal_pdf(std::string pdf) {
  const std::size_t at = only_seal(pdf);
  if (at == std::string::npos) return pdf;
  const auto found = parse(std::string_view(pdf).substr(at, longest_seal));
  if (!found) return pdf;
  const auto place = static_cast<std::size_t>(found->sha256.data() - pdf.data());
  const std::string sha256 = hash_without(pdf, place);
  pdf.replace(place, digits, sha256);
  return pdf;
}

std::optional<PdfSeal> read_seal(std::string_view pdf) {
  if (pdf.find(opening) == std::string_view::npos) return std::nullopt;
  const std::size_t at = only_seal(pdf);
  if (at == std::string_view::npos) return PdfSeal();
  const auto found = parse(pdf.substr(at, longest_seal));
  if (!found) return PdfSeal();
  PdfSeal seal{std::string(found->id), std::string(found->version), std::string(found->entry), {}};
  const auto place = static_cast<std::size_t>(found->sha256.data() - pdf.data());
  seal.bytes = hash_without(pdf, place) == found->sha256 ? PdfSeal::Bytes::as_made : PdfSeal::Bytes::altered;
  return seal;
}

}  // namespace kanon
