#include "emit/html/layouts.h"

#include <algorithm>
#include <charconv>

#include "base/escape.h"
#include "base/nearest.h"
#include "emit/html/layout_source.h"

namespace kanon {
namespace {

const Data* along(const Data& from, const std::vector<std::string>& path) {
  const Data* found = &from;
  for (const std::string& part : path) {
    found = found->get(part);
    if (found == nullptr) return nullptr;
  }
  return found;
}

/// Where mustache finds its data: it asks with a tag's number.
class StrictContext final : public kainjow::mustache::basic_context<std::string> {
 public:
  StrictContext(const std::vector<LayoutTag>& tags, const Data& page, const Data& site)
      : tags_(tags), items_{&site, &page} {}

  void push(const Data* data) override { items_.push_back(data); }
  void pop() override { items_.pop_back(); }

  const Data* get(const std::string& number) const override {
    std::size_t index = 0;
    std::from_chars(number.data(), number.data() + number.size(), index);
    const LayoutTag& tag = tags_[index];
    if (tag.path.empty()) return items_.back();
    for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
      if (const Data* found = along(**item, tag.path)) return found;
    }
    if (!unknown_) unknown_ = &tag;
    return nullptr;
  }

  const Data* get_partial(const std::string&) const override { return nullptr; }

  const LayoutTag* unknown() const { return unknown_; }

 private:
  const std::vector<LayoutTag>& tags_;
  std::vector<const Data*> items_;
  mutable const LayoutTag* unknown_ = nullptr;
};

// Mustache's data does not tell which names it holds. What the built-in layouts and lists of words use is what a
// layout's author can have meant.
std::vector<std::string> known_names(const Theme& theme) {
  std::vector<std::string> names;
  const auto built_in = Theme::built_in();
  if (!built_in) return names;
  for (const auto& [layout, text] : built_in->layouts()) {
    const auto numbered = number_layout(*built_in, layout);
    if (!numbered) continue;
    for (const LayoutTag& tag : numbered->tags) names.push_back(tag.name);
  }
  for (const auto& [key, text] : theme.words(Language::da).all()) names.push_back("t." + key);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::unexpected<Error> unknown_name(const Theme& theme, const LayoutTag& tag) {
  std::vector<std::string> names = known_names(theme);
  std::erase(names, tag.name);  // it exists, but not on this page
  const auto meant = nearest(tag.name, names);
  return layout_error(
      tag.file, tag.place,
      message("layoutet bruger «{}», som ikke findes her", "the layout uses “{}”, which does not exist here", tag.name),
      meant ? message("Mente du «{}»?", "Did you mean “{}”?", *meant)
            : message("Ret navnet; de navne der findes, står i manualens afsnit om layouts.",
                      "Correct the name; those that exist are in the manual's section on layouts."));
}

}  // namespace

struct Layouts::Prepared {
  std::vector<LayoutTag> tags;
  kainjow::mustache::mustache renderer;
};

Data text_or_nothing(const std::string& text) { return text.empty() ? Data(false) : Data(text); }

Layouts::Layouts(const Theme& theme) : theme_(theme) {}
Layouts::~Layouts() = default;

Result<Layouts::Prepared*> Layouts::prepared(std::string_view layout) {
  std::unique_ptr<Prepared>& known = prepared_[std::string(layout)];
  if (known) return known.get();
  auto numbered = number_layout(theme_, layout);
  if (!numbered) return std::unexpected(numbered.error());
  auto fresh =
      std::make_unique<Prepared>(Prepared{std::move(numbered->tags), kainjow::mustache::mustache(numbered->text)});
  if (!fresh->renderer.is_valid()) {
    return wrong_use(message("{}: layoutet kan ikke læses: {}", "{}: the layout can't be read: {}",
                             theme_.layout_path(layout), fresh->renderer.error_message()));
  }
  fresh->renderer.set_custom_escape([](const std::string& text) { return escape_html(text); });
  known = std::move(fresh);
  return known.get();
}

Result<std::string> Layouts::fill(std::string_view layout, const Data& page, const Data& site) {
  const auto ready = prepared(layout);
  if (!ready) return std::unexpected(ready.error());
  StrictContext context((*ready)->tags, page, site);
  std::string filled = (*ready)->renderer.render(context);
  if (const LayoutTag* tag = context.unknown()) return unknown_name(theme_, *tag);
  return filled;
}

}  // namespace kanon
