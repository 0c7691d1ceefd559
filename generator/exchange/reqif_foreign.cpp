#include "exchange/reqif_foreign.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "read/packed_text.h"

namespace kanon {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 11> kIds{
    "ReqIF.ForeignID", "foreignid",      "object identifier", "id",  "identifier", "req id",
    "reqid",           "requirement id", "krav-id",           "key", "number"};
constexpr std::array<std::string_view, 12> kTexts{
    "ReqIF.Text",   "object text", "text", "ReqIF.Description", "description",    "requirement text", "requirement",
    "primary text", "content",     "krav", "beskrivelse",       "kravbeskrivelse"};
constexpr std::array<std::string_view, 6> kHeadings{"ReqIF.ChapterName", "object heading", "heading",
                                                    "chapter name",      "chaptername",    "overskrift"};
constexpr std::array<std::string_view, 8> kTitles{"ReqIF.Name", "object short text", "name", "title",
                                                  "short text", "summary",           "navn", "titel"};
constexpr std::array<std::string_view, 7> kNotes{"rationale", "ReqIF.Rationale", "note",      "notes",
                                                 "comment",   "begrundelse",     "bemærkning"};
constexpr std::array<std::string_view, 7> kVerifications{
    "verification",  "verification method", "verification criteria", "acceptance criteria",
    "fit criterion", "verifikation",        "dokumentation"};

constexpr std::array<std::string_view, 4> kVersions{"version", "ReqIF.Revision", "revision", "baseline"};

/// The first of the attributes that has words.
std::string first_of(const ReqifAttributes& attributes, Names names) {
  for (const std::string_view name : names) {
    const std::string* const found = attributes.find(name);
    if (found != nullptr && !trim(*found).empty()) return std::string(trim(*found));
  }
  return {};
}

/// Where in the outline an object stands.
struct Outline {
  MaybeLocated<std::string> phase;
  std::string theme;
};

class ForeignCatalog {
 public:
  ForeignCatalog(const ReqifDocument& document, Mending& mending)
      : document_(document), mending_(mending), seen_(document.objects.size()) {}

  Catalog read() {
    add_metadata();
    const auto filled =
        std::ranges::count_if(document_.specifications, [](const auto& one) { return !one.children.empty(); });
    for (const ReqifSpecification& one : document_.specifications) {
      if (one.children.empty()) continue;
      Outline outline;
      if (filled > 1) outline.phase = add_phase(one.long_name);
      for (const ReqifPlace& place : one.children) add(place, outline);
    }
    add_what_stands_outside(filled > 0);
    tell();
    return std::move(catalog_);
  }

 private:
  void add_metadata() {
    for (const ReqifSpecification& one : document_.specifications) {
      if (catalog_.title->empty()) catalog_.title.value = one.long_name;
    }
    if (catalog_.title->empty()) catalog_.title.value = document_.title;
    if (catalog_.title->empty()) {
      catalog_.title.value = "Kravkatalog uden titel";
      mending_.tell("title", {"Der står ingen titel; den blev «Kravkatalog uden titel»",
                              "There is no title; it became “Kravkatalog uden titel”"});
    }
    std::string version;
    for (const ReqifSpecification& one : document_.specifications) {
      if (version.empty()) version = first_of(one.attributes, kVersions);
    }
    catalog_.version.value = mending_.version(version);
    const auto day = Mending::day(document_.last_change);
    if (!day) {
      mending_.tell("history", {"Der står ingen dato i filen; skriv selv versionshistorikken",
                                "There is no date in the file; write the version history yourself"});
      return;
    }
    HistoryEntry entry;
    entry.version.value = catalog_.version.value;
    entry.date.value = *day;
    entry.change = "Version " + catalog_.version->text();
    entry.kind = ChangeKind::created;
    catalog_.history.push_back(std::move(entry));
  }

  LocatedText add_phase(const std::string& title) {
    const std::string id = std::to_string(catalog_.phases.size() + 1);
    catalog_.phases.push_back({{id, {}}, title.empty() ? id : title});
    return {id, {}};
  }

  void add(const ReqifPlace& place, const Outline& around) {
    Outline inner = around;
    const auto found = document_.by_identifier.find(place.object);
    if (found == document_.by_identifier.end()) {
      ++unknown_;
    } else if (!seen_[found->second]) {
      seen_[found->second] = true;
      add(document_.objects[found->second], !place.children.empty(), inner);
    }
    for (const ReqifPlace& child : place.children) add(child, inner);
  }

  /// A heading changes the outline for what stands below it; anything else is a requirement.
  void add(const ReqifObject& object, bool has_children, Outline& outline) {
    std::string heading = collapsed(first_of(object.attributes, kHeadings));
    std::string text = first_of(object.attributes, kTexts);
    std::string title = collapsed(first_of(object.attributes, kTitles));
    if (title.empty()) title = object.long_name;
    if (text.empty() && heading.empty()) text = std::string(trim(object.first_xhtml));
    if (text.empty() && heading.empty() && has_children) heading = title;
    if (text.empty() && !heading.empty()) {
      if (outline.phase) {
        outline.theme = heading;
      } else {
        outline.phase = add_phase(heading);
      }
      return;
    }
    if (text.empty()) text = title;
    if (text.empty()) {
      ++empty_;
      return;
    }
    Requirement requirement;
    requirement.id.value = mending_.requirement_id(collapsed(first_of(object.attributes, kIds)), object.identifier);
    requirement.phase = outline.phase;
    requirement.theme = !heading.empty() ? heading : title != text && !title.empty() ? title : outline.theme;
    requirement.text.value = mending_.bounded(std::move(text));
    requirement.minimum = false;
    requirement.note = mending_.bounded(first_of(object.attributes, kNotes));
    requirement.verification = mending_.bounded(first_of(object.attributes, kVerifications));
    catalog_.requirements.push_back(std::move(requirement));
  }

  void add_what_stands_outside(bool has_outline) {
    std::size_t outside = 0;
    for (std::size_t i = 0; i < document_.objects.size(); ++i) {
      if (seen_[i]) continue;
      Outline nowhere;
      ++outside;
      add(document_.objects[i], false, nowhere);
    }
    if (outside == 0) return;
    if (has_outline) {
      mending_.tell("outside", message("{} krav stod ikke i nogen specifikation og kom til sidst",
                                       "{} requirements stood in no specification and came last", outside));
    } else {
      mending_.tell("outside", {"Filen har ingen specifikation; kravene står i filens rækkefølge",
                                "The file has no specification; the requirements stand in the order of the file"});
    }
  }

  void tell() {
    if (document_.without_last_change > 0) {
      mending_.tell("last-change", message("{} krav mangler LAST-CHANGE", "{} requirements lack LAST-CHANGE",
                                           document_.without_last_change));
    }
    if (empty_ > 0) {
      mending_.tell("empty",
                    message("{} krav uden tekst er udeladt", "{} requirements without a text were left out", empty_));
    }
    if (unknown_ > 0) {
      mending_.tell("unknown", message("{} henvisninger førte ikke til noget krav",
                                       "{} references led to no requirement", unknown_));
    }
    if (document_.relations > 0) {
      mending_.tell("relations", message("{} relationer mellem krav er udeladt",
                                         "{} relations between requirements were left out", document_.relations));
    }
    if (!catalog_.requirements.empty()) {
      mending_.tell("kind", {"Alle krav blev almindelige krav (standard); ret de krav, der er mindstekrav",
                             "All requirements became standard ones; correct those that are minimum requirements"});
    }
  }

  const ReqifDocument& document_;
  Mending& mending_;
  Catalog catalog_;
  std::vector<bool> seen_;
  std::size_t unknown_ = 0;
  std::size_t empty_ = 0;
};

}  // namespace

Catalog foreign_reqif_catalog(const ReqifDocument& document, Mending& mending) {
  return ForeignCatalog(document, mending).read();
}

}  // namespace kanon
