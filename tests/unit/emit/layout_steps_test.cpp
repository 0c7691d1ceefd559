#include "emit/html/layout_steps.h"

#include <array>
#include <catch2/catch.hpp>
#include <random>

#include "base/text.h"
#include "emit/html/rows.h"

using namespace kanon;

namespace {

Data object(std::vector<std::pair<std::string, Data>> members) {
  Data data;
  for (auto& [name, value] : members) put(data, name, std::move(value));
  return data;
}

/// Everything that data can be.
Data page() {
  const DataList items{object({{"title", Data("en & to")}, {"deep", object({{"er", Data("dyb")}})}}),
                       object({{"title", Data(" \t")}}), Data("tre"), Data(false)};
  return object({{"text", Data("<b>\"x\"</b>")},
                 {"empty", Data("")},
                 {"blank", Data("  ")},
                 {"lines", Data("a\nb")},
                 {"yes", Data(true)},
                 {"no", Data(false)},
                 {"items", Data(items)},
                 {"none", Data(DataList{})},
                 {"deep", object({{"er", Data("der")}})}});
}

Data site() { return object({{"title", Data("site's")}, {"text", Data("hidden")}}); }

/// A layout as mustache reads it, and as it is numbered.
struct Layout {
  std::string named;
  NumberedLayout numbered;

  void text(const std::string& text) {
    named += text;
    numbered.text += text;
  }
  void tag(const std::string& before, const std::string& name, const std::string& after, std::size_t number) {
    named += before + name + after;
    numbered.text += before + std::to_string(number) + after;
  }
  std::size_t add(const std::string& name) {
    std::vector<std::string> path;
    if (name != ".") {
      for (const std::string_view part : split(name, '.')) path.emplace_back(part);
    }
    numbered.tags.push_back({name, path, "layouts/x.mustache", {}});
    return numbered.tags.size() - 1;
  }
};

class LayoutMaker {
 public:
  explicit LayoutMaker(unsigned seed) : random_(seed) {}

  Layout make() {
    Layout layout;
    fill(layout, 0);
    return layout;
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }
  template <std::size_t Count>
  std::string one_of(const std::array<const char*, Count>& all) {
    return all.at(below(Count));
  }

  void fill(Layout& layout, int depth) {
    static constexpr std::array<const char*, 9> texts{"a", " ", "\t", "\n", "\n", "\r\n", "}", "æ b", "  "};
    static constexpr std::array<const char*, 12> names{"text",  "empty", "blank",   "lines", "yes", "no",
                                                       "items", "none",  "deep.er", "title", ".",   "unknown"};
    for (std::size_t left = below(8); left > 0; --left) {
      if (below(2) == 0) {
        layout.text(one_of(texts));
        continue;
      }
      const std::string name = one_of(names);
      const std::size_t number = layout.add(name);
      switch (below(depth < 4 ? 6 : 3)) {
        case 0:
          layout.tag("{{", name, "}}", number);
          break;
        case 1:
          layout.tag("{{{", name, "}}}", number);
          break;
        case 2:
          layout.text("{{!}}");
          break;
        default: {
          const std::string mark = below(3) == 0 ? "^" : "#";
          layout.tag("{{" + mark, name, "}}", number);
          fill(layout, depth + 1);
          layout.tag("{{/", name, "}}", number);
        }
      }
    }
  }

  std::mt19937 random_;
};

std::string by_mustache(const std::string& layout) {
  const Data of_page = page();
  const Data of_site = site();
  kainjow::mustache::context<std::string> context;
  context.push(&of_site);
  context.push(&of_page);
  kainjow::mustache::mustache renderer(layout);
  REQUIRE(renderer.is_valid());
  renderer.set_custom_escape([](const std::string& text) {
    std::string escaped;
    for (const char c : text)
      escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
    return escaped;
  });
  return renderer.render(context);
}

}  // namespace

TEST_CASE("layouts are filled as mustache fills them, blank lines and all") {
  int with_sections = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const Layout layout = LayoutMaker(seed).make();
    INFO(seed << ": " << layout.named);
    REQUIRE(LayoutSteps(layout.numbered).fill(page(), site()).text == by_mustache(layout.named));
    if (layout.named.find("{{#items}}") != std::string::npos) ++with_sections;
  }
  CHECK(with_sections > 100);
}

TEST_CASE("the first unknown name is told, even if more follow") {
  Layout layout;
  for (const char* name : {"text", "first", "second"}) layout.tag("{{", name, "}}", layout.add(name));
  const LayoutSteps steps(layout.numbered);
  const auto filled = steps.fill(page(), site());
  REQUIRE(filled.unknown != nullptr);
  CHECK(filled.unknown->name == "first");
}

TEST_CASE("a brace before a tag is a brace") {
  Layout layout;
  layout.text("a {");
  layout.tag("{{", "text", "}}", layout.add("text"));
  CHECK(LayoutSteps(layout.numbered).fill(page(), site()).text == "a {&lt;b&gt;&quot;x&quot;&lt;/b&gt;");
}
