#include "exchange/reqif_writing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/uuid.h"
#include "exchange/oscal_texts.h"
#include "exchange/reqif_names.h"
#include "exchange/reqif_values.h"
#include "exchange/xml_writer.h"

namespace kanon {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array kCatalogNames{reqif::id,        reqif::name,       reqif::owner,          reqif::version,
                                   reqif::level,     reqif::extends,    reqif::classification, reqif::aliases,
                                   reqif::history,   reqif::approvals,  reqif::effective,      reqif::review_every,
                                   reqif::publisher, reqif::fingerprint};
constexpr std::array kPhaseNames{reqif::id, reqif::title};
constexpr std::array kRecommendationNames{reqif::id, reqif::phase, reqif::text};
constexpr std::array kRequirementNames{
    reqif::id,           reqif::text,         reqif::phase,     reqif::theme,    reqif::kind,
    reqif::form,         reqif::verification, reqif::frequency, reqif::controls, reqif::recommendations,
    reqif::derives_from, reqif::note,         reqif::silence};
constexpr std::array<std::string_view, 2> kKinds{"minimum", "standard"};
constexpr std::array<std::string_view, 2> kForms{"effect", "solution"};

bool is_enumeration(std::string_view name) { return name == reqif::kind || name == reqif::form; }

class ReqifWriter {
 public:
  ReqifWriter(const Catalog& catalog, const ExchangeSettings& settings) : catalog_(catalog), settings_(settings) {
    Date newest;
    for (const HistoryEntry& entry : catalog.history) newest = std::max(newest, *entry.date);
    changed_ = time_of(newest);
    for (std::size_t i = 0; i < catalog.phases.size(); ++i) phases_.emplace(catalog.phases[i].id.value, i);
  }

  std::string write() {
    xml_.open("REQ-IF");
    xml_.attribute("xmlns", "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd");
    add_header();
    xml_.open("CORE-CONTENT");
    xml_.open("REQ-IF-CONTENT");
    add_datatypes();
    add_types();
    add_objects();
    add_relations();
    add_specifications();
    xml_.close();
    xml_.close();
    xml_.close();
    return xml_.take();
  }

 private:
  /// An xsd:ID that the same thing has in every export of the same version.
  std::string id(std::string_view what) const {
    return "_" + uuid_of(fmt::format("reqif/{}/{}/{}", catalog_.id.value, catalog_.version->text(), what));
  }

  void open(std::string_view element, std::string_view what, std::string_view long_name) {
    xml_.open(element);
    xml_.attribute("IDENTIFIER", id(what));
    xml_.attribute("LAST-CHANGE", changed_);
    xml_.attribute_if("LONG-NAME", long_name);
  }

  void add_reference(std::string_view around, std::string_view element, std::string_view what) {
    xml_.open(around);
    xml_.element(element, id(what));
    xml_.close();
  }

  void add_header() {
    xml_.open("THE-HEADER");
    xml_.open("REQ-IF-HEADER");
    xml_.attribute("IDENTIFIER", id("header"));
    xml_.element("CREATION-TIME", changed_);
    xml_.element("REQ-IF-TOOL-ID", "Kanon");
    xml_.element("REQ-IF-VERSION", "1.0");
    xml_.element("SOURCE-TOOL-ID", "Kanon");
    xml_.element("TITLE", catalog_.title.value);
    xml_.close();
    xml_.close();
  }

  void add_datatypes() {
    xml_.open("DATATYPES");
    open("DATATYPE-DEFINITION-STRING", "datatype/text", "Kanon.String");
    xml_.attribute("MAX-LENGTH", "2147483647");
    xml_.close();
    add_enumeration(reqif::kind, kKinds);
    add_enumeration(reqif::form, kForms);
    xml_.close();
  }

  void add_enumeration(std::string_view name, Names values) {
    open("DATATYPE-DEFINITION-ENUMERATION", fmt::format("datatype/{}", name), name);
    xml_.open("SPECIFIED-VALUES");
    int key = 0;
    for (const std::string_view value : values) {
      open("ENUM-VALUE", fmt::format("enumeration/{}/{}", name, value), value);
      xml_.open("PROPERTIES");
      xml_.open("EMBEDDED-VALUE");
      xml_.attribute("KEY", std::to_string(key++));
      xml_.attribute("OTHER-CONTENT", value);
      xml_.close();
      xml_.close();
      xml_.close();
    }
    xml_.close();
    xml_.close();
  }

  void add_types() {
    xml_.open("SPEC-TYPES");
    add_type("SPEC-OBJECT-TYPE", reqif::requirement_type, kRequirementNames);
    add_type("SPEC-OBJECT-TYPE", reqif::phase_type, kPhaseNames);
    add_type("SPEC-OBJECT-TYPE", reqif::recommendation_type, kRecommendationNames);
    add_type("SPEC-RELATION-TYPE", reqif::derives_from, {});
    add_type("SPEC-RELATION-TYPE", reqif::recommendations, {});
    add_type("SPECIFICATION-TYPE", reqif::catalog_type, kCatalogNames);
    xml_.close();
  }

  void add_type(std::string_view element, std::string_view type, Names names) {
    open(element, fmt::format("type/{}", type), type);
    if (!names.empty()) {
      xml_.open("SPEC-ATTRIBUTES");
      for (const std::string_view name : names) add_attribute_definition(type, name);
      xml_.close();
    }
    xml_.close();
  }

  void add_attribute_definition(std::string_view type, std::string_view name) {
    const std::string_view kind = is_enumeration(name) ? "ENUMERATION" : "STRING";
    open(fmt::format("ATTRIBUTE-DEFINITION-{}", kind), fmt::format("attribute/{}/{}", type, name), name);
    if (is_enumeration(name)) xml_.attribute("MULTI-VALUED", "false");
    add_reference("TYPE", fmt::format("DATATYPE-DEFINITION-{}-REF", kind),
                  is_enumeration(name) ? fmt::format("datatype/{}", name) : std::string("datatype/text"));
    xml_.close();
  }

  void add_values(std::string_view type, const ReqifValues& values) {
    xml_.open("VALUES");
    for (const auto& [name, value] : values) {
      const std::string_view kind = is_enumeration(name) ? "ENUMERATION" : "STRING";
      xml_.open(fmt::format("ATTRIBUTE-VALUE-{}", kind));
      if (!is_enumeration(name)) xml_.attribute("THE-VALUE", value);
      add_reference("DEFINITION", fmt::format("ATTRIBUTE-DEFINITION-{}-REF", kind),
                    fmt::format("attribute/{}/{}", type, name));
      if (is_enumeration(name))
        add_reference("VALUES", "ENUM-VALUE-REF", fmt::format("enumeration/{}/{}", name, value));
      xml_.close();
    }
    xml_.close();
  }

  void add_object(std::string_view type, const std::string& what, const ReqifValues& values) {
    open("SPEC-OBJECT", what, {});
    add_values(type, values);
    add_reference("TYPE", "SPEC-OBJECT-TYPE-REF", fmt::format("type/{}", type));
    xml_.close();
  }

  static std::string requirement(std::size_t index) { return fmt::format("requirement/{}", index); }
  static std::string phase(std::size_t index) { return fmt::format("phase/{}", index); }
  static std::string recommendation(std::size_t index) { return fmt::format("recommendation/{}", index); }

  /// The phase that a requirement stands in; nothing where it names none, or one that there is not.
  std::optional<std::size_t> phase_of(const Requirement& one) const {
    if (!one.phase) return std::nullopt;
    const auto found = phases_.find(one.phase->value);
    return found == phases_.end() ? std::nullopt : std::optional(found->second);
  }

  void add_objects() {
    if (catalog_.requirements.empty() && catalog_.phases.empty() && catalog_.recommendations.empty()) return;
    xml_.open("SPEC-OBJECTS");
    for (std::size_t i = 0; i < catalog_.requirements.size(); ++i) {
      const Requirement& one = catalog_.requirements[i];
      ReqifValues values = reqif_values(one);
      if (one.phase && !phase_of(one)) values.emplace_back(reqif::phase, one.phase->value);
      add_object(reqif::requirement_type, requirement(i), values);
    }
    for (std::size_t i = 0; i < catalog_.phases.size(); ++i) {
      const Phase& one = catalog_.phases[i];
      add_object(reqif::phase_type, phase(i), {{reqif::id, one.id.value}, {reqif::title, one.title}});
    }
    for (std::size_t i = 0; i < catalog_.recommendations.size(); ++i) {
      const Recommendation& one = catalog_.recommendations[i];
      add_object(reqif::recommendation_type, recommendation(i),
                 {{reqif::id, one.id.value}, {reqif::phase, one.phase.value}, {reqif::text, one.text}});
    }
    xml_.close();
  }

  struct Relation {
    std::string_view type;
    std::string source;
    std::string target;
  };

  /// What a requirement derives from or meets, where that stands in this catalog.
  std::vector<Relation> relations() const {
    std::map<std::string_view, std::size_t> requirements;
    std::map<std::string_view, std::size_t> recommendations;
    for (std::size_t i = 0; i < catalog_.requirements.size(); ++i) {
      requirements.emplace(catalog_.requirements[i].id.value, i);
    }
    for (std::size_t i = 0; i < catalog_.recommendations.size(); ++i) {
      recommendations.emplace(catalog_.recommendations[i].id.value, i);
    }
    std::vector<Relation> all;
    for (std::size_t i = 0; i < catalog_.requirements.size(); ++i) {
      for (const LocatedText& target : catalog_.requirements[i].derives_from) {
        const auto found = requirements.find(target.value);
        if (found == requirements.end()) continue;
        all.push_back({reqif::derives_from, requirement(i), requirement(found->second)});
      }
      for (const LocatedText& target : catalog_.requirements[i].recommendations) {
        const auto found = recommendations.find(target.value);
        if (found == recommendations.end()) continue;
        all.push_back({reqif::recommendations, requirement(i), recommendation(found->second)});
      }
    }
    return all;
  }

  void add_relations() {
    const std::vector<Relation> all = relations();
    if (all.empty()) return;
    xml_.open("SPEC-RELATIONS");
    for (std::size_t i = 0; i < all.size(); ++i) {
      open("SPEC-RELATION", fmt::format("relation/{}", i), {});
      add_reference("SOURCE", "SPEC-OBJECT-REF", all[i].source);
      add_reference("TARGET", "SPEC-OBJECT-REF", all[i].target);
      add_reference("TYPE", "SPEC-RELATION-TYPE-REF", fmt::format("type/{}", all[i].type));
      xml_.close();
    }
    xml_.close();
  }

  void open_hierarchy(const std::string& object) {
    open("SPEC-HIERARCHY", fmt::format("place/{}", object), {});
    add_reference("OBJECT", "SPEC-OBJECT-REF", object);
  }

  void add_hierarchy(const std::string& object) {
    open_hierarchy(object);
    xml_.close();
  }

  void add_specifications() {
    xml_.open("SPECIFICATIONS");
    open("SPECIFICATION", "specification", catalog_.title.value);
    add_values(reqif::catalog_type, reqif_values(catalog_, settings_));
    add_requirements();
    add_reference("TYPE", "SPECIFICATION-TYPE-REF", fmt::format("type/{}", reqif::catalog_type));
    xml_.close();
    if (!catalog_.recommendations.empty()) add_recommendations();
    xml_.close();
  }

  void add_requirements() {
    if (catalog_.requirements.empty() && catalog_.phases.empty()) return;
    std::vector<std::vector<std::size_t>> by_phase(catalog_.phases.size());
    xml_.open("CHILDREN");
    for (std::size_t i = 0; i < catalog_.requirements.size(); ++i) {
      const auto phase = phase_of(catalog_.requirements[i]);
      if (phase) {
        by_phase[*phase].push_back(i);
      } else {
        add_hierarchy(requirement(i));
      }
    }
    for (std::size_t i = 0; i < by_phase.size(); ++i) {
      open_hierarchy(phase(i));
      if (!by_phase[i].empty()) {
        xml_.open("CHILDREN");
        for (const std::size_t one : by_phase[i]) add_hierarchy(requirement(one));
        xml_.close();
      }
      xml_.close();
    }
    xml_.close();
  }

  void add_recommendations() {
    open("SPECIFICATION", "specification/recommendations",
         settings_.language == Language::da ? "Anbefalinger" : "Recommendations");
    xml_.open("CHILDREN");
    for (std::size_t i = 0; i < catalog_.recommendations.size(); ++i) add_hierarchy(recommendation(i));
    xml_.close();
    add_reference("TYPE", "SPECIFICATION-TYPE-REF", fmt::format("type/{}", reqif::catalog_type));
    xml_.close();
  }

  const Catalog& catalog_;
  const ExchangeSettings& settings_;
  std::string changed_;
  std::map<std::string_view, std::size_t> phases_;
  XmlWriter xml_;
};

}  // namespace

std::string reqif_of(const Catalog& catalog, const ExchangeSettings& settings) {
  return ReqifWriter(catalog, settings).write();
}

}  // namespace kanon
