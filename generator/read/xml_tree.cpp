#include "read/xml_tree.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/text.h"
#include "read/xml_findings.h"

namespace kanon {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

/// Where an XML construct that begins with `<` ends; the end of the text where it does not. `attributes` counts the
/// quoted values of a tag.
std::size_t end_of_construct(std::string_view text, std::size_t at, std::size_t& attributes) {
  const std::string_view rest = text.substr(at);
  const auto behind = [&](std::string_view mark, std::size_t from) {
    const std::size_t found = text.find(mark, at + from);
    return found == std::string_view::npos ? text.size() : found + mark.size();
  };
  if (rest.starts_with("<!--")) return behind("-->", 4);
  if (rest.starts_with("<![CDATA[")) return behind("]]>", 9);
  if (rest.starts_with("<?")) return behind("?>", 2);
  char quote = '\0';
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
      ++attributes;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return text.size();
}

/// libxml2 compares every attribute of an element with every other: too many are found before it begins.
std::optional<Finding> too_many_attributes(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    std::size_t attributes = 0;
    const std::size_t end = end_of_construct(text, at, attributes);
    if (attributes > kMostXmlAttributes) {
      return xml_too_many_attributes({offset(at), offset(at + 1)}, kMostXmlAttributes);
    }
    at = end;
  }
  return std::nullopt;
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

}  // namespace

/// Collects what libxml2 reports while it reads.
class XmlTreeBuilder {
 public:
  explicit XmlTreeBuilder(std::string_view text) : text_(text) {}

  std::expected<XmlTree, Finding> build() {
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(
        xmlCreateMemoryParserCtxt(text_.data(), static_cast<int>(text_.size())), &xmlFreeParserCtxt);
    if (!context) return std::unexpected(explain_xml({}, XML_ERR_DOCUMENT_EMPTY, {}, {}));
    context_ = context.get();
    *context_->sax = handler();
    context_->userData = this;
    xmlCtxtUseOptions(context_, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    context_->sax->serror = on_error;
    // Else an & of an attribute would come as &#38;. There is nothing else to replace: a document that could declare
    // entities is refused before it declares one, and nobody answers for their names.
    context_->replaceEntities = 1;
    xmlParseDocument(context_);
    context_ = nullptr;
    if (!failure_ && (tree_.nodes_.empty() || !open_.empty())) failure_ = explain_xml({}, XML_ERR_DOCUMENT_END, {}, {});
    if (failure_) return std::unexpected(std::move(*failure_));
    return std::move(tree_);
  }

 private:
  static xmlSAXHandler handler() {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.internalSubset = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
      of(self).refuse_document_type();
    };
    sax.startElementNs = [](void* self, const xmlChar* name, const xmlChar*, const xmlChar* space, int, const xmlChar**,
                            int count, int, const xmlChar** attributes) {
      of(self).open(view(name), view(space), attributes, static_cast<std::size_t>(count));
    };
    sax.endElementNs = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*) { of(self).close(); };
    sax.characters = [](void* self, const xmlChar* text, int size) {
      of(self).add_text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    };
    sax.ignorableWhitespace = sax.characters;
    sax.cdataBlock = sax.characters;
    return sax;
  }

  static XmlTreeBuilder& of(void* self) { return *static_cast<XmlTreeBuilder*>(self); }

  static void on_error(void* self, xmlErrorPtr error) {
    if (error == nullptr || error->level < XML_ERR_ERROR) return;
    // A prefix that nothing declares is harmless: names are looked at without it.
    if (error->domain == XML_FROM_NAMESPACE) return;
    XmlTreeBuilder& builder = of(self);
    const auto name = error->str1 == nullptr ? std::string_view() : std::string_view(error->str1);
    const auto other = error->str2 == nullptr ? std::string_view() : std::string_view(error->str2);
    builder.stop(explain_xml(builder.here(), error->code, name, other));
  }

  /// How far libxml2 has read.
  std::size_t position() const {
    const long at = xmlByteConsumed(context_);
    return std::min(static_cast<std::size_t>(std::max(at, 0L)), text_.size());
  }

  /// The words of the line that libxml2 reads.
  Range here() const {
    const std::size_t at = position();
    const std::size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::size_t end = std::min(text_.find('\n', at), text_.size());
    while (begin < end && is_blank(text_[begin])) ++begin;
    while (end > begin && is_blank(text_[end - 1])) --end;
    return {offset(begin), offset(end)};
  }

  void stop(Finding finding) {
    if (!failure_) failure_ = std::move(finding);
    xmlStopParser(context_);
  }

  void refuse_document_type() {
    const std::size_t at = std::min(text_.find("<!DOCTYPE"), text_.size());
    stop(xml_document_type({offset(at), offset(std::min(at + 9, text_.size()))}));
  }

  std::string_view interned(std::string_view name) { return *tree_.names_.emplace(name).first; }

  /// The `<` of the tag that ends there; a tag holds no other.
  std::size_t begin_of_tag(std::size_t end) const {
    const std::size_t at = end == 0 ? std::string_view::npos : text_.rfind('<', end - 1);
    return at == std::string_view::npos ? 0 : at;
  }

  void open(std::string_view name, std::string_view space, const xmlChar** attributes, std::size_t count) {
    if (failure_) return;
    in_text_ = false;
    if (open_.size() >= kDeepestXml) return stop(xml_too_deep(here(), kDeepestXml));
    if (tree_.nodes_.size() >= kMostXmlNodes) return stop(xml_too_many_nodes(here(), kMostXmlNodes));
    const std::size_t at = position();
    const std::size_t begin = begin_of_tag(at);
    const std::size_t end = std::min(text_.find('>', at), text_.size() - 1) + 1;
    XmlNode node;
    node.name = interned(name);
    node.space = interned(space);
    node.range = node.start_tag = {offset(begin), offset(end)};
    node.content = {offset(end), offset(end)};
    open_.push_back(offset(tree_.nodes_.size()));
    add_attributes(node, {begin, end}, attributes, count);
    tree_.nodes_.push_back(std::move(node));
  }

  struct Tag {
    std::size_t begin;
    std::size_t end;
  };

  /// Values come from libxml2, with references replaced; where they stand is read off the tag itself, in the same
  /// order.
  void add_attributes(XmlNode& node, Tag tag, const xmlChar** attributes, std::size_t count) {
    constexpr std::size_t fields = 5;  // local name, prefix, URI, begin and end of the value
    std::size_t at = tag.begin;
    for (std::size_t i = 0; i < count; ++i) {
      const xmlChar** const fields_of = attributes + i * fields;
      const std::string_view name = view(fields_of[0]);
      const auto* const begin = reinterpret_cast<const char*>(fields_of[3]);
      const auto* const end = reinterpret_cast<const char*>(fields_of[4]);
      const Range range = next_value(at, tag.end);
      node.attributes.push_back({interned(name), {std::string(begin, end), range}});
    }
  }

  /// The next value in quotes that is no namespace; `at` goes behind it.
  Range next_value(std::size_t& at, std::size_t end) const {
    while (at < end) {
      const std::size_t equals = text_.find('=', at);
      if (equals == std::string_view::npos || equals >= end) return {};
      std::size_t name_end = equals;
      while (name_end > at && is_blank(text_[name_end - 1])) --name_end;
      std::size_t name = name_end;
      while (name > at && !is_blank(text_[name - 1])) --name;
      const std::string_view written = text_.substr(name, name_end - name);
      const std::size_t quote = text_.find_first_of("\"'", equals);
      if (quote == std::string_view::npos || quote >= end) return {};
      const std::size_t closing = std::min(text_.find(text_[quote], quote + 1), end);
      at = closing + 1;
      if (written == "xmlns" || written.starts_with("xmlns:")) continue;
      return {offset(quote + 1), offset(closing)};
    }
    return {};
  }

  void close() {
    if (failure_ || open_.empty()) return;
    in_text_ = false;
    const std::size_t at = position();
    XmlNode& node = tree_.nodes_[open_.back()];
    open_.pop_back();
    node.next = offset(tree_.nodes_.size());
    node.range.end = std::max(offset(at), node.start_tag.end);
    const bool has_end_tag = text_.substr(begin_of_tag(at)).starts_with("</");
    node.content.end = has_end_tag ? std::max(offset(begin_of_tag(at)), node.content.begin) : node.content.begin;
  }

  void add_text(std::string_view text) {
    if (failure_ || open_.empty()) return;
    if (in_text_) {
      tree_.nodes_.back().text += text;
      return;
    }
    if (tree_.nodes_.size() >= kMostXmlNodes) return stop(xml_too_many_nodes(here(), kMostXmlNodes));
    XmlNode node;
    node.text = text;
    node.next = offset(tree_.nodes_.size() + 1);
    tree_.nodes_.push_back(std::move(node));
    in_text_ = true;
  }

  std::string_view text_;
  xmlParserCtxtPtr context_ = nullptr;
  XmlTree tree_;
  std::vector<std::uint32_t> open_;
  bool in_text_ = false;  ///< libxml2 reports a text in pieces
  std::optional<Finding> failure_;
};

std::vector<std::uint32_t> XmlTree::children(std::uint32_t node) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = node + 1; i < nodes_[node].next; i = nodes_[i].next) found.push_back(i);
  return found;
}

std::vector<std::uint32_t> XmlTree::children(std::uint32_t node, std::string_view name) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = node + 1; i < nodes_[node].next; i = nodes_[i].next) {
    if (nodes_[i].name == name) found.push_back(i);
  }
  return found;
}

std::uint32_t XmlTree::child(std::uint32_t node, std::string_view name) const {
  for (std::uint32_t i = node + 1; i < nodes_[node].next; i = nodes_[i].next) {
    if (nodes_[i].name == name) return i;
  }
  return 0;
}

Located<std::string> XmlTree::attribute(std::uint32_t node, std::string_view name) const {
  for (const XmlAttribute& attribute : nodes_[node].attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

Located<std::string> XmlTree::text(std::uint32_t node) const {
  Located<std::string> text{{}, nodes_[node].content};
  for (std::uint32_t i = node; i < nodes_[node].next; ++i) text.value += nodes_[i].text;
  return text;
}

std::expected<XmlTree, Finding> parse_xml(std::string_view text) {
  if (trim(text).empty()) return std::unexpected(explain_xml({}, XML_ERR_DOCUMENT_EMPTY, {}, {}));
  if (auto finding = too_many_attributes(text)) return std::unexpected(std::move(*finding));
  return XmlTreeBuilder(text).build();
}

}  // namespace kanon
