#include <algorithm>
#include <functional>

#include "base/text.h"
#include "check/catalog_lists.h"
#include "check/embeds.h"
#include "check/references.h"
#include "check/rule.h"
#include "check/unknown_embeds.h"
#include "check/unknown_ids.h"
#include "check/wording.h"
#include "model/annex_a.h"
#include "resolve/suggestion.h"

namespace kanon {
namespace {

/// `A.5.99` is spelled as a control; that another number was meant is no more than a guess.
bool has_form_of_control(std::string_view id) {
  return id.starts_with("A.") && id.find_first_not_of(".0123456789", 1) == std::string_view::npos;
}

class UnknownReferences {
 public:
  UnknownReferences(const CheckInput& input, Reporter& reporter)
      : input_(input),
        model_(input.model),
        reporter_(reporter),
        types_(names_of(input.config().document_types, [](const auto& type) { return type.id.value; })),
        bodies_(names_of(input.config().bodies, &Body::id)),
        audiences_(names_of(input.config().audiences, &Audience::id)),
        controls_(names_of(annex_a_controls(), &Control::id)),
        ids_(input, reporter),
        embeds_(input, reporter, ids_) {}

  void find() {
    for (const auto& reference : references(input_.corpus()))
      ids_.judge(reference.file, reference.id->value, reference.id->range, reference.wanted);
    const Corpus& corpus = input_.corpus();
    for (const auto& document : corpus.documents) find_in(document);
    for (std::uint32_t i = 0; i < corpus.catalogs.size(); ++i) {
      find_in(corpus.catalogs[i], CatalogLists(model_, {ItemKind::catalog, i}));
    }
    for (const auto& handbook : corpus.handbooks) find_in(handbook);
    for (const auto& dispensation : corpus.dispensations) find_section(dispensation);
    for (const auto& entry : corpus.controls) find_control(entry.file, entry.control);
    for (FileIndex file = 0; file < corpus.sources().size(); ++file) find_embeds(file);
  }

 private:
  template <class List, class NameOf>
  static std::vector<std::string> names_of(const List& list, NameOf name_of) {
    std::vector<std::string> names;
    for (const auto& element : list) names.push_back(std::invoke(name_of, element));
    return names;
  }

  void report(FileIndex file, Range range, Message what, Message help) {
    reporter_.report(file, range, std::move(what), std::move(help));
  }

  void find_in(const Document& document) {
    find_approvals(document);
    for (const auto& control : document.controls) find_control(document.file, control);
    find_type(document.file, document.type);
  }

  void find_in(const Catalog& catalog, const CatalogLists& lists) {
    find_approvals(catalog);
    find_local(catalog, lists);
    for (const auto& requirement : catalog.requirements)
      for (const auto& control : requirement.controls) find_control(catalog.file, control);
  }

  void find_in(const Handbook& handbook) {
    find_approvals(handbook);
    if (handbook.audience && !handbook.audience->value.empty() &&
        input_.config().audience(handbook.audience->value) == nullptr)
      report(handbook.file, handbook.audience->range,
             message("Målgruppen «{}» findes ikke i kanon.yaml", "kanon.yaml has no audience “{}”",
                     quoted(handbook.audience->value)),
             did_you_mean(audiences_.nearest_to(handbook.audience->value),
                          {"Skriv en af målgrupperne under audiences i kanon.yaml.",
                           "Write one of the audiences in kanon.yaml."}));
    for (const auto& part : handbook.parts)
      for (const auto& type : part.types) find_type(handbook.file, type);
    for (const auto& appendix : handbook.appendices) {
      const auto embed = split_embed(appendix.embed.value);
      if (!embed.name.empty()) embeds_.judge(handbook.file, appendix.embed.range, embed);
    }
  }

  void find_type(FileIndex file, const LocatedText& type) {
    if (type.value.empty() || input_.config().document_type(type.value) != nullptr) return;
    report(file, type.range,
           message("Dokumenttypen «{}» findes ikke i kanon.yaml", "kanon.yaml has no document type “{}”",
                   quoted(type.value)),
           did_you_mean(types_.nearest_to(type.value),
                        message("Skriv en af: {}.", "Write one of: {}.",
                                join(names_of(input_.config().document_types, [](const auto& t) { return t.id.value; }),
                                     ", "))));
  }

  void find_approvals(const Governed& item) {
    for (const auto& approval : item.approvals) {
      const LocatedText& body = approval.body;
      if (body.value.empty() || input_.config().body(body.value) != nullptr) continue;
      report(item.file, body.range,
             message("«{}» er ikke en af dem, der kan godkende ifølge kanon.yaml",
                     "“{}” is not one of those who can approve by kanon.yaml", quoted(body.value)),
             did_you_mean(bodies_.nearest_to(body.value), {"Skriv et af navnene under bodies i kanon.yaml.",
                                                           "Write one of the names below bodies in kanon.yaml."}));
    }
  }

  void find_control(FileIndex file, const LocatedText& control) {
    if (control.value.empty() || is_annex_a_control(control.value)) return;
    report(file, control.range,
           message("«{}» er ikke en foranstaltning i anneks A til ISO/IEC 27001:2022",
                   "“{}” is not a control of Annex A of ISO/IEC 27001:2022", quoted(control.value)),
           did_you_mean(has_form_of_control(control.value) ? "" : controls_.nearest_to(control.value),
                        {"De 93 foranstaltninger hedder A.5.1–A.5.37, A.6.1–A.6.8, A.7.1–A.7.14 og A.8.1–A.8.34.",
                         "The 93 controls are A.5.1–A.5.37, A.6.1–A.6.8, A.7.1–A.7.14 and A.8.1–A.8.34."}));
  }

  /// Phases and recommendations: the catalog's own, and those of the catalogs it extends.
  void find_local(const Catalog& catalog, const CatalogLists& lists) {
    const auto phase = [&](const LocatedText& id) {
      if (!id.value.empty() && !lists.has_phase(id.value))
        report(catalog.file, id.range,
               message("Kataloget har ingen fase «{}»", "The catalog has no phase “{}”", quoted(id.value)),
               {"Skriv id'et på en af faserne under phases, eller tilføj fasen dér.",
                "Write the id of one of the phases below phases, or add the phase there."});
    };
    for (const auto& recommendation : catalog.recommendations) phase(recommendation.phase);
    for (const auto& requirement : catalog.requirements) {
      if (requirement.phase) phase(*requirement.phase);
      for (const auto& id : requirement.recommendations)
        if (!id.value.empty() && !lists.has_recommendation(id.value))
          report(catalog.file, id.range,
                 message("Kataloget har ingen anbefaling «{}»", "The catalog has no recommendation “{}”",
                         quoted(id.value)),
                 {"Skriv id'et på en af anbefalingerne under recommendations, eller tilføj den dér.",
                  "Write the id of one of the recommendations below recommendations, or add it there."});
    }
  }

  void find_section(const Dispensation& dispensation) {
    const auto document = model_.find(dispensation.document.value);
    if (!dispensation.section || !document || document->kind != ItemKind::document) return;
    const std::string& section = dispensation.section->value;
    const auto& anchors = model_.anchors[model_.file_of(*document)];
    if (section.empty() || std::ranges::find(anchors, section) != anchors.end()) return;
    report(dispensation.file, dispensation.section->range,
           message("«{}» har intet afsnit «{}»", "“{}” has no section “{}”", quoted(dispensation.document.value),
                   quoted(section)),
           did_you_mean(nearest_section(anchors, section),
                        {"Skriv afsnittets overskrift med små bogstaver og bindestreger.",
                         "Write the section's heading in small letters and with hyphens."}));
  }

  std::string nearest_section(const std::vector<std::string>& anchors, const std::string& section) {
    constexpr std::size_t most_searched = 100;
    return ++sections_searched_ > most_searched ? std::string() : Suggestions(anchors).nearest_to(section);
  }

  void find_embeds(FileIndex at) {
    const ParsedFile& file = input_.corpus().parsed(at);
    for (const auto& node : file.markdown())
      if (node.kind == MarkdownKind::embed)
        embeds_.judge(at, first_line(file, node.range), {file.string(node.text), file.string(node.extra)});
  }

  const CheckInput& input_;
  const Model& model_;
  Reporter& reporter_;
  Suggestions types_, bodies_, audiences_, controls_;
  UnknownIds ids_;
  UnknownEmbeds embeds_;
  std::size_t sections_searched_ = 0;
};

void find_unknown_references(const CheckInput& input, Reporter& reporter) { UnknownReferences(input, reporter).find(); }

}  // namespace

namespace rules {
const Rule unknown_reference{
    RuleId::unknown_reference,
    "reading",
    Severity::error,
    {"En henvisning nævner noget, der ikke findes", "A reference names something that does not exist"},
    find_unknown_references};
}  // namespace rules

}  // namespace kanon
