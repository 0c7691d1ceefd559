#include "exchange/oscal_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/id.h"
#include "base/uuid.h"
#include "exchange/oscal_texts.h"
#include "model/change_kind.h"
#include "read/duration_text.h"
#include "read/packed_text.h"

namespace kanon {
namespace {

class OscalDocument {
 public:
  OscalDocument(const Catalog& catalog, const ExchangeSettings& settings) : catalog_(catalog), settings_(settings) {}

  OscalCatalog make() {
    OscalCatalog oscal;
    oscal.uuid = uuid("catalog");
    oscal.metadata = metadata();
    name_controls();
    for (const Recommendation& one : catalog_.recommendations) {
      oscal.resources.push_back(resource(one, oscal.resources.size()));
    }
    if (uses_annex_a()) oscal.resources.push_back(annex_a());
    const Placing placing = place_requirements();
    const auto add = [&](const std::vector<std::size_t>& indices, std::vector<OscalControl>& controls) {
      for (const std::size_t index : indices) controls.push_back(control(index, placing));
    };
    add(placing.without_phase, oscal.controls);
    for (std::size_t i = 0; i < catalog_.phases.size(); ++i) {
      oscal.groups.push_back(group(catalog_.phases[i]));
      add(placing.by_phase[i], oscal.groups.back().controls);
    }
    return oscal;
  }

 private:
  /// Which requirements stand in which phase, and whether their order there is that of the catalog.
  struct Placing {
    std::vector<std::size_t> without_phase;
    std::vector<std::vector<std::size_t>> by_phase;
    std::set<std::size_t> in_a_phase;
    bool in_order = true;
  };

  std::string_view word(std::string_view da, std::string_view en) const {
    return settings_.language == Language::da ? da : en;
  }

  std::string uuid(std::string_view what) const {
    return uuid_of(fmt::format("{}/{}/{}/{}", kOscalNamespace, catalog_.id.value, catalog_.version->text(), what));
  }

  OscalMetadata metadata() const {
    OscalMetadata metadata;
    metadata.title.value = line_of(catalog_.title.value, catalog_.id.value);
    Date newest;
    for (const HistoryEntry& entry : catalog_.history) newest = std::max(newest, *entry.date);
    metadata.last_modified.value = time_of(newest);
    metadata.version.value = catalog_.version->empty() ? "0" : catalog_.version->text();
    for (const HistoryEntry& entry : catalog_.history) metadata.revisions.push_back(revision(entry));
    metadata.props = metadata_props();
    add_party("owner", word("Ejer", "Owner"), catalog_.owner, metadata);
    add_party("publisher", word("Udgiver", "Publisher"), settings_.publisher, metadata);
    return metadata;
  }

  static OscalRevision revision(const HistoryEntry& entry) {
    OscalRevision revision;
    revision.published.value = time_of(*entry.date);
    revision.version.value = entry.version->text();
    revision.remarks.value = prose_of(entry.change);
    add_text("by", entry.by, revision.props);
    add(own_prop("kind", key_of(entry.kind)), revision.props);
    if (revision.remarks.value != entry.change) add_text("change", entry.change, revision.props);
    return revision;
  }

  std::vector<OscalProp> metadata_props() const {
    std::vector<OscalProp> props{own_prop("catalog-id", catalog_.id.value)};
    if (line_of(catalog_.title.value, {}) != catalog_.title.value) add(own_prop("title", catalog_.title.value), props);
    add_maybe("level", catalog_.level, props);
    add_maybe("extends", catalog_.extends, props);
    add_maybe("classification", catalog_.classification, props);
    add_all("alias", catalog_.aliases, props);
    for (const Approval& approval : catalog_.approvals) {
      add(own_fields("approval", {approval.date->iso(), approval.version->text(), approval.body.value}), props);
    }
    if (catalog_.effective) add(own_prop("effective", catalog_.effective->value.iso()), props);
    if (catalog_.review_every) add(own_prop("review-every", iso_duration(catalog_.review_every->value)), props);
    add_text("fingerprint", settings_.fingerprint, props);
    return props;
  }

  void add_party(const std::string& role, std::string_view title, const std::string& name,
                 OscalMetadata& metadata) const {
    if (name.empty()) return;
    metadata.roles.push_back({role, std::string(title)});
    OscalParty party{uuid("party/" + role), is_oscal_string(name) ? name : role, {}};
    if (party.name != name) add(own_prop("name", name), party.props);
    metadata.responsibles.push_back({role, {party.uuid}});
    metadata.parties.push_back(std::move(party));
  }

  std::string token(std::string_view wanted, std::string_view prefix) {
    std::string token;
    for (const char c : wanted) token += is_requirement_id(std::string("a") + c) ? c : '-';
    const bool begins_with_letter = !token.empty() && ((token[0] | 0x20) >= 'a' && (token[0] | 0x20) <= 'z');
    if (!prefix.empty() || !begins_with_letter) token = std::string(prefix.empty() ? "_" : prefix) + token;
    const std::string base = token;
    for (int number = 2; !tokens_.insert(token).second; ++number) token = base + "_" + std::to_string(number);
    return token;
  }

  /// Controls are named first, so that they keep the names that they have.
  void name_controls() {
    for (const Requirement& one : catalog_.requirements) {
      control_ids_.push_back(token(one.id.value, {}));
      control_by_id_.emplace(one.id.value, control_ids_.back());
    }
  }

  Placing place_requirements() const {
    Placing placing;
    placing.by_phase.resize(catalog_.phases.size());
    std::map<std::string_view, std::size_t> phases;
    for (std::size_t i = 0; i < catalog_.phases.size(); ++i) phases.emplace(catalog_.phases[i].id.value, i);
    std::size_t newest_phase = 0;
    for (std::size_t i = 0; i < catalog_.requirements.size(); ++i) {
      const auto& phase = catalog_.requirements[i].phase;
      const auto found = phase ? phases.find(phase->value) : phases.end();
      const std::size_t position = found == phases.end() ? 0 : found->second + 1;
      placing.in_order = placing.in_order && position >= newest_phase;
      newest_phase = position;
      (position == 0 ? placing.without_phase : placing.by_phase[position - 1]).push_back(i);
      if (position > 0) placing.in_a_phase.insert(i);
    }
    return placing;
  }

  OscalGroup group(const Phase& phase) {
    OscalGroup group;
    group.id.value = token(phase.id.value, "fase-");
    group.title.value = line_of(phase.title, phase.id.value);
    add(own_prop("phase-id", phase.id.value), group.props);
    if (group.title.value != phase.title) add(own_prop("title", phase.title), group.props);
    return group;
  }

  OscalResource resource(const Recommendation& one, std::size_t index) {
    OscalResource resource;
    resource.uuid = uuid("recommendation/" + std::to_string(index) + "/" + one.id.value);
    recommendations_.emplace(one.id.value, resource.uuid);
    resource.title = std::string(word("Anbefaling ", "Recommendation ")) + line_of(one.id.value, "–");
    resource.description.value = prose_of(one.text);
    add(own_prop("recommendation", one.id.value), resource.props);
    add_text("phase", one.phase.value, resource.props);
    if (resource.description.value != one.text) add(own_prop("text", one.text), resource.props);
    return resource;
  }

  bool uses_annex_a() const {
    return std::ranges::any_of(catalog_.requirements, [](const Requirement& one) { return !one.controls.empty(); });
  }

  OscalResource annex_a() {
    OscalResource resource;
    resource.uuid = annex_ = uuid_of(fmt::format("{}/iso-27001-2022-annex-a", kOscalNamespace));
    resource.title = word("ISO/IEC 27001:2022, bilag A", "ISO/IEC 27001:2022, Annex A");
    add(own_prop("source", "annex-a"), resource.props);
    return resource;
  }

  OscalControl control(std::size_t index, const Placing& placing) const {
    const Requirement& one = catalog_.requirements[index];
    OscalControl control;
    control.id.value = control_ids_[index];
    control.title.value = line_of(one.theme, one.id.value);
    control.props.push_back({"label", {}, {}, {is_oscal_string(one.id.value) ? one.id.value : control.id.value, {}}});
    if (control.id.value != one.id.value) add(own_prop("id", one.id.value), control.props);
    if (!placing.in_order) add(own_prop("place", std::to_string(index + 1)), control.props);
    if (one.phase && !placing.in_a_phase.contains(index)) add(own_prop("phase", one.phase->value), control.props);
    add_text("theme", one.theme, control.props);
    add(own_prop("kind", one.minimum ? "minimum" : "standard"), control.props);
    add(own_prop("form", one.solution ? "solution" : "effect"), control.props);
    add_maybe("frequency", one.frequency, control.props);
    add_all("recommendation", one.recommendations, control.props);
    add_all("control", one.controls, control.props);
    add_all("derives-from", one.derives_from, control.props);
    for (const Silence& silence : one.silence) {
      add(own_fields("silence", {silence.rule.value, silence.reason.value}), control.props);
    }
    add_links(one, control.links);
    add_part("statement", "_smt", one.text.value, control);
    add_part("assessment-objective", "_obj", one.verification, control);
    add_part("guidance", "_gdn", one.note, control);
    return control;
  }

  void add_links(const Requirement& one, std::vector<OscalLink>& links) const {
    for (const LocatedText& id : one.recommendations) {
      const auto found = recommendations_.find(id.value);
      if (found != recommendations_.end()) links.push_back({"#" + found->second, "reference", line_of(id.value, {})});
    }
    for (const LocatedText& id : one.controls) {
      links.push_back({"#" + annex_, "reference", "ISO/IEC 27001:2022 " + line_of(id.value, {})});
    }
    for (const LocatedText& id : one.derives_from) {
      const auto found = control_by_id_.find(id.value);
      if (found != control_by_id_.end()) links.push_back({"#" + found->second, "related", line_of(id.value, {})});
    }
  }

  static void add_part(std::string_view name, std::string_view ending, const std::string& text, OscalControl& control) {
    if (text.empty()) return;
    OscalPart part;
    part.id = control.id.value + std::string(ending);
    part.name = name;
    part.prose.value = prose_of(text);
    if (part.prose.value != text) add(own_prop("text", text), part.props);
    control.parts.push_back(std::move(part));
  }

  const Catalog& catalog_;
  const ExchangeSettings& settings_;
  std::set<std::string> tokens_;
  std::vector<std::string> control_ids_;                ///< of the requirements, in their order
  std::map<std::string, std::string> control_by_id_;    ///< by requirement id
  std::map<std::string, std::string> recommendations_;  ///< uuid by id
  std::string annex_;
};

}  // namespace

OscalCatalog oscal_of(const Catalog& catalog, const ExchangeSettings& settings) {
  return OscalDocument(catalog, settings).make();
}

}  // namespace kanon
