#include "read/oscal_catalog.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "read/oscal_history.h"
#include "read/oscal_params.h"
#include "read/oscal_props.h"
#include "read/packed_text.h"

namespace kanon {
namespace {

/// What stands around a control: the phase it belongs to and the control it refines.
struct Surroundings {
  MaybeLocated<std::string> phase;
  std::string refines;
};

bool is_withdrawn(const OscalControl& control) {
  const OscalProp* const status = oscal_prop(control.props, "status");
  return status != nullptr && lower_ascii(status->value.value) == "withdrawn";
}

/// A requirement with its place among the others, where Kanon wrote one down.
struct Placed {
  Requirement requirement;
  std::size_t place = 0;
};

std::vector<Requirement> in_order(std::vector<Placed> placed) {
  std::ranges::stable_sort(placed, {}, &Placed::place);
  std::vector<Requirement> requirements;
  requirements.reserve(placed.size());
  for (Placed& one : placed) requirements.push_back(std::move(one.requirement));
  return requirements;
}

std::size_t place_of(const OwnProps& own) {
  const auto written = own.text("place");
  if (!written || written->value.empty() || written->value.size() > 6) return 0;
  std::size_t place = 0;
  for (const char c : written->value) {
    if (c < '0' || c > '9') return 0;
    place = place * 10 + static_cast<std::size_t>(c - '0');
  }
  return place;
}

class CatalogReader {
 public:
  CatalogReader(const OscalCatalog& oscal, Mending& mending) : oscal_(oscal), mending_(mending), params_(oscal) {}

  Result<Catalog> read() {
    const OwnProps own(oscal_.metadata.props);
    catalog_.range = oscal_.range;
    catalog_.id = own.text("catalog-id").value_or(LocatedText{});
    read_oscal_metadata(oscal_, catalog_, mending_);
    catalog_.level = own.text("level");
    catalog_.extends = own.text("extends");
    for (const OscalResource& resource : oscal_.resources) add_recommendation(resource);
    for (const OscalControl& control : oscal_.controls) add_control(control, {});
    for (const OscalGroup& group : oscal_.groups) add_group(group, {});
    if (requirements_.size() > kMostRequirements) {
      return wrong_use(
          message("Kataloget har mere end {} krav", "The catalog has more than {} requirements", kMostRequirements),
          {"Del det op i flere.", "Split it into several."});
    }
    catalog_.requirements = in_order(std::move(requirements_));
    tell_what_was_left_out();
    return std::move(catalog_);
  }

 private:
  void add_recommendation(const OscalResource& resource) {
    const OwnProps own(resource.props);
    const auto id = own.text("recommendation");
    if (!id) {
      left_out_resources_ += own.any() ? 0 : 1;
      return;
    }
    Recommendation recommendation{*id, {}, own.text("text").value_or(resource.description).value};
    if (auto phase = own.text("phase")) recommendation.phase = std::move(*phase);
    catalog_.recommendations.push_back(std::move(recommendation));
  }

  /// A group is a phase where controls stand directly in it, or where Kanon wrote it; the names of the groups around it
  /// stand before its own.
  void add_group(const OscalGroup& group, const std::string& outer) {
    const OwnProps own(group.props);
    const auto own_title = own.text("title");
    std::string title = own_title ? own_title->value : group.title.value;
    if (!outer.empty()) title = outer + " – " + title;
    Surroundings around;
    const auto own_id = own.text("phase-id");
    if (own_id || !group.controls.empty()) around.phase = add_phase(group, own_id, title);
    for (const OscalControl& control : group.controls) add_control(control, around);
    for (const OscalGroup& inner : group.groups) add_group(inner, title);
  }

  LocatedText add_phase(const OscalGroup& group, const MaybeLocated<std::string>& own_id, const std::string& title) {
    LocatedText id = own_id.value_or(group.id);
    if (!own_id) {
      const std::string written = id->empty() ? std::to_string(catalog_.phases.size() + 1) : collapsed(id.value);
      // Counted on from the last number tried, so that many equal ids take no more time than different ones.
      std::size_t& number = phase_numbers_[written];
      do {
        id.value = number == 0 ? written : written + "-" + std::to_string(number + 1);
        ++number;
      } while (!phase_ids_.insert(id.value).second);
    }
    Range range = id.range == Range{} ? group.title.range : id.range;
    catalog_.phases.push_back({{id.value, range}, own_id || !title.empty() ? title : id.value});
    return {id.value, range};
  }

  void add_control(const OscalControl& control, const Surroundings& around) {
    if (is_withdrawn(control)) {
      ++withdrawn_;
      return;
    }
    if (requirements_.size() > kMostRequirements) return;
    const OwnProps own(control.props);
    const bool is_own = own.any();
    Requirement requirement;
    requirement.range = control.range;
    const auto own_id = own.text("id");
    requirement.id = own_id.value_or(control.id);
    requirement.id.value = mending_.requirement_id(requirement.id.value, control.title.value);
    requirement.phase = is_own && own.text("phase") ? own.text("phase") : around.phase;
    requirement.theme = own.text("theme").value_or(is_own ? OscalText{} : control.title).value;
    add_texts(control, requirement);
    add_own(own, requirement);
    if (!around.refines.empty() && requirement.derives_from.empty() && !is_own) {
      requirement.derives_from.push_back({around.refines, requirement.id.range});
    }
    const std::string id = requirement.id.value;
    requirements_.push_back({std::move(requirement), place_of(own)});
    for (const OscalControl& refined : control.controls) add_control(refined, {around.phase, id});
  }

  static void add_own(const OwnProps& own, Requirement& requirement) {
    const auto kind = own.text("kind");
    requirement.minimum = kind && kind->value == "minimum";
    const auto form = own.text("form");
    requirement.solution = form && form->value == "solution";
    requirement.frequency = own.text("frequency");
    requirement.recommendations = own.texts("recommendation");
    requirement.controls = own.texts("control");
    requirement.derives_from = own.texts("derives-from");
    for (auto& fields : own.fields("silence", 2)) {
      requirement.silence.push_back({fields[0].range, std::move(fields[0]), std::move(fields[1])});
    }
  }

  void add_texts(const OscalControl& control, Requirement& requirement) {
    constexpr std::array<std::string_view, 1> statement{"statement"};
    constexpr std::array<std::string_view, 4> verification{"assessment-objective", "objective", "assessment-method",
                                                           "assessment"};
    constexpr std::array<std::string_view, 2> guidance{"guidance", "overview"};
    requirement.text = text_of(control.parts, statement);
    requirement.verification = text_of(control.parts, verification).value;
    requirement.note = text_of(control.parts, guidance).value;
    if (!trim(requirement.text.value).empty()) return;
    ++without_statement_;
    requirement.text = control.title;
    if (requirement.text->empty()) requirement.text = {requirement.id.value, control.range};
  }

  /// The parts of the first name that there are any of.
  template <std::size_t Count>
  OscalText text_of(const std::vector<OscalPart>& parts, const std::array<std::string_view, Count>& names) {
    for (const std::string_view name : names) {
      OscalText text;
      for (const OscalPart& part : parts) {
        if (part.name == name) add_part(part, text);
      }
      if (text->empty()) continue;
      text.value = mending_.bounded(std::move(text.value));
      return text;
    }
    return {};
  }

  /// A part's prose with its label before it, then the parts below it, a line each.
  void add_part(const OscalPart& part, OscalText& text) {
    std::string line;
    if (const auto own = OwnProps(part.props).text("text")) {
      line = own->value;
    } else {
      line = params_.filled(part.prose.value);
      const OscalProp* const label = oscal_prop(part.props, "label");
      if (label != nullptr && !line.empty()) line = label->value.value + " " + line;
    }
    if (!line.empty()) {
      if (!text->empty()) text.value += '\n';
      text.value += line;
      const Range range = part.prose.range;
      text.range = text.range == Range{} ? range : Range{text.range.begin, std::max(text.range.end, range.end)};
    }
    for (const OscalPart& below : part.parts) add_part(below, text);
  }

  void tell_what_was_left_out() {
    if (withdrawn_ > 0) {
      mending_.tell("withdrawn",
                    message("{} tilbagetrukne krav er udeladt", "{} withdrawn controls were left out", withdrawn_));
    }
    if (without_statement_ > 0) {
      mending_.tell("statement",
                    message("{} krav havde ingen tekst og fik deres overskrift som tekst",
                            "{} controls had no statement and got their title as text", without_statement_));
    }
    if (left_out_resources_ > 0) {
      mending_.tell("resources", message("{} bilag (back-matter) er udeladt",
                                         "{} resources (back-matter) were left out", left_out_resources_));
    }
    if (catalog_.requirements.empty() && !OwnProps(oscal_.metadata.props).any()) {
      mending_.tell("empty", {"Der er ingen krav i kataloget", "There are no requirements in the catalog"});
    }
  }

  const OscalCatalog& oscal_;
  Mending& mending_;
  OscalParams params_;
  Catalog catalog_;
  std::vector<Placed> requirements_;
  std::set<std::string> phase_ids_;
  std::map<std::string, std::size_t> phase_numbers_;  ///< how many phases wanted the id
  std::size_t withdrawn_ = 0;
  std::size_t without_statement_ = 0;
  std::size_t left_out_resources_ = 0;
};

}  // namespace

Result<Catalog> catalog_of(const OscalCatalog& oscal, Mending& mending) { return CatalogReader(oscal, mending).read(); }

}  // namespace kanon
