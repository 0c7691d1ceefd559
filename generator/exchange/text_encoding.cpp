#include "exchange/text_encoding.h"

#include <array>
#include <cstdint>

#include "base/text.h"

namespace kanon {
namespace {

/// Windows-1252 from 0x80 to 0x9F (WHATWG Encoding, index windows-1252); all other bytes are Latin-1.
constexpr std::array<char32_t, 32> kWindows1252{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(text, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : char32_t{byte});
  }
  return text;
}

/// UTF-16 without its mark; U+FFFD for halves of pairs. `high` is the place of the more significant byte of a unit.
std::string from_utf16(std::string_view bytes, std::size_t high) {
  const auto unit = [&](std::size_t at) -> std::uint32_t {
    if (at + 1 >= bytes.size()) return 0;
    return static_cast<unsigned char>(bytes[at + high]) * 256U + static_cast<unsigned char>(bytes[at + 1 - high]);
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const std::uint32_t first = unit(at), second = unit(at + 2);
    if (first >= 0xD800 && first < 0xDC00 && second >= 0xDC00 && second < 0xE000) {
      append_utf8(text, 0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00));
      at += 2;
    } else {
      append_utf8(text, first >= 0xD800 && first < 0xE000 ? char32_t{0xFFFD} : char32_t{first});
    }
  }
  return text;
}

}  // namespace

DecodedText decoded(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return {normalised_text(from_utf16(bytes.substr(2), bytes[0] == '\xFF' ? 1 : 0)),
            Message{"Filen er skrevet i UTF-16 og er lavet om til UTF-8", "The file is in UTF-16 and was made UTF-8"}};
  }
  if (!first_invalid_utf8(bytes)) return {normalised_text(bytes), std::nullopt};
  return {normalised_text(from_windows_1252(bytes)), Message{"Filen er ikke UTF-8; den er læst som Windows-1252",
                                                             "The file is not UTF-8; it was read as Windows-1252"}};
}

}  // namespace kanon
