#include "emit/pdf/structure_check.h"

#include <array>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "emit/pdf/annotations.h"
#include "emit/pdf/content_filter.h"

namespace kanon {
namespace {

/// Standard types of PDF 1.7 (ISO 32000-1, 14.8.4).
bool is_standard(const std::string& type) {
  static const std::set<std::string, std::less<>> types = {
      "/Document", "/Part",      "/Art",     "/Sect",  "/Div",     "/BlockQuote", "/Caption", "/TOC",       "/TOCI",
      "/Index",    "/NonStruct", "/Private", "/P",     "/H",       "/H1",         "/H2",      "/H3",        "/H4",
      "/H5",       "/H6",        "/L",       "/LI",    "/Lbl",     "/LBody",      "/Table",   "/TR",        "/TH",
      "/TD",       "/THead",     "/TBody",   "/TFoot", "/Span",    "/Quote",      "/Note",    "/Reference", "/BibEntry",
      "/Code",     "/Link",      "/Annot",   "/Ruby",  "/Warichu", "/RB",         "/RT",      "/RP",        "/WT",
      "/WP",       "/Figure",    "/Formula", "/Form"};
  return types.contains(type);
}

/// Follows marked content through a page.
class MarkCheck final : public ContentFilter {
 public:
  std::set<std::string> marks;  ///< the ids of marked content, as written
  bool paints_unmarked = false;
  bool nests_wrongly = false;

 private:
  void take(const Instruction& instruction) override {
    if (instruction.opens_mark()) return open(instruction);
    if (instruction.name == "EMC") {
      nests_wrongly = nests_wrongly || open_.empty();
      if (!open_.empty()) open_.pop_back();
      return;
    }
    const bool paints = instruction.paints_path() || instruction.shows_text() || instruction.name == "Do" ||
                        instruction.name == "sh" || instruction.name == "EI";
    paints_unmarked = paints_unmarked || (paints && open_.empty());
  }

  void open(const Instruction& instruction) {
    const auto& operands = instruction.operands;
    const bool is_artifact = !operands.empty() && operands.front().is("/Artifact");
    for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
      if (operands[i].is("/MCID")) marks.emplace(operands[i + 1].raw);
    }
    // An artifact in an artifact, or text in one, would be neither read nor skipped for sure.
    for (const bool outer_is_artifact : open_) nests_wrongly = nests_wrongly || outer_is_artifact;
    open_.push_back(is_artifact);
  }
  void end() override { nests_wrongly = nests_wrongly || !open_.empty(); }

  std::vector<bool> open_;
};

class Check {
 public:
  explicit Check(QPDF& pdf) : pdf_(pdf), catalog_(pdf.getRoot()) {}

  std::vector<std::string> faults() {
    expect(is_true(catalog_.getKey("/MarkInfo"), "/Marked"), "not marked as tagged");
    expect(catalog_.getKey("/Lang").isString(), "no language");
    expect(is_true(catalog_.getKey("/ViewerPreferences"), "/DisplayDocTitle"), "title is not shown");
    QPDFObjectHandle root = catalog_.getKey("/StructTreeRoot");
    expect(root.isDictionary(), "no structure tree");
    if (!root.isDictionary()) return {faults_.begin(), faults_.end()};
    expect(root.getKey("/ParentTree").isDictionary(), "no parent tree");
    roles_ = root.getKey("/RoleMap");
    walk(root);
    for (const QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf_).getAllPages()) check_page(page);
    return {faults_.begin(), faults_.end()};
  }

 private:
  void expect(bool holds, const std::string& fault) {
    if (!holds) faults_.insert(fault);
  }
  static bool is_true(QPDFObjectHandle dictionary, const std::string& key) {
    if (!dictionary.isDictionary()) return false;
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isBool() && value.getBoolValue();
  }
  static std::vector<QPDFObjectHandle> as_list(QPDFObjectHandle one) {
    if (one.isArray()) return one.getArrayAsVector();
    return one.isNull() ? std::vector<QPDFObjectHandle>() : std::vector<QPDFObjectHandle>{one};
  }

  void walk(const QPDFObjectHandle& root) {
    std::vector<QPDFObjectHandle> open = {root};
    std::set<QPDFObjGen> seen;
    while (!open.empty()) {
      QPDFObjectHandle element = open.back();
      open.pop_back();
      for (QPDFObjectHandle child : as_list(element.getKey("/K"))) {
        take_child(element, child);
        const bool is_element = child.isDictionary() && child.getKey("/S").isName();
        if (!is_element) continue;
        expect(seen.insert(child.getObjGen()).second, "an element stands twice in the tree");
        expect(child.getKey("/P").getObjGen() == element.getObjGen(), "an element names another parent than it has");
        check_element(child);
        open.push_back(child);
      }
    }
  }

  void take_child(QPDFObjectHandle element, QPDFObjectHandle child) {
    if (child.isInteger()) held_[element.getKey("/Pg").getObjGen()].insert(std::to_string(child.getIntValue()));
    if (!child.isDictionary() || child.hasKey("/S")) return;
    QPDFObjectHandle page = child.hasKey("/Pg") ? child.getKey("/Pg") : element.getKey("/Pg");
    if (child.getKey("/MCID").isInteger()) {
      held_[page.getObjGen()].insert(std::to_string(child.getKey("/MCID").getIntValue()));
    }
    if (child.getKey("/Obj").isDictionary()) held_annotations_.insert(child.getKey("/Obj").getObjGen());
  }

  void check_element(QPDFObjectHandle element) {
    std::string type = element.getKey("/S").getName();
    QPDFObjectHandle role = roles_.isDictionary() ? roles_.getKey(type) : QPDFObjectHandle::newNull();
    if (role.isName()) type = role.getName();
    expect(is_standard(type), "type " + type + " has no role");
    if (type == "/Figure") {
      QPDFObjectHandle text = element.getKey("/Alt");
      expect(text.isString() && !text.getUTF8Value().empty(), "a figure has no text");
    }
    if (type == "/TH") {
      bool has_scope = false;
      for (QPDFObjectHandle one : as_list(element.getKey("/A"))) {
        has_scope = has_scope || (one.isDictionary() && one.hasKey("/Scope"));
      }
      expect(has_scope, "a table heading has no scope");
    }
    for (const QPDFObjectHandle& child : as_list(element.getKey("/K"))) check_child(type, child);
  }

  void check_child(const std::string& parent, QPDFObjectHandle child) {
    if (!child.isDictionary() || !child.getKey("/S").isName()) return;
    const std::string type = child.getKey("/S").getName();
    if (parent == "/LI") expect(type == "/Lbl" || type == "/LBody", "a list item holds " + type);
    if (parent == "/L") expect(type == "/LI" || type == "/L" || type == "/Caption", "a list holds " + type);
    if (parent == "/TR") expect(type == "/TH" || type == "/TD", "a table row holds " + type);
    if (type == "/TR") {
      expect(parent == "/Table" || parent == "/THead" || parent == "/TBody" || parent == "/TFoot",
             "a row is in " + parent);
    }
  }

  void check_page(QPDFPageObjectHelper page) {
    MarkCheck marks;
    marks.filtered(content_of(page));
    expect(!marks.paints_unmarked, "something is painted outside of marked content");
    expect(!marks.nests_wrongly, "marked content is nested wrongly");
    for (const std::string& id : marks.marks) {
      expect(held_[page.getObjectHandle().getObjGen()].contains(id), "marked content is in no element");
    }
    for (QPDFObjectHandle annotation : annotations_of(page.getObjectHandle())) {
      QPDFObjectHandle text = annotation.getKey("/Contents");
      expect(text.isString() && !text.getUTF8Value().empty(), "a link has no text");
      expect(annotation.getKey("/StructParent").isInteger(), "a link is not in the parent tree");
      expect(held_annotations_.contains(annotation.getObjGen()), "a link is in no element");
    }
    if (page.getObjectHandle().hasKey("/Annots")) {
      expect(page.getObjectHandle().getKey("/Tabs").isNameAndEquals("/S"),
             "links are not in the order of the structure");
    }
    check_fonts(page.getAttribute("/Resources", false));
  }

  void check_fonts(QPDFObjectHandle resources) {
    QPDFObjectHandle fonts = resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
    if (!fonts.isDictionary()) return;
    for (const auto& entry : fonts.getDictAsMap()) {
      QPDFObjectHandle font = entry.second;
      expect(font.getKey("/ToUnicode").isStream(), "a font has no ToUnicode map");
      if (font.getKey("/Subtype").isNameAndEquals("/Type3")) continue;
      QPDFObjectHandle holder = font;
      if (font.getKey("/DescendantFonts").isArray()) holder = font.getKey("/DescendantFonts").getArrayItem(0);
      QPDFObjectHandle file = holder.getKey("/FontDescriptor");
      const bool is_embedded =
          file.isDictionary() && (file.hasKey("/FontFile2") || file.hasKey("/FontFile3") || file.hasKey("/FontFile"));
      expect(is_embedded, "a font is not embedded");
    }
  }

  QPDF& pdf_;
  QPDFObjectHandle catalog_;
  QPDFObjectHandle roles_;
  std::set<std::string> faults_;
  std::map<QPDFObjGen, std::set<std::string>> held_;
  std::set<QPDFObjGen> held_annotations_;
};

}  // namespace

std::vector<std::string> structure_faults(QPDF& pdf) { return Check(pdf).faults(); }

}  // namespace kanon
