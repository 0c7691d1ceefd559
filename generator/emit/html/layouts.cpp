#include "emit/html/layouts.h"

#include <algorithm>
#include <utility>

#include "base/nearest.h"
#include "embed/embedded.h"
#include "emit/html/layout_names.h"
#include "emit/html/layout_source.h"
#include "emit/html/layout_steps.h"

namespace kanon {
namespace {

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

std::unexpected<Error> unknown_name(const LayoutTag& tag, std::vector<std::string> names) {
  std::erase(names, tag.name);  // it exists, but not on this page
  const auto meant = nearest(tag.name, names);
  return layout_error(
      tag.file, tag.place,
      message("layoutet bruger «{}», som ikke findes her", "the layout uses “{}”, which does not exist here", tag.name),
      meant ? message("Mente du «{}»?", "Did you mean “{}”?", *meant)
            : message("Ret navnet; de navne der findes, står i manualens afsnit om layouts.",
                      "Correct the name; those that exist are in the manual's section on layouts."));
}

/// Whether a layout is the program's own.
bool is_built_in(const Theme& theme, const std::string& file) {
  for (const embedded::File& built_in : embedded::layouts()) {
    if (file != "layouts/" + std::string(built_in.path)) continue;
    const std::string* text = theme.layout(built_in.path.substr(0, built_in.path.rfind('.')));
    return text != nullptr && *text == built_in.bytes;
  }
  return false;
}

/// A project's own layouts are held to what is declared before they are filled: so a wrong name is found wherever it
/// stands, in parts too that no page of today shows.
Result<void> check_own_names(const Theme& theme, std::string_view layout, const NumberedLayout& numbered) {
  const auto is_own = [&](const LayoutTag& tag) { return !is_built_in(theme, tag.file); };
  auto undeclared = LayoutNames::declared().first_undeclared(layout, numbered, is_own);
  if (!undeclared) return {};
  return unknown_name(numbered.tags[undeclared->tag], std::move(undeclared->visible));
}

}  // namespace

struct Layouts::Prepared {
  explicit Prepared(NumberedLayout layout) : steps(std::move(layout)) {}
  LayoutSteps steps;
};

Data text_or_nothing(const std::string& text) { return text.empty() ? Data(false) : Data(text); }

Layouts::Layouts(const Theme& theme) : theme_(theme) {}
Layouts::~Layouts() = default;

Result<Layouts::Prepared*> Layouts::prepared(std::string_view layout) {
  std::unique_ptr<Prepared>& known = prepared_[std::string(layout)];
  if (known) return known.get();
  auto numbered = number_layout(theme_, layout);
  if (!numbered) return std::unexpected(numbered.error());
  if (auto known_names = check_own_names(theme_, layout, *numbered); !known_names)
    return std::unexpected(known_names.error());
  known = std::make_unique<Prepared>(std::move(*numbered));
  return known.get();
}

Result<std::string> Layouts::fill(std::string_view layout, const Data& page, const Data& site) {
  const auto ready = prepared(layout);
  if (!ready) return std::unexpected(ready.error());
  auto filled = (*ready)->steps.fill(page, site);
  if (filled.unknown != nullptr) return unknown_name(*filled.unknown, known_names(theme_));
  return std::move(filled.text);
}

}  // namespace kanon
