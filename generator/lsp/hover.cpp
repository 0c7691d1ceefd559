#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "check/page.h"
#include "check/rule.h"
#include "check/wording.h"
#include "history/unrecorded.h"
#include "lsp/cursor.h"
#include "read/source_keys.h"
#include "read/yaml_walk.h"

namespace kanon::lsp {
namespace {

/// Text of the content as Markdown that says it and nothing else.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    if (std::string_view("\\`*_{}[]<>()#+-.!|~&").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

class HoverText {
 public:
  HoverText(const ProjectView& view) : view_(view) {}

  std::string of(ItemRef item) const {
    const Model& model = view_.model();
    std::string text = fmt::format("**{}**\n\n{}", escaped(model.title_of(item)), say(kind_in_words(item.kind)));
    if (is_governed(item.kind)) return text + governed(model.governed(item));
    if (item.kind == ItemKind::requirement) {
      const Requirement& requirement = view_.corpus().catalogs[item.index].requirements[item.part];
      return fmt::format("**{}**\n\n{}", escaped(*requirement.id), escaped(*requirement.text));
    }
    if (item.kind == ItemKind::criterion)
      return text + "\n\n" + escaped(view_.corpus().objectives[item.index].criteria[item.part].text);
    if (item.kind == ItemKind::term) return of(view_.corpus().terms[item.index]);
    return text;
  }

  std::string of(const Term& term) const {
    return fmt::format("**{}**\n\n{}", escaped(term.term), escaped(term.definition));
  }

  std::string say(const Message& message) const { return message.in(view_.language); }

 private:
  std::string governed(const Governed& item) const {
    std::string text = fmt::format(", {} {}", say({"version", "version"}), escaped(item.version->text()));
    text += "  \n" + standing(item);
    if (!item.owner.empty()) text += fmt::format("  \n{}: {}", say({"Ejer", "Owner"}), escaped(item.owner));
    if (item.classification)
      text += fmt::format("  \n{}: {}", say({"Klassifikation", "Classification"}), escaped(item.classification->value));
    return text;
  }

  std::string standing(const Governed& item) const {
    const LedgerEntry* released = newest_release(view_.corpus(), item);
    if (released == nullptr) return say({"Aldrig udgivet", "Never released"});
    const std::string version = escaped(released->version->text());
    if (!difference_from_newest_release(view_.corpus(), item))
      return say(message("Udgivet som {}, uændret siden", "Released as {}, unchanged since", version));
    return say(message("Udgivet som {}; den næste version er undervejs",
                       "Released as {}; the next version is in the making", version));
  }

  const ProjectView& view_;
};

bool covers(const Place& finding, const Place& at) {
  return std::pair(finding.line, finding.column) <= std::pair(at.line, at.column) &&
         std::pair(at.line, at.column) <= std::pair(finding.end_line, finding.end_column);
}

std::string page_of_finding(const Diagnostic& finding, Language language) {
  const RulePage page = page_of(finding.rule, language);
  return fmt::format("`{}`: {}\n\n{}\n\n{}", name_of(finding.rule), rule(finding.rule).summary.in(language), page.why,
                     page.fix);
}

std::string about_key(const Cursor& cursor) {
  const auto spot = value_of_key_at(cursor.file.parsed, cursor.offset);
  if (!spot) return {};
  const SourceKey* key = key_at(cursor.file.path, spot->path);
  if (key == nullptr) key = key_at(cursor.file.path, spot->path + "[]");
  if (key == nullptr) return {};
  const std::string_view name = cursor.file.parsed.string(cursor.file.parsed.yaml()[*spot->key].text);
  return fmt::format("**{}**: {}", escaped(name), key->meaning.in(cursor.view.language));
}

}  // namespace

Json hover(const Cursor& cursor, const std::vector<Diagnostic>& findings) {
  const HoverText texts(cursor.view);
  std::vector<std::string> parts;
  if (const auto mention = mention_at(cursor)) {
    parts.push_back(texts.of(mention->item));
  } else if (is_among_keys(cursor.file.path, cursor.file.text(), cursor.offset)) {
    if (auto key = about_key(cursor); !key.empty()) parts.push_back(std::move(key));
  } else if (cursor.view.has_model()) {
    if (const Term* term = term_at(cursor)) parts.push_back(texts.of(*term));
  }
  // findings count lines and columns in code points
  const Place here = LineIndex(cursor.file.text()).place({cursor.offset, cursor.offset});
  for (const Diagnostic& finding : findings) {
    if (parts.size() < 4 && covers(finding.place, here))
      parts.push_back(page_of_finding(finding, cursor.view.language));
  }
  if (parts.empty()) return nullptr;
  return {{"contents", {{"kind", "markdown"}, {"value", join(parts, "\n\n---\n\n")}}}};
}

}  // namespace kanon::lsp
