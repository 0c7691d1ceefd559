#include "read/item.h"

#include "base/id.h"
#include "base/slug.h"

namespace kanon {
namespace {

/// A file's name and a page's folder are made of it: both have bounds.
constexpr std::size_t kLongestId = 120;

bool is_usable(std::string_view id) { return is_item_id(id) && id.size() <= kLongestId; }

std::string proposal(std::string_view id) {
  const std::string anchor = anchor_of(id.substr(0, kLongestId));
  const bool says_something = is_usable(anchor) && anchor != anchor_of({});
  return says_something ? anchor : "backup-politik";
}

Message not_an_id(std::string_view id) {
  return message("«{}» kan ikke være et id", "“{}” can't be an id", quotable(id));
}

std::string_view file_ending(const Reading& reading) { return reading.has_front_matter() ? "md" : "yaml"; }

/// What is written in a format of others has no place for an id of ours.
bool is_named_by_file(const Reading& reading) { return reading.path().ends_with(".xml"); }

void report_unusable_name(Mapping& mapping, const std::string& name) {
  mapping.reading().report(
      RuleId::invalid_id, mapping.opening(), not_an_id(name),
      message(
          "Filens navn er katalogets id. Omdøb filen til {0}.xml, med højst {1} små bogstaver a–z, tal og "
          "bindestreger.",
          "The file's name is the catalog's id. Rename the file to {0}.xml, with at most {1} small letters a–z, digits "
          "and hyphens.",
          proposal(name), kLongestId));
}

void report_unusable(Mapping& mapping, const Located<std::string>& id, const std::string& name) {
  Reading& reading = mapping.reading();
  const std::string better = is_usable(name) ? name : proposal(*id);
  Message help =
      is_usable(name)
          ? message(
                "Brug højst {0} små bogstaver a–z, tal og bindestreger. Skriv id: {1}, som filen hedder, eller vælg et "
                "andet "
                "id, og omdøb filen til det.",
                "Use at most {0} small letters a–z, digits and hyphens. Write id: {1}, as the file is named, or choose "
                "another id and rename the file to it.",
                kLongestId, better)
          : message(
                "Brug højst {0} små bogstaver a–z, tal og bindestreger. Skriv id: {1}, og omdøb filen til {1}.{2}.",
                "Use at most {0} small letters a–z, digits and hyphens. Write id: {1}, and rename the file to {1}.{2}.",
                kLongestId, better, file_ending(reading));
  reading.report(RuleId::invalid_id, id.range, not_an_id(*id), std::move(help));
}

void report_other_than_name(Mapping& mapping, const Located<std::string>& id, const std::string& name) {
  Reading& reading = mapping.reading();
  Message help = is_usable(name)
                     ? message("Skriv id: {1}, eller omdøb filen til {0}.{2}.",
                               "Write id: {1}, or rename the file to {0}.{2}.", *id, name, file_ending(reading))
                     : message("Omdøb filen til {}.{}, eller vælg et andet id og omdøb filen til det.",
                               "Rename the file to {}.{}, or choose another id and rename the file to it.", *id,
                               file_ending(reading));
  reading.report(RuleId::invalid_id, id.range,
                 message("Id'et «{}» er et andet end filens navn «{}»", "The id “{}” is not the file's name “{}”", *id,
                         quotable(name)),
                 std::move(help));
}

bool read_id(Mapping& mapping, Located<std::string>& id, std::string_view example, bool (*is_valid)(std::string_view),
             const Message& rule) {
  id = mapping.required_text("id", example);
  if (id->empty()) return false;
  if (is_valid(*id) && id->size() <= kLongestId) return true;
  mapping.reading().report(RuleId::invalid_id, id.range, not_an_id(*id), rule);
  return false;
}

}  // namespace

void place_item(Mapping& mapping, Item& item) {
  item.file = mapping.reading().index();
  item.range = mapping.opening();
}

bool read_own_id(Mapping& mapping, Item& item) {
  place_item(mapping, item);
  const std::string name = mapping.reading().stem();
  if (is_named_by_file(mapping.reading())) {
    // Where the file could be read, its name is an id that it gives, at the element that opens it.
    const bool was_parsed = !mapping.reading().file().yaml().empty();
    item.id = {name, was_parsed ? mapping.reading().node(0).range : item.range};
    if (!is_usable(name)) report_unusable_name(mapping, name);
    return is_usable(name);
  }
  item.id = mapping.required_text("id", is_usable(name) ? name : proposal(name));
  const bool written = !item.id->empty();
  if (written && is_usable(*item.id)) {
    if (*item.id != name) report_other_than_name(mapping, item.id, name);
    return true;
  }
  if (written) report_unusable(mapping, item.id, name);
  item.id = {name, item.range};
  return is_usable(name);
}

bool read_listed_id(Mapping& mapping, Located<std::string>& id) {
  return read_id(
      mapping, id, "begreb-backup", is_item_id,
      message("Brug højst {} små bogstaver a–z, tal og bindestreger, for eksempel begreb-backup.",
              "Use at most {} small letters a–z, digits and hyphens, for example begreb-backup.", kLongestId));
}

bool read_requirement_id(Mapping& mapping, Located<std::string>& id) {
  return read_id(
      mapping, id, "LK-BAS-5.1", is_requirement_id,
      message("Brug højst {} bogstaver A–Z og a–z, tal, punktummer og bindestreger, for eksempel LK-BAS-5.1.",
              "Use at most {} letters A–Z and a–z, digits, dots and hyphens, for example LK-BAS-5.1.", kLongestId));
}

void read_classification(Mapping& mapping, Item& item) {
  const auto key = mapping.written("classification");
  if (!key) {
    mapping.optional_text("classification");
    return;
  }
  item.classification = mapping.required_text("classification", "offentlig");
  // left out, it has a meaning of its own; written and unreadable, it must not fall open
  if (!was_read(*item.classification)) item.classification->range = *key;
}

void read_aliases(Mapping& mapping, Item& item) { item.aliases = mapping.list("aliases", former_address_form()); }

}  // namespace kanon
