#include "emit/html/layout_names.h"

#include <algorithm>
#include <cassert>

#include "base/text.h"
#include "embed/embedded.h"

namespace kanon {
namespace {

constexpr std::size_t deepest = 12;  // sets that take each other in a circle end here

struct Line {
  std::size_t level = 0;
  std::string_view name;
  std::string_view kind;
  std::string_view about;
};

/// `  name kind: about`
Line line_of(std::string_view text) {
  Line line;
  while (text.starts_with("  ")) {
    text.remove_prefix(2);
    ++line.level;
  }
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) line.about = trim(text.substr(colon + 1));
  const std::string_view head = trim(text.substr(0, colon));
  const std::size_t blank = head.find(' ');
  line.name = head.substr(0, blank);
  if (blank != std::string_view::npos) line.kind = trim(head.substr(blank));
  return line;
}

std::optional<LayoutValue> value_of(std::string_view kind) {
  if (kind.empty()) return LayoutValue::text;
  if (kind == "html") return LayoutValue::html;
  if (kind == "flag") return LayoutValue::flag;
  if (kind == "section") return LayoutValue::section;
  if (kind == "list") return LayoutValue::list;
  return std::nullopt;
}

class DeclarationReader {
 public:
  explicit DeclarationReader(std::string_view text) {
    for (const std::string_view line : split(text, '\n')) {
      if (!trim(line).empty() && !line.starts_with('#')) lines_.push_back(line_of(line));
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].level == 0 && lines_[i].name.starts_with('@')) sets_[lines_[i].name.substr(1)] = i;
    }
  }

  /// Calls `take` with each layout; false where a line isn't one.
  template <class Take>
  bool read(Take take) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].level != 0) continue;
      DeclaredLayout layout{std::string(lines_[i].about), {}};
      if (!read_names(i + 1, 1, 0, layout.names)) return false;
      if (!lines_[i].name.starts_with('@')) take(std::string(lines_[i].name), std::move(layout));
    }
    return true;
  }

 private:
  bool read_names(std::size_t from, std::size_t level, std::size_t depth, std::vector<LayoutName>& names) {
    if (depth == deepest) return false;
    for (std::size_t i = from; i < lines_.size() && lines_[i].level >= level; ++i) {
      const Line& line = lines_[i];
      if (line.level > level) continue;
      if (line.name == "+") {
        const auto set = line.kind.starts_with('@') ? sets_.find(line.kind.substr(1)) : sets_.end();
        if (set == sets_.end() || !read_names(set->second + 1, 1, depth + 1, names)) return false;
        continue;
      }
      const auto value = value_of(line.kind);
      if (!value) return false;
      LayoutName name{std::string(line.name), *value, std::string(line.about), {}};
      if (!read_names(i + 1, level + 1, depth + 1, name.names)) return false;
      names.push_back(std::move(name));
    }
    return true;
  }

  std::vector<Line> lines_;
  std::map<std::string_view, std::size_t> sets_;
};

const LayoutName* named(const std::vector<LayoutName>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name, &LayoutName::name);
  return found == names.end() ? nullptr : &*found;
}

/// Goes through a layout's tags with the names of the sections that are open.
class TagWalk {
 public:
  TagWalk(const std::vector<LayoutName>& page, const std::vector<LayoutName>& every) : open_{{&every, 0}, {&page, 0}} {
    open_.front().end = open_.back().end = static_cast<std::size_t>(-1);
  }

  std::vector<LayoutNames::Undeclared> walk(const NumberedLayout& numbered) {
    std::vector<LayoutNames::Undeclared> found;
    for (std::size_t i = 0; i < numbered.tags.size(); ++i) {
      while (open_.back().end <= i) open_.pop_back();
      const LayoutTag& tag = numbered.tags[i];
      const bool is_word = !tag.path.empty() && tag.path.front() == "t";
      const LayoutName* name = tag.path.empty() || is_word ? nullptr : find(tag.path);
      if (name == nullptr && !tag.path.empty() && !is_word) found.push_back({i, visible()});
      if (tag.kind == LayoutTag::Kind::section) open_.push_back({name == nullptr ? &none_ : &name->names, tag.end});
    }
    return found;
  }

 private:
  struct Open {
    const std::vector<LayoutName>* names;
    std::size_t end;  ///< the first tag behind the section
  };

  const LayoutName* find(const std::vector<std::string>& path) const {
    for (auto at = open_.rbegin(); at != open_.rend(); ++at) {
      const std::vector<LayoutName>* names = at->names;
      const LayoutName* name = nullptr;
      for (const std::string& part : path) {
        name = names == nullptr ? nullptr : named(*names, part);
        names = name == nullptr ? nullptr : &name->names;
      }
      if (name != nullptr) return name;
    }
    return nullptr;
  }

  /// With the paths into sections, as layouts write them: `page.title`.
  std::vector<std::string> visible() const {
    std::vector<std::string> all;
    for (const Open& one : open_) {
      for (const LayoutName& name : *one.names) {
        all.push_back(name.name);
        if (name.value != LayoutValue::section) continue;
        for (const LayoutName& inner : name.names) all.push_back(name.name + "." + inner.name);
      }
    }
    return all;
  }

  std::vector<LayoutName> none_;
  std::vector<Open> open_;
};

const char* kind_in_manual(const LayoutName& name) {
  switch (name.value) {
    case LayoutValue::html:
      return "HTML";
    case LayoutValue::flag:
      return "Ja eller nej";
    case LayoutValue::section:
      return "Afsnit";
    case LayoutValue::list:
      return name.names.empty() ? "Liste af tekster" : "Liste";
    case LayoutValue::text:
      break;
  }
  return "Tekst";
}

/// A row for each name; those within a section or list behind it, with the whole way to them.
void add_rows(std::string& page, const std::vector<LayoutName>& names, const std::string& before) {
  for (const LayoutName& name : names) {
    const std::string path = before + name.name;
    page += "| `" + path + "` | " + kind_in_manual(name) + " | " + name.about + " |\n";
    add_rows(page, name.names, path + ".");
  }
}

void add_lines(std::string& text, const std::vector<LayoutName>& names, std::size_t level) {
  for (const LayoutName& name : names) {
    text += std::string(level * 2, ' ') + name.name;
    if (!name.about.empty()) text += ": " + name.about;
    text += '\n';
    add_lines(text, name.names, level + 1);
  }
}

}  // namespace

const LayoutNames& LayoutNames::declared() {
  static const LayoutNames names = [] {
    auto parsed = parse(embedded::layout_names().front().bytes);
    assert(parsed && "generator/emit/html/names/layout_names.txt can't be read");
    return parsed ? *std::move(parsed) : LayoutNames();
  }();
  return names;
}

std::optional<LayoutNames> LayoutNames::parse(std::string_view text) {
  LayoutNames names;
  const bool good = DeclarationReader(text).read([&](std::string name, DeclaredLayout layout) {
    if (name == "every")
      names.every_ = std::move(layout);
    else
      names.layouts_.emplace(std::move(name), std::move(layout));
  });
  return good ? std::optional(std::move(names)) : std::nullopt;
}

std::vector<LayoutNames::Undeclared> LayoutNames::undeclared(std::string_view layout,
                                                             const NumberedLayout& numbered) const {
  const auto found = layouts_.find(layout);
  if (found == layouts_.end()) return {};
  return TagWalk(found->second.names, every_.names).walk(numbered);
}

std::string layouts_manual() {
  const LayoutNames& declared = LayoutNames::declared();
  const std::string heading = "| Navn | Hvad det er | Indhold |\n| --- | --- | --- |\n";
  std::string page =
      "---\ntitle: Layouts og deres navne\nclassification: offentlig\norder: 26\n---\n\n"
      "Hvert layout på webstedet, og de navne det får. Siden er skrevet af programmet selv (`kanon layouts --format "
      "markdown`), af den samme liste, som det kontrollerer layouts efter. Hvordan man laver sit eget layout, står i "
      "[Tilpas udseendet](tilpasning.md).\n\n"
      "Et punktum viser vejen ind: `parent.title` er navnet `title` inden i `parent`. I et layout skrives det "
      "`{{#parent}}{{title}}{{/parent}}`, og for et afsnit også `{{parent.title}}`. En liste gennemgås med "
      "`{{#items}} … {{/items}}`; i en liste af tekster er `{{.}}` teksten. Det, der er HTML, skrives med tre klammer. "
      "Et navn, som en side ikke har noget til, er der stadig og regnes for nej.\n\n## Navne på alle sider\n\n"
      "`t.NØGLE` er et ord fra `layouts/language/`.\n\n" +
      heading;
  add_rows(page, declared.of_every_page(), {});
  for (const auto& [name, layout] : declared.layouts()) {
    const char* const end = layout.about.ends_with('?') ? "" : ".";
    page += "\n## " + name + "\n\n" + layout.about + end + " Filen er `layouts/" + name + ".mustache`.\n";
    if (layout.names.empty()) {
      page += "\nLayoutet får kun navnene på alle sider.\n";
      continue;
    }
    page += "\n" + heading;
    add_rows(page, layout.names, {});
  }
  return page;
}

std::optional<std::string> layout_names_as_text(const std::string& layout) {
  const LayoutNames& declared = LayoutNames::declared();
  std::string text;
  for (const auto& [name, one] : declared.layouts()) {
    if (!layout.empty() && name != layout) continue;
    text += (text.empty() ? "" : "\n") + name + ": " + one.about + "\n";
    add_lines(text, one.names, 1);
  }
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace kanon
