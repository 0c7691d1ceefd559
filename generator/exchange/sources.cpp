#include "exchange/sources.h"

#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "read/markdown_text.h"

namespace kanon {
namespace {

Message save_as_utf8() {
  return {"Gem filen igen med tegnkodningen UTF-8.", "Save the file again with the encoding UTF-8."};
}

/// UTF-16 with its byte order mark as UTF-8; a surrogate without its other half becomes U+FFFD.
std::string from_utf16(std::string_view bytes) {
  const bool big = bytes.starts_with("\xFE\xFF");
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return big ? first << 8U | second : second << 8U | first;
  };
  std::string text;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    const char32_t one = unit(at);
    const bool high = one >= 0xD800 && one < 0xDC00;
    const char32_t two = high && at + 3 < bytes.size() ? unit(at + 2) : 0;
    if (high && two >= 0xDC00 && two < 0xE000) {
      append_utf8(text, 0x10000 + ((one - 0xD800) << 10U) + (two - 0xDC00));
      at += 2;
    } else {
      append_utf8(text, one >= 0xD800 && one < 0xE000 ? U'\uFFFD' : one);
    }
  }
  return text;
}

void forget(Range& range) { range = {}; }

template <class T>
void forget(Located<T>& value) {
  value.range = {};
}

template <class T>
void forget(std::optional<T>& value) {
  if (value) forget(*value);
}

void forget(std::vector<LocatedText>& texts) {
  for (LocatedText& text : texts) forget(text);
}

void forget_in_governed(Governed& item) {
  forget(item.id);
  forget(item.range);
  forget(item.classification);
  forget(item.aliases);
  forget(item.title);
  forget(item.version);
  for (HistoryEntry& entry : item.history) {
    forget(entry.range);
    forget(entry.version);
    forget(entry.date);
  }
  for (Approval& approval : item.approvals) {
    forget(approval.range);
    forget(approval.body);
    forget(approval.date);
    forget(approval.version);
  }
  forget(item.effective);
  forget(item.review_every);
}

void forget_in_requirement(Requirement& one) {
  forget(one.range);
  forget(one.id);
  forget(one.phase);
  forget(one.text);
  forget(one.frequency);
  forget(one.recommendations);
  forget(one.controls);
  forget(one.derives_from);
  for (Silence& silence : one.silence) {
    forget(silence.range);
    forget(silence.rule);
    forget(silence.reason);
  }
}

}  // namespace

Result<std::string> import_text(std::string_view bytes) {
  if (bytes.size() > kMostImportBytes) {
    return wrong_use(message("Filen fylder {} byte; der læses højst {}", "The file has {} bytes; at most {} are read",
                             bytes.size(), kMostImportBytes),
                     {"Del kataloget op i flere filer.", "Split the catalog into several files."});
  }
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  std::string text = normalised_text(wide ? from_utf16(bytes) : std::string(bytes));
  const auto bad = first_invalid_utf8(text);
  if (!bad) return text;
  const std::size_t line = split(std::string_view(text).substr(0, *bad), '\n').size();
  if (text[*bad] == '\0') {
    return wrong_use(
        message("Linje {}: her står et tegn med værdien 0, som ikke hører hjemme i en tekst",
                "Line {}: here stands a character with the value 0, which does not belong in a text", line),
        save_as_utf8());
  }
  return wrong_use(message("Linje {}: filen er ikke gemt som UTF-8", "Line {}: the file isn't saved as UTF-8", line),
                   save_as_utf8());
}

Result<XmlTree> xml_of(std::string_view bytes) {
  const auto text = import_text(bytes);
  if (!text) return std::unexpected(text.error());
  auto tree = parse_xml(*text);
  if (tree) return std::move(*tree);
  const Finding& finding = tree.error();
  const Place place = LineIndex(*text).place(finding.range);
  return wrong_use({fmt::format("Linje {}: {}", place.line, finding.message.da),
                    fmt::format("Line {}: {}", place.line, finding.message.en)},
                   finding.help);
}

std::unexpected<Error> no_catalog_of(std::string_view format, std::string_view root) {
  return wrong_use(message("Filen er ikke et katalog i {}: det yderste element hedder «{}»",
                           "The file is no catalog of {}: its outermost element is “{}”", format, quotable(root)),
                   {"Vælg en fil, der holder et kravkatalog, eller et andet format.",
                    "Choose a file that holds a requirement catalog, or another format."});
}

Catalog without_places(Catalog catalog) {
  forget_in_governed(catalog);
  forget(catalog.level);
  forget(catalog.extends);
  for (Phase& phase : catalog.phases) forget(phase.id);
  for (Recommendation& one : catalog.recommendations) {
    forget(one.id);
    forget(one.phase);
  }
  for (Requirement& one : catalog.requirements) forget_in_requirement(one);
  return catalog;
}

}  // namespace kanon
