#include <string>
#include <vector>

#include "base/text.h"
#include "exchange/catalog_words.h"
#include "exchange/formats.h"
#include "exchange/markdown_text.h"
#include "exchange/phase_groups.h"
#include "exchange/supplier_form.h"
#include "model/frequency.h"

namespace kanon {
namespace {

std::string ids(const std::vector<LocatedText>& texts) {
  std::vector<std::string> shown;
  for (const LocatedText& text : texts) shown.push_back(markdown_line(*text));
  return join(shown, ", ");
}

/// Writes a catalog as a document that people read.
class MarkdownWriter {
 public:
  explicit MarkdownWriter(Language language) : language_(language) {}

  std::string write(const Catalog& catalog, const ExchangeSettings& settings) {
    out_ = "# " + markdown_line(*catalog.title) + "\n\n";
    const std::string warning = draft_warning(settings.fingerprint, language_);
    if (!warning.empty()) out_ += "**" + warning + "**\n\n";
    for (const auto& [name, value] : facts_of(catalog, settings.publisher, settings.fingerprint, language_)) {
      fact({name, name}, markdown_line(value));
    }
    out_ += '\n';
    for (const PhaseGroup& group : phase_groups({&catalog})) this->group(group);
    history(catalog);
    return std::move(out_);
  }

 private:
  const std::string& in(const Message& message) const { return message.in(language_); }

  void fact(const Message& name, const std::string& value) {
    if (!value.empty()) out_ += "- **" + in(name) + ":** " + value + "\n";
  }

  void group(const PhaseGroup& group) {
    out_ += "## " + markdown_line(group.heading(language_)) + "\n\n";
    for (const Recommendation* recommendation : group.recommendations) {
      const std::string id = markdown_line(*recommendation->id);
      fact({"Anbefaling " + id, "Recommendation " + id}, markdown_line(recommendation->text));
    }
    if (!group.recommendations.empty()) out_ += '\n';
    for (const auto& [catalog, requirement] : group.requirements) this->requirement(*requirement);
  }

  void requirement(const Requirement& requirement) {
    out_ += "### " + markdown_line(*requirement.id);
    if (!requirement.theme.empty()) out_ += " " + markdown_line(requirement.theme);
    out_ += "\n\n" + markdown_paragraphs(*requirement.text) + "\n";
    fact({"Art", "Kind"},
         kind_name(requirement.minimum, language_) + ", " + form_name(requirement.solution, language_));
    fact({"Dokumentation", "Verification"}, markdown_line(requirement.verification));
    if (requirement.frequency) {
      fact({"Hyppighed", "Frequency"}, markdown_line(frequency_words(**requirement.frequency).in(language_)));
    }
    fact({"Anbefalinger", "Recommendations"}, ids(requirement.recommendations));
    fact({"Foranstaltninger", "Controls"}, ids(requirement.controls));
    fact({"Afledt af", "Derives from"}, ids(requirement.derives_from));
    fact({"Bemærkning", "Note"}, markdown_line(requirement.note));
    out_ += '\n';
  }

  void history(const Catalog& catalog) {
    if (catalog.history.empty()) return;
    out_ += in(
        {"## Versioner\n\n| Version | Dato | Af | Ændring |\n", "## Versions\n\n| Version | Date | By | Change |\n"});
    out_ += "| --- | --- | --- | --- |\n";
    for (const HistoryEntry& entry : catalog.history) {
      out_ += "| " + entry.version->text() + " | " + entry.date->iso() + " | " + markdown_line(entry.by) + " | " +
              markdown_line(entry.change) + " |\n";
    }
  }

  Language language_;
  std::string out_;
};

}  // namespace

Result<Exported> export_markdown(const Catalog& catalog, const ExchangeSettings& settings) {
  Exported exported{MarkdownWriter(settings.language).write(catalog, settings), {}};
  exported.lost.push_back(
      {"Markdown er til at læse og kan ikke læses ind igen", "Markdown is for reading and can’t be read back"});
  return exported;
}

}  // namespace kanon
