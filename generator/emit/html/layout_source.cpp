#include "emit/html/layout_source.h"

#include <algorithm>

#include "base/nearest.h"
#include "base/text.h"

namespace kanon {
namespace {

constexpr std::size_t most_tags = 20'000;  // partials that include others several times multiply

struct OpenSection {
  std::size_t tag = 0;
  std::string name;
};

/// Goes through one file of a layout; a partial is gone through by a numberer of its own, on the same result.
class Numberer {
 public:
  Numberer(const Theme& theme, std::string_view name, std::vector<std::string> above, NumberedLayout& out)
      : theme_(theme),
        file_(theme.layout_path(name)),
        text_(*theme.layout(name)),
        lines_(text_),
        above_(std::move(above)),
        out_(out) {
    above_.emplace_back(name);
  }

  Result<void> run() {
    while (true) {
      const std::size_t open = text_.find("{{", at_);
      out_.text += text_.substr(at_, open - at_);
      if (open == std::string_view::npos) break;
      if (auto done = take_tag(open); !done) return done;
    }
    if (!sections_.empty()) return unclosed_section();
    return {};
  }

 private:
  Place place(std::size_t begin, std::size_t end) const {
    return lines_.place({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  Result<void> take_tag(std::size_t open) {
    const bool triple = text_.substr(open).starts_with("{{{");
    const std::string_view ending = triple ? "}}}" : "}}";
    const std::size_t inside = open + ending.size();
    const std::size_t close = text_.find(ending, inside);
    if (close == std::string_view::npos) {
      return layout_error(file_, place(open, open + ending.size()),
                          message("mærket slutter aldrig", "the tag never ends"),
                          message("Slut det med «{}».", "End it with “{}”.", ending));
    }
    at_ = close + ending.size();
    const std::string_view content = trim(text_.substr(inside, close - inside));
    const Place where = place(open, at_);
    if (triple) return take_name("{{{", content, "}}}", where);
    if (content.empty()) return nameless(where);
    switch (content.front()) {
      case '!':
        out_.text += "{{!}}";
        return {};
      case '=':
        return layout_error(file_, where, message("skilletegn kan ikke ændres", "delimiters can't be changed"),
                            message("Brug {{{{ og }}}}.", "Use {{{{ and }}}}."));
      case '>':
        return take_partial(trim(content.substr(1)), open, where);
      case '/':
        return close_section(trim(content.substr(1)), where);
      case '#':
      case '^':
        return open_section(content.front(), trim(content.substr(1)), where);
      case '&':
        return take_name("{{&", trim(content.substr(1)), "}}", where);
      default:
        return take_name("{{", content, "}}", where);
    }
  }

  std::unexpected<Error> nameless(Place where) const {
    return layout_error(file_, where, message("mærket nævner intet", "the tag names nothing"),
                        message("Skriv et navn mellem klammerne.", "Write a name between the braces."));
  }

  Result<void> take_name(std::string_view before, std::string_view name, std::string_view after, Place where) {
    if (name.empty()) return nameless(where);
    if (out_.tags.size() == most_tags) {
      return layout_error(file_, where, message("layoutet har for mange mærker", "the layout has too many tags"), {});
    }
    std::vector<std::string> path;
    if (name != ".") {
      for (const std::string_view part : split(name, '.')) path.emplace_back(part);
    }
    out_.text += before;
    out_.text += std::to_string(out_.tags.size());
    out_.text += after;
    LayoutTag& tag = out_.tags.emplace_back();
    tag.name = name;
    tag.path = std::move(path);
    tag.file = file_;
    tag.place = where;
    return {};
  }

  Result<void> open_section(char kind, std::string_view name, Place where) {
    sections_.push_back({out_.tags.size(), std::string(name)});
    auto taken = take_name(kind == '#' ? "{{#" : "{{^", name, "}}", where);
    if (taken) out_.tags.back().kind = kind == '#' ? LayoutTag::Kind::section : LayoutTag::Kind::inverted;
    return taken;
  }

  Result<void> close_section(std::string_view name, Place where) {
    if (sections_.empty() || sections_.back().name != name) {
      const std::string open = sections_.empty() ? std::string() : sections_.back().name;
      return layout_error(file_, where,
                          open.empty() ? message("afsnittet «{}» slutter her, men er ikke begyndt",
                                                 "the section “{}” ends here but never began", name)
                                       : message("afsnittet «{}» slutter her, men det åbne afsnit er «{}»",
                                                 "the section “{}” ends here, but the open one is “{}”", name, open),
                          message("Begynd afsnittet med {{{{#{}}}}}, eller ret navnet.",
                                  "Begin the section with {{{{#{}}}}}, or correct the name.", name));
    }
    out_.text += "{{/" + std::to_string(sections_.back().tag) + "}}";
    out_.tags[sections_.back().tag].end = out_.tags.size();
    sections_.pop_back();
    return {};
  }

  std::unexpected<Error> unclosed_section() const {
    const OpenSection& section = sections_.back();
    return layout_error(file_, out_.tags[section.tag].place,
                        message("afsnittet «{}» slutter aldrig", "the section “{}” never ends", section.name),
                        message("Slut det med {{{{/{}}}}}.", "End it with {{{{/{}}}}}.", section.name));
  }

  Result<void> take_partial(std::string_view name, std::size_t open, Place where) {
    if (theme_.layout(name) == nullptr) return unknown_partial(name, where);
    if (std::find(above_.begin(), above_.end(), name) != above_.end()) {
      std::vector<std::string> circle = above_;
      circle.emplace_back(name);
      return layout_error(file_, where,
                          message("layouts henter hinanden i ring: {}", "layouts include each other in a circle: {}",
                                  join(circle, " → ")),
                          message("Fjern en af henvisningerne.", "Remove one of the references."));
    }
    if (auto done = Numberer(theme_, name, above_, out_).run(); !done) return done;
    skip_line_end_after_standalone(open);
    return {};
  }

  // As mustache has it: a partial alone on its line takes the line's end with it, because it brings its own.
  void skip_line_end_after_standalone(std::size_t open) {
    const std::size_t line_start = text_.rfind('\n', open) + 1;  // npos + 1 is the text's beginning
    const std::size_t line_end = std::min(text_.find('\n', at_), text_.size());
    const bool alone =
        trim(text_.substr(line_start, open - line_start)).empty() && trim(text_.substr(at_, line_end - at_)).empty();
    if (alone && out_.text.ends_with('\n')) at_ = std::min(line_end + 1, text_.size());
  }

  std::unexpected<Error> unknown_partial(std::string_view name, Place where) const {
    std::vector<std::string> known;
    for (const auto& [layout, text] : theme_.layouts()) known.push_back(layout);
    const auto meant = nearest(name, known);
    return layout_error(file_, where,
                        message("der er intet layout «{0}» (layouts/{0}.mustache)",
                                "there is no layout “{0}” (layouts/{0}.mustache)", name),
                        meant ? message("Mente du «{}»?", "Did you mean “{}”?", *meant)
                              : message("Opret filen, eller ret navnet.", "Create the file, or correct the name."));
  }

  const Theme& theme_;
  std::string file_;
  std::string_view text_;
  LineIndex lines_;
  std::vector<std::string> above_;  // this layout and those that include it
  NumberedLayout& out_;
  std::size_t at_ = 0;
  std::vector<OpenSection> sections_;
};

}  // namespace

Result<NumberedLayout> number_layout(const Theme& theme, std::string_view name) {
  if (theme.layout(name) == nullptr) {
    return wrong_use(message("layoutet «{}» mangler", "the layout “{}” is missing", theme.layout_path(name)), {});
  }
  NumberedLayout numbered;
  if (auto done = Numberer(theme, name, {}, numbered).run(); !done) return std::unexpected(done.error());
  return numbered;
}

std::unexpected<Error> layout_error(const std::string& file, Place place, const Message& what, Message help) {
  const std::string where = fmt::format("{}:{}:{}: ", file, place.line, place.column);
  return wrong_use({where + what.da, where + what.en}, std::move(help));
}

}  // namespace kanon
