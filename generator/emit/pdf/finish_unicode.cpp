#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>
#include <string>

#include "emit/pdf/content_filter.h"
#include "emit/pdf/finish_steps.h"
#include "emit/pdf/to_unicode.h"

namespace kanon {
namespace {

unsigned code_unit(const std::string& utf16) {
  if (utf16.size() != 2) return 0;
  return (static_cast<unsigned>(static_cast<unsigned char>(utf16[0])) << 8U) | static_cast<unsigned char>(utf16[1]);
}

std::string wide(std::string_view letters) {
  std::string utf16;
  for (const char letter : letters) utf16 += {'\0', letter};
  return utf16;
}

/// Where a word may be broken but isn't: the soft hyphen itself, and what Qt makes of it.
bool is_unseen_break(const std::string& utf16) {
  const unsigned code = code_unit(utf16);
  return code == 0x00AD || code == 0x200B;
}

/// The text that a code should stand for instead of what the engine wrote: letters for ligatures, a space for a
/// tabulator, and for the hyphen at a line's end the one that readers know to take away when they join its halves.
std::string repaired(const std::string& utf16) {
  switch (code_unit(utf16)) {
    case 0x0009:
      return wide(" ");
    case 0x00AD:
    case 0x2010:
      return wide("-");
    case 0xFB00:
      return wide("ff");
    case 0xFB01:
      return wide("fi");
    case 0xFB02:
      return wide("fl");
    case 0xFB03:
      return wide("ffi");
    case 0xFB04:
      return wide("ffl");
    default:
      return utf16;
  }
}

std::string data_of(QPDFObjectHandle stream) {
  const auto buffer = stream.getStreamData(qpdf_dl_all);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// The codes of each font of a page that stand for an unseen break.
using UnseenCodes = std::map<std::string, std::set<std::string>>;

UnseenCodes unseen_codes(QPDFObjectHandle fonts) {
  UnseenCodes unseen;
  if (!fonts.isDictionary()) return unseen;
  for (const std::string& name : fonts.getKeys()) {
    QPDFObjectHandle map = fonts.getKey(name).getKey("/ToUnicode");
    if (!map.isStream()) continue;
    for (const auto& [code, text] : read_to_unicode(data_of(map))) {
      if (code_unit(text) == 0x200B) unseen[name].insert(code);
    }
  }
  return unseen;
}

/// Leaves out the breaks that are not seen: glyphs without width (wkhtmltopdf), or spaces without width whose actual
/// text is a soft hyphen (Chromium).
class WithoutUnseenBreaks final : public ContentFilter {
 public:
  explicit WithoutUnseenBreaks(UnseenCodes codes) : codes_(std::move(codes)) {}

 private:
  void take(const Instruction& instruction) override {
    if (instruction.name == "Tf" && !instruction.operands.empty()) font_ = instruction.operands.front().raw;
    if (instruction.opens_mark()) return open(instruction);
    if (instruction.name == "EMC" && !marks_.empty()) return close(instruction);
    const bool inside = !marks_.empty() && marks_.back();
    if (instruction.shows_text() && (inside || is_unseen(instruction))) return;
    write(instruction.bytes);
  }

  void open(const Instruction& instruction) {
    const auto& operands = instruction.operands;
    bool is_break = false;
    for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
      const std::string text = operands[i].is("/ActualText") ? operands[i + 1].string() : std::string();
      is_break = is_break || (text.size() == 4 && text.starts_with("\xFE\xFF") && is_unseen_break(text.substr(2)));
    }
    marks_.push_back(is_break);
    if (!is_break) write(instruction.bytes);
  }

  void close(const Instruction& instruction) {
    if (!marks_.back()) write(instruction.bytes);
    marks_.pop_back();
  }

  bool is_unseen(const Instruction& instruction) const {
    if (instruction.name != "Tj" || instruction.operands.size() != 1) return false;
    const auto codes = codes_.find(font_);
    return codes != codes_.end() && codes->second.contains(instruction.operands.front().string());
  }

  UnseenCodes codes_;
  std::string font_;
  std::vector<bool> marks_;  ///< the marked contents that are open: whether each is an unseen break
};

}  // namespace

void repair_unicode(QPDF& pdf) {
  std::set<QPDFObjGen> done;
  for (QPDFObjectHandle object : pdf.getAllObjects()) {
    if (!object.isDictionary()) continue;
    QPDFObjectHandle map = object.getKey("/ToUnicode");
    if (!map.isStream() || !done.insert(map.getObjGen()).second) continue;
    map.replaceStreamData(changed_to_unicode(data_of(map), repaired), QPDFObjectHandle::newNull(),
                          QPDFObjectHandle::newNull());
  }
}

void drop_unseen_breaks(QPDF& pdf) {
  for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    QPDFObjectHandle resources = page.getAttribute("/Resources", false);
    QPDFObjectHandle fonts = resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
    WithoutUnseenBreaks filter(unseen_codes(fonts));
    filter_content(pdf, page, filter);
  }
}

}  // namespace kanon
