#include "base/escape.h"
#include "emit/html/rows.h"

namespace kanon {
namespace {

// Deeper documents stand on the last level: a chain of any length must not become nesting of any depth.
constexpr int deepest_level = 24;

class HierarchyList {
 public:
  explicit HierarchyList(const RowSource& source) : source_(source) {}

  void write(std::vector<const Document*> documents, int level) {
    out_ += level == 1 ? "<ul class=\"hierarchy\">\n" : "\n<ul>\n";
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const Document& document = *documents[i];
      std::vector<const Document*> children = source_.view.children_of(document);
      out_ += "<li>";
      write_entry(document);
      if (!children.empty() && level < deepest_level) {
        write(std::move(children), level + 1);
      } else {
        documents.insert(documents.begin() + static_cast<std::ptrdiff_t>(i) + 1, children.begin(), children.end());
      }
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }

  std::string take() { return std::move(out_); }

 private:
  void write_entry(const Document& document) {
    const ItemRef item = source_.view.ref_of(document);
    const std::string href = source_.href_of(item);
    if (!href.empty()) out_ += "<a href=\"" + escape_html(href) + "\">";
    append_escaped_html(out_, source_.view.title_of(item));
    if (!href.empty()) out_ += "</a>";
    const std::string type = type_label(source_.view, document);
    if (!type.empty()) out_ += " <span class=\"document-type\">" + escape_html(type) + "</span>";
  }

  const RowSource& source_;
  std::string out_;
};

}  // namespace

std::string hierarchy_list(const RowSource& source) {
  std::vector<const Document*> roots = source.view.roots();
  if (roots.empty()) return {};
  HierarchyList list(source);
  list.write(std::move(roots), 1);
  return list.take();
}

}  // namespace kanon
