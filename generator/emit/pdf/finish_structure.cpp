#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>
#include <string>
#include <vector>

#include "emit/pdf/annotations.h"
#include "emit/pdf/content_filter.h"
#include "emit/pdf/finish_steps.h"

namespace kanon {
namespace {

using MarkId = int;

/// The /MCID of an instruction that opens marked content.
std::optional<MarkId> mark_id(const Instruction& instruction) {
  const auto& operands = instruction.operands;
  for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
    if (!operands[i].is("/MCID")) continue;
    const std::string_view digits = operands[i + 1].raw;
    MarkId id = -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), id);
    return id;
  }
  return std::nullopt;
}

bool draws_picture(const Instruction& instruction) {
  return instruction.name == "Do" || instruction.name == "sh" || instruction.name == "EI";
}

/// Which marked contents of a page hold text or pictures; the others are lines and backgrounds.
class Survey final : public ContentFilter {
 public:
  std::set<MarkId> all;
  std::set<MarkId> with_text;
  std::set<MarkId> with_pictures;

 private:
  void take(const Instruction& instruction) override {
    if (instruction.opens_mark()) {
      const auto id = mark_id(instruction);
      open_.push_back(id.value_or(open_.empty() ? -1 : open_.back()));
      if (id) all.insert(*id);
    }
    if (instruction.name == "EMC" && !open_.empty()) open_.pop_back();
    if (open_.empty()) return;
    if (instruction.shows_text()) with_text.insert(open_.back());
    if (draws_picture(instruction)) with_pictures.insert(open_.back());
  }

  std::vector<MarkId> open_;
};

constexpr const char* begin_artifact = "\n/Artifact BMC";
constexpr const char* end_artifact = "\nEMC";

/// Marks as artifacts what was found to be one, and all that is painted outside of marked content.
class MarkArtifacts final : public ContentFilter {
 public:
  explicit MarkArtifacts(std::set<MarkId> artifacts) : artifacts_(std::move(artifacts)) {}

 private:
  void take(const Instruction& instruction) override {
    if (instruction.opens_mark()) {
      ++depth_;
      const auto id = mark_id(instruction);
      return write(id && artifacts_.contains(*id) ? std::string_view(begin_artifact) : instruction.bytes);
    }
    if (instruction.name == "EMC") {
      if (depth_ > 0) --depth_;
      return write(instruction.bytes);
    }
    if (depth_ > 0) return write(instruction.bytes);
    take_unmarked(instruction);
  }

  // Marked content may not begin inside a path: it is held back until what becomes of it is known. A text object is
  // marked as a whole.
  void take_unmarked(const Instruction& instruction) {
    const std::string bytes(instruction.bytes);
    if (instruction.name == "BT") return write(begin_artifact + bytes);
    if (instruction.name == "ET") return write(bytes + end_artifact);
    if (instruction.builds_path()) {
      path_ += bytes;
      return;
    }
    const std::string path = std::exchange(path_, {});
    if (instruction.paints_path() || draws_picture(instruction)) {
      return write(begin_artifact + path + bytes + end_artifact);
    }
    write(path + bytes);
  }
  void end() override { write(std::exchange(path_, {})); }

  std::set<MarkId> artifacts_;
  int depth_ = 0;
  std::string path_;
};

class WithoutMarks final : public ContentFilter {
  void take(const Instruction& instruction) override {
    if (!instruction.opens_mark() && instruction.name != "EMC") write(instruction.bytes);
  }
};

bool is_element(QPDFObjectHandle object) { return object.isDictionary() && object.getKey("/S").isName(); }

std::string type_of(QPDFObjectHandle element) { return element.getKey("/S").getName(); }

std::vector<QPDFObjectHandle> children_of(QPDFObjectHandle element) {
  QPDFObjectHandle kids = element.getKey("/K");
  if (kids.isArray()) return kids.getArrayAsVector();
  if (kids.isNull()) return {};
  return {kids};
}

void set_children(QPDFObjectHandle element, const std::vector<QPDFObjectHandle>& children) {
  if (children.empty()) return element.removeKey("/K");
  element.replaceKey("/K", children.size() == 1 ? children.front() : QPDFObjectHandle::newArray(children));
}

/// Every element below the root, each after those above it.
std::vector<QPDFObjectHandle> all_elements(const QPDFObjectHandle& root) {
  std::vector<QPDFObjectHandle> found;
  std::set<QPDFObjGen> seen;
  std::vector<QPDFObjectHandle> open = {root};
  while (!open.empty()) {
    const QPDFObjectHandle element = open.back();
    open.pop_back();
    for (const QPDFObjectHandle& child : children_of(element)) {
      if (!is_element(child) || !seen.insert(child.getObjGen()).second) continue;
      found.push_back(child);
      open.push_back(child);
    }
  }
  return found;
}

/// A tagged PDF as its structure and its pages have it.
class Structure {
 public:
  explicit Structure(QPDF& pdf) : pdf_(pdf), root_(pdf.getRoot().getKey("/StructTreeRoot")) {}

  void mend() {
    if (!root_.isDictionary()) return;
    mark_artifacts();
    std::vector<QPDFObjectHandle> elements = all_elements(root_);
    for (const QPDFObjectHandle& element : elements) drop_dead_children(element);
    // The lowest first, so that what becomes empty takes along what held nothing else.
    for (auto element = elements.rbegin(); element != elements.rend(); ++element) drop_empty_children(*element);
    for (const QPDFObjectHandle& element : elements) {
      if (type_of(element) == "/LI") give_body(element);
      if (type_of(element) == "/TH") give_scope(element);
    }
    name_roles();
    for (QPDFObjectHandle page : pdf_.getAllPages()) page.replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
  }

 private:
  void mark_artifacts() {
    QPDFObjectHandle tree = root_.getKey("/ParentTree");
    if (!tree.isDictionary()) return;
    QPDFNumberTreeObjectHelper parents(tree, pdf_);
    for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
      const std::string content = content_of(page);
      Survey survey;
      survey.filtered(content);
      QPDFObjectHandle owners;
      QPDFObjectHandle number = page.getObjectHandle().getKey("/StructParents");
      if (number.isInteger()) parents.findObject(number.getIntValue(), owners);
      std::set<MarkId> artifacts;
      for (const MarkId id : survey.all) {
        if (survey.with_text.contains(id) || is_figure(owners, id)) continue;
        artifacts.insert(id);
        if (owners.isArray() && id >= 0 && id < owners.getArrayNItems()) {
          owners.setArrayItem(id, QPDFObjectHandle::newNull());
        }
      }
      dead_[page.getObjectHandle().getObjGen()] = artifacts;
      MarkArtifacts marks(artifacts);
      filter_content(pdf_, page, marks);
    }
  }

  /// A figure says what it shows; one that doesn't is decoration.
  static bool is_figure(QPDFObjectHandle owners, MarkId id) {
    if (!owners.isArray() || id < 0 || id >= owners.getArrayNItems()) return false;
    QPDFObjectHandle owner = owners.getArrayItem(id);
    return is_element(owner) && owner.getKey("/Alt").isString() && !owner.getKey("/Alt").getUTF8Value().empty();
  }

  bool is_dead(QPDFObjectHandle page, QPDFObjectHandle id) const {
    const auto artifacts = page.isDictionary() ? dead_.find(page.getObjGen()) : dead_.end();
    return artifacts != dead_.end() && id.isInteger() && artifacts->second.contains(id.getIntValueAsInt());
  }

  /// Marked content that became an artifact, and links that are no more.
  void drop_dead_children(QPDFObjectHandle element) {
    std::vector<QPDFObjectHandle> kept;
    for (QPDFObjectHandle child : children_of(element)) {
      QPDFObjectHandle page = element.getKey("/Pg");
      if (child.isInteger() && is_dead(page, child)) continue;
      if (child.isDictionary() && child.getKey("/MCID").isInteger()) {
        if (child.hasKey("/Pg")) page = child.getKey("/Pg");
        if (is_dead(page, child.getKey("/MCID"))) continue;
      }
      if (child.isDictionary() && child.getKey("/Obj").isDictionary() && !is_on_page(child)) continue;
      kept.push_back(child);
    }
    set_children(element, kept);
  }

  static bool is_on_page(QPDFObjectHandle reference) {
    const auto annotations = annotations_of(reference.getKey("/Pg"));
    const QPDFObjGen wanted = reference.getKey("/Obj").getObjGen();
    return std::ranges::any_of(annotations, [&](const QPDFObjectHandle& one) { return one.getObjGen() == wanted; });
  }

  static void drop_empty_children(const QPDFObjectHandle& element) {
    std::vector<QPDFObjectHandle> kept;
    for (const QPDFObjectHandle& child : children_of(element)) {
      const bool is_cell = is_element(child) && (type_of(child) == "/TD" || type_of(child) == "/TH");
      if (!is_element(child) || is_cell || !children_of(child).empty()) kept.push_back(child);
    }
    set_children(element, kept);
  }

  /// A list item is a label and a body (ISO 32000-1, 14.8.4.3.3); Chromium puts the body's content beside the label.
  void give_body(const QPDFObjectHandle& item) {
    std::vector<QPDFObjectHandle> kept;
    std::vector<QPDFObjectHandle> content;
    for (const QPDFObjectHandle& child : children_of(item)) {
      const bool stays = is_element(child) && (type_of(child) == "/Lbl" || type_of(child) == "/LBody");
      (stays || !is_element(child) ? kept : content).push_back(child);
    }
    if (content.empty()) return;
    QPDFObjectHandle body = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
    body.replaceKey("/Type", QPDFObjectHandle::newName("/StructElem"));
    body.replaceKey("/S", QPDFObjectHandle::newName("/LBody"));
    body.replaceKey("/P", item);
    for (QPDFObjectHandle child : content) child.replaceKey("/P", body);
    set_children(body, content);
    kept.push_back(body);
    set_children(item, kept);
  }

  static bool has_scope(QPDFObjectHandle heading) {
    QPDFObjectHandle attributes = heading.getKey("/A");
    if (attributes.isDictionary()) return attributes.hasKey("/Scope");
    if (!attributes.isArray()) return false;
    return std::ranges::any_of(attributes.getArrayAsVector(),
                               [](QPDFObjectHandle one) { return one.isDictionary() && one.hasKey("/Scope"); });
  }

  static void give_scope(QPDFObjectHandle heading) {
    if (has_scope(heading)) return;
    QPDFObjectHandle scope = QPDFObjectHandle::parse("<< /O /Table /Scope /Row >>");
    QPDFObjectHandle attributes = heading.getKey("/A");
    if (attributes.isArray()) return attributes.appendItem(scope);
    heading.replaceKey(
        "/A", QPDFObjectHandle::newArray(attributes.isDictionary() ? std::vector<QPDFObjectHandle>{attributes, scope}
                                                                   : std::vector<QPDFObjectHandle>{scope}));
  }

  /// PDF 2.0 types that Chromium uses, as PDF 1.7 knows them.
  void name_roles() {
    root_.replaceKey("/RoleMap", QPDFObjectHandle::parse("<< /Em /Span /Strong /Span /Sub /Span /FENote /Note "
                                                         "/Title /P /Aside /Sect >>"));
  }

  QPDF& pdf_;
  QPDFObjectHandle root_;
  std::map<QPDFObjGen, std::set<MarkId>> dead_;  ///< by page: marked content that is an artifact
};

}  // namespace

void mend_structure(QPDF& pdf) { Structure(pdf).mend(); }

void drop_marks(QPDF& pdf) {
  std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
  for (QPDFPageObjectHelper& page : pages) {
    WithoutMarks filter;
    filter_content(pdf, page, filter);
  }
}

}  // namespace kanon
