#include "unit/emit/strict_html.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/text.h"

namespace kanon {
namespace {

using Names = std::set<std::string, std::less<>>;

const Names kVoid{"br", "hr", "img", "input"};
const Names kPhrasing{"a", "abbr", "b",   "br",    "code",   "del", "dfn", "em",
                      "i", "img",  "kbd", "input", "strong", "sub", "sup", "span"};
const Names kBlocks{"p",          "h1",  "h2", "h3",  "h4",      "h5",      "h6",     "ul",        "ol", "li",
                    "blockquote", "pre", "hr", "div", "table",   "thead",   "tbody",  "tr",        "th", "td",
                    "section",    "dl",  "dt", "dd",  "details", "summary", "figure", "figcaption"};
const Names kAttributes{"alt",     "aria-label", "checked", "class", "dir", "disabled", "href",     "id",    "lang",
                        "loading", "rel",        "role",    "scope", "src", "start",    "tabindex", "title", "type"};
const Names kOnlyPhrasing{"p", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "pre"};
const std::map<std::string, Names, std::less<>> kParents{
    {"li", {"ul", "ol"}},       {"dt", {"dl"}}, {"dd", {"dl"}}, {"thead", {"table"}},     {"tbody", {"table"}},
    {"tr", {"thead", "tbody"}}, {"th", {"tr"}}, {"td", {"tr"}}, {"summary", {"details"}}, {"figcaption", {"figure"}}};
const std::map<std::string, Names, std::less<>> kChildren{
    {"ul", {"li"}},    {"ol", {"li"}},    {"dl", {"dt", "dd"}}, {"table", {"thead", "tbody"}},
    {"thead", {"tr"}}, {"tbody", {"tr"}}, {"tr", {"th", "td"}}};

struct OpenElement {
  std::string name;
  std::vector<std::string> children;
  bool has_words = false;
};

class Checker {
 public:
  explicit Checker(std::string_view html) : html_(html) {}

  std::string fault() {
    open_.push_back({"body", {}, false});
    while (at_ < html_.size() && fault_.empty()) {
      if (html_[at_] == '<') {
        tag();
      } else {
        text();
      }
    }
    if (fault_.empty() && open_.size() > 1) fail("<" + open_.back().name + "> is never closed");
    if (first_invalid_utf8(html_)) fail("not UTF-8");
    return fault_;
  }

 private:
  void fail(const std::string& what) {
    if (!fault_.empty()) return;
    const std::size_t from = at_ > 60 ? at_ - 60 : 0;
    fault_ = what + " near: " + std::string(html_.substr(from, 160));
  }

  void text() {
    const std::size_t end = std::min(html_.find('<', at_), html_.size());
    const std::string_view words = html_.substr(at_, end - at_);
    if (words.find('>') != std::string_view::npos) fail("a bare >");
    check_references(words);
    if (!trim(words).empty()) {
      open_.back().has_words = true;
      if (kChildren.contains(open_.back().name)) fail("words straight in <" + open_.back().name + ">");
    }
    at_ = end;
  }

  void check_references(std::string_view words) {
    for (std::size_t i = words.find('&'); i != std::string_view::npos; i = words.find('&', i + 1)) {
      const std::string_view rest = words.substr(i);
      bool known = false;
      for (const std::string_view reference : {"&amp;", "&lt;", "&gt;", "&quot;", "&#x27;"}) {
        known = known || rest.starts_with(reference);
      }
      if (!known) fail("a bare &");
    }
    for (const char c : words) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) fail("a control character");
    }
  }

  std::string name() {
    const std::size_t begin = at_;
    while (at_ < html_.size() && ((html_[at_] >= 'a' && html_[at_] <= 'z') ||
                                  (html_[at_] >= '0' && html_[at_] <= '9') || html_[at_] == '-')) {
      ++at_;
    }
    return std::string(html_.substr(begin, at_ - begin));
  }

  void tag() {
    if (html_.substr(at_).starts_with("<!--embed-->")) {
      at_ += 12;
      return;
    }
    ++at_;
    const bool closes = at_ < html_.size() && html_[at_] == '/';
    if (closes) ++at_;
    const std::string tag_name = name();
    if (closes) {
      if (at_ >= html_.size() || html_[at_] != '>') return fail("a malformed end tag");
      ++at_;
      return close(tag_name);
    }
    attributes(tag_name);
    if (fault_.empty()) open(tag_name);
  }

  void attributes(const std::string& element) {
    Names seen;
    while (at_ < html_.size() && html_[at_] == ' ') {
      ++at_;
      const std::string attribute = name();
      if (!kAttributes.contains(attribute)) return fail("the attribute " + attribute);
      if (!seen.insert(attribute).second) return fail("the attribute twice: " + attribute);
      if (attribute == "disabled" || attribute == "checked") continue;
      if (!html_.substr(at_).starts_with("=\"")) return fail("an attribute without a quoted value");
      at_ += 2;
      const std::size_t end = html_.find('"', at_);
      if (end == std::string_view::npos) return fail("a quote that never ends");
      const std::string_view value = html_.substr(at_, end - at_);
      if (value.find_first_of("<>") != std::string_view::npos) return fail("a tag in an attribute");
      check_references(value);
      if (attribute == "href" || attribute == "src") address(value);
      if (attribute == "id" && !ids_.insert(std::string(value)).second)
        return fail("the id twice: " + std::string(value));
      if (attribute == "start" && element != "ol") return fail("start without a list");
      at_ = end + 1;
    }
    if (at_ >= html_.size() || html_[at_] != '>') return fail("a malformed tag <" + element);
    ++at_;
  }

  void address(std::string_view value) {
    const std::size_t end = value.find_first_of(":/?#");
    if (end == std::string_view::npos || value[end] != ':') return;
    const std::string scheme = lower_ascii(value.substr(0, end));
    if (scheme.starts_with('%')) return;  // no browser takes that for a scheme
    const Names allowed{"http", "https", "mailto", "tel", "ref"};
    if (!allowed.contains(scheme)) fail("the scheme " + scheme);
  }

  bool is_open(std::string_view element) const {
    return std::any_of(open_.begin(), open_.end(), [&](const OpenElement& open) { return open.name == element; });
  }

  void open(const std::string& element) {
    const bool is_phrasing = kPhrasing.contains(element);
    if (!is_phrasing && !kBlocks.contains(element)) return fail("the element <" + element + ">");
    OpenElement& parent = open_.back();
    const auto parents = kParents.find(element);
    if (parents != kParents.end() && !parents->second.contains(parent.name))
      return fail("<" + element + "> in <" + parent.name + ">");
    const auto children = kChildren.find(parent.name);
    if (children != kChildren.end() && !children->second.contains(element))
      return fail("<" + element + "> in <" + parent.name + ">");
    if (!is_phrasing) {
      for (const OpenElement& above : open_) {
        const bool forbids = kOnlyPhrasing.contains(above.name) || kPhrasing.contains(above.name);
        if (forbids) return fail("<" + element + "> in <" + above.name + ">");
      }
    }
    const bool is_heading = element.size() == 2 && element[0] == 'h' && element != "hr";
    if (is_heading && (is_open("dt") || is_open("th"))) return fail("a heading in a term or header cell");
    if (element == "a" && is_open("a")) return fail("a link in a link");
    const bool nothing_yet = parent.children.empty() && !parent.has_words;
    if (element == "summary" && !nothing_yet) return fail("summary not first");
    if (element == "dd" && parent.children.empty()) return fail("dd without dt");
    if (parent.name == "figure" && !parent.children.empty() && parent.children.back() == "figcaption" &&
        parent.children.size() > 1) {
      return fail("content behind the last figcaption");
    }
    parent.children.push_back(element);
    if (!kVoid.contains(element)) open_.push_back({element, {}, false});
  }

  void close(const std::string& element) {
    if (open_.size() < 2 || open_.back().name != element)
      return fail("</" + element + "> closes <" + open_.back().name + ">");
    const OpenElement closed = open_.back();
    open_.pop_back();
    const bool lacks_summary =
        element == "details" && (closed.children.empty() || closed.children.front() != "summary");
    if (lacks_summary) return fail("details without summary");
    if (element == "dl" && !closed.children.empty() && closed.children.back() == "dt") return fail("dt without dd");
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<OpenElement> open_;
  Names ids_;
  std::string fault_;
};

}  // namespace

std::string fault_of(std::string_view html) { return Checker(html).fault(); }

}  // namespace kanon
