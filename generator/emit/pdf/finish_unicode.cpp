#include <fmt/format.h>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <set>

#include "emit/pdf/finish_steps.h"

namespace kanon {
namespace {

/// The UTF-16BE text that a code should stand for instead of what Qt wrote.
std::string repaired(const std::string& utf16) {
  if (utf16.size() != 2) return utf16;
  const unsigned code = (static_cast<unsigned char>(utf16[0]) << 8U) | static_cast<unsigned char>(utf16[1]);
  const auto spelled = [](std::string_view letters) {
    std::string wide;
    for (const char letter : letters) wide += {'\0', letter};
    return wide;
  };
  switch (code) {
    case 0x0009:
      return spelled(" ");
    case 0xFB00:
      return spelled("ff");
    case 0xFB01:
      return spelled("fi");
    case 0xFB02:
      return spelled("fl");
    case 0xFB03:
      return spelled("ffi");
    case 0xFB04:
      return spelled("ffl");
    default:
      return utf16;
  }
}

/// The map with its target strings repaired. Within a `beginbfrange … endbfrange` Qt writes `<lo> <hi> [ <a> <b> … ]`,
/// so targets are the strings inside the brackets.
std::string repaired_map(const std::string& map) {
  std::string out;
  std::size_t at = 0;
  int brackets = 0;
  while (at < map.size()) {
    const char c = map[at];
    if (c == '[') ++brackets;
    if (c == ']') --brackets;
    const std::size_t close = c == '<' && brackets > 0 ? map.find('>', at) : std::string::npos;
    if (close == std::string::npos) {
      out += c;
      ++at;
      continue;
    }
    QPDFObjectHandle target = QPDFObjectHandle::parse(map.substr(at, close - at + 1));
    out += '<';
    if (target.isString()) {
      for (const unsigned char byte : repaired(target.getStringValue())) {
        out += fmt::format("{:02X}", byte);
      }
    }
    out += '>';
    at = close + 1;
  }
  return out;
}

}  // namespace

void repair_unicode(QPDF& pdf) {
  std::set<QPDFObjGen> done;
  for (QPDFObjectHandle object : pdf.getAllObjects()) {
    if (!object.isDictionary()) continue;
    QPDFObjectHandle map = object.getKey("/ToUnicode");
    if (!map.isStream() || !done.insert(map.getObjGen()).second) continue;
    const auto buffer = map.getStreamData(qpdf_dl_all);
    const std::string text(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    map.replaceStreamData(repaired_map(text), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
  }
}

}  // namespace kanon
