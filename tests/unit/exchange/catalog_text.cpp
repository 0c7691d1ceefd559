#include "unit/exchange/catalog_text.h"

#include <fmt/format.h>

#include <string_view>

#include "read/duration_text.h"

namespace kanon {
namespace {

class CatalogText {
 public:
  void line(std::string_view name, std::string_view value) { text_ += fmt::format("{}: «{}»\n", name, value); }
  void line(std::string_view name, const MaybeLocated<std::string>& value) {
    if (value) line(name, value->value);
  }
  void lines(std::string_view name, const std::vector<LocatedText>& values) {
    for (const LocatedText& value : values) line(name, value.value);
  }

  void requirement(const Requirement& one) {
    line("requirement", one.id.value);
    line("  phase", one.phase);
    line("  theme", one.theme);
    line("  text", one.text.value);
    line("  kind", one.minimum ? "minimum" : "standard");
    line("  form", one.solution ? "solution" : "effect");
    line("  verification", one.verification);
    line("  frequency", one.frequency);
    lines("  recommendation", one.recommendations);
    lines("  control", one.controls);
    lines("  derives_from", one.derives_from);
    line("  note", one.note);
    for (const Silence& silence : one.silence) {
      line("  silence", silence.rule.value);
      line("  reason", silence.reason.value);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

std::string catalog_text(const Catalog& catalog) {
  CatalogText text;
  text.line("id", catalog.id.value);
  text.line("title", catalog.title.value);
  text.line("owner", catalog.owner);
  text.line("version", catalog.version->text());
  text.line("level", catalog.level);
  text.line("extends", catalog.extends);
  text.line("classification", catalog.classification);
  text.lines("alias", catalog.aliases);
  for (const HistoryEntry& entry : catalog.history) {
    text.line("history",
              fmt::format("{} {} {}", entry.version->text(), entry.date->iso(), static_cast<int>(entry.kind)));
    text.line("  by", entry.by);
    text.line("  change", entry.change);
  }
  for (const Approval& approval : catalog.approvals) {
    text.line("approval", fmt::format("{} {}", approval.version->text(), approval.date->iso()));
    text.line("  body", approval.body.value);
  }
  if (catalog.effective) text.line("effective", catalog.effective->value.iso());
  if (catalog.review_every) text.line("review_every", iso_duration(catalog.review_every->value));
  for (const Phase& phase : catalog.phases) {
    text.line("phase", phase.id.value);
    text.line("  title", phase.title);
  }
  for (const Recommendation& one : catalog.recommendations) {
    text.line("recommendation", one.id.value);
    text.line("  phase", one.phase.value);
    text.line("  text", one.text);
  }
  for (const Requirement& one : catalog.requirements) text.requirement(one);
  return text.take();
}

}  // namespace kanon
