#include "read/mapping_findings.h"

#include <algorithm>

#include "base/nearest.h"
#include "base/text.h"

namespace kanon {
namespace {

constexpr std::size_t kMostNamed = 20;

/// A body's own findings say nothing about its front matter.
bool is_about_the_body(RuleId rule) {
  return rule == RuleId::unsafe_html || rule == RuleId::unsafe_link || rule == RuleId::undefined_footnote;
}

bool gave_up(const ParsedFile& file) {
  return !std::ranges::all_of(file.findings(), [](const Finding& finding) { return is_about_the_body(finding.rule); });
}

Message kind_in_words(YamlKind kind) {
  switch (kind) {
    case YamlKind::null:
      return {"ingenting", "nothing"};
    case YamlKind::scalar:
      return {"en tekst", "a text"};
    case YamlKind::sequence:
      return {"en liste", "a list"};
    case YamlKind::mapping:
      break;
  }
  return {"en gruppe af nøgler", "a group of keys"};
}

}  // namespace

Reading::Reading(const ParsedFile& file, FileIndex index, std::string path)
    : file_(file), index_(index), path_(std::move(path)), cut_off_(gave_up(file)) {}

std::string Reading::stem() const {
  const std::string name = path_.substr(path_.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

Range Reading::first_character(Range range) const {
  const std::string_view text = file_.text();
  std::uint32_t end = range.begin;
  if (end < text.size()) ++end;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return {range.begin, end};
}

void Reading::report(RuleId rule, Range range, Message message, Message help) {
  if (findings_.size() < most_findings) findings_.push_back({rule, range, std::move(message), std::move(help)});
}

void Reading::report_unknown_key(Range key, std::string_view name, const std::vector<std::string>& known) {
  if (findings_.size() >= most_findings) return;  // looking for the nearest of many costs time
  report(RuleId::unknown_key, key,
         message("Nøglen «{}» kendes ikke her", "The key “{}” is not known here", quotable(name)),
         suggestion(name, known));
}

void Reading::report_empty(const NamedValue& value, std::string_view example) {
  report(RuleId::invalid_value, value.key_range,
         message("Nøglen «{}» har ingen værdi", "The key “{}” has no value", value.key),
         message("Skriv en værdi efter kolonet, for eksempel {}: {}",
                 "Write a value after the colon, for example {}: {}", value.key, example));
}

void Reading::report_wrong_kind(const NamedValue& value, const Message& expected, const Message& instruction) {
  if (is_half_read(value.node)) return;
  const Message kind = kind_in_words(node(value.node).kind);
  Message what;
  if (value.key.empty()) {
    what = {fmt::format("Her står {}, men der skal stå {}", kind.da, expected.da),
            fmt::format("Here stands {}, but {} is expected", kind.en, expected.en)};
  } else {
    what = {fmt::format("«{}» er {}, men skal være {}", value.key, kind.da, expected.da),
            fmt::format("“{}” is {}, but must be {}", value.key, kind.en, expected.en)};
  }
  report(RuleId::invalid_value, node(value.node).range, std::move(what), instruction);
}

void Reading::report_wrong_form(const NamedValue& value, const Message& expected, const Message& instruction) {
  if (is_half_read(value.node)) return;
  const std::string quote = quotable(text_of(value.node));
  report(RuleId::invalid_value, node(value.node).range,
         {fmt::format("«{}» er «{}», men skal være {}", value.key, quote, expected.da),
          fmt::format("“{}” is “{}”, but must be {}", value.key, quote, expected.en)},
         instruction);
}

Message suggestion(std::string_view word, const std::vector<std::string>& candidates) {
  if (const auto near = nearest(word, candidates)) {
    return message("Mente du «{}»?", "Did you mean “{}”?", *near);
  }
  std::vector<std::string> named(
      candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(std::min(kMostNamed, candidates.size())));
  if (named.empty()) return {"Fjern det.", "Remove it."};
  const std::string more = candidates.size() > kMostNamed ? " …" : "";
  return message("Ret det, eller fjern det. Her kan stå: {}{}", "Correct or remove it. These can stand here: {}{}",
                 join(named, ", "), more);
}

}  // namespace kanon
