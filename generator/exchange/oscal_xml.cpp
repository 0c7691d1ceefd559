#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "exchange/formats.h"
#include "exchange/oscal_document.h"
#include "exchange/sources.h"
#include "exchange/writable.h"
#include "exchange/xml_writer.h"
#include "read/oscal_catalog.h"
#include "read/oscal_xml.h"
#include "read/xml_tree.h"

namespace kanon {
namespace {

/// Writes elements in the order that the schema wants.
class OscalXmlWriter {
 public:
  std::string write(const OscalCatalog& catalog) {
    xml_.open("catalog");
    xml_.attribute("xmlns", "http://csrc.nist.gov/ns/oscal/1.0");
    xml_.attribute("uuid", catalog.uuid);
    add(catalog.metadata);
    for (const OscalControl& control : catalog.controls) add(control);
    for (const OscalGroup& group : catalog.groups) add(group);
    if (!catalog.resources.empty()) {
      xml_.open("back-matter");
      for (const OscalResource& resource : catalog.resources) add(resource);
      xml_.close();
    }
    xml_.close();
    return xml_.take();
  }

 private:
  void add(const OscalMetadata& metadata) {
    xml_.open("metadata");
    xml_.element("title", metadata.title.value);
    xml_.element("last-modified", metadata.last_modified.value);
    xml_.element("version", metadata.version.value);
    xml_.element("oscal-version", kOscalVersion);
    if (!metadata.revisions.empty()) {
      xml_.open("revisions");
      for (const OscalRevision& revision : metadata.revisions) add(revision);
      xml_.close();
    }
    add(metadata.props);
    for (const OscalRole& role : metadata.roles) {
      xml_.open("role");
      xml_.attribute("id", role.id);
      xml_.element("title", role.title);
      xml_.close();
    }
    for (const OscalParty& party : metadata.parties) {
      xml_.open("party");
      xml_.attribute("uuid", party.uuid);
      xml_.attribute("type", "organization");
      xml_.element("name", party.name);
      add(party.props);
      xml_.close();
    }
    for (const OscalResponsible& responsible : metadata.responsibles) {
      xml_.open("responsible-party");
      xml_.attribute("role-id", responsible.role);
      for (const std::string& party : responsible.parties) xml_.element("party-uuid", party);
      xml_.close();
    }
    xml_.close();
  }

  void add(const OscalRevision& revision) {
    xml_.open("revision");
    xml_.element_if("published", revision.published.value);
    xml_.element("version", revision.version.value);
    add(revision.props);
    if (!revision.remarks->empty()) {
      xml_.open("remarks");
      add_prose(revision.remarks.value);
      xml_.close();
    }
    xml_.close();
  }

  void add(const std::vector<OscalProp>& props) {
    for (const OscalProp& prop : props) {
      xml_.open("prop");
      xml_.attribute("name", prop.name);
      xml_.attribute_if("ns", prop.ns);
      xml_.attribute("value", prop.value.value);
      xml_.attribute_if("class", prop.css);
      xml_.close();
    }
  }

  void add_prose(std::string_view prose) {
    if (prose.empty()) return;
    for (const std::string_view line : split(prose, '\n')) xml_.element("p", line);
  }

  void add(const OscalControl& control) {
    xml_.open("control");
    xml_.attribute("id", control.id.value);
    xml_.element("title", control.title.value);
    add(control.props);
    for (const OscalLink& link : control.links) {
      xml_.open("link");
      xml_.attribute("href", link.href);
      xml_.attribute_if("rel", link.rel);
      xml_.element_if("text", link.text);
      xml_.close();
    }
    for (const OscalPart& part : control.parts) {
      xml_.open("part");
      xml_.attribute("id", part.id);
      xml_.attribute("name", part.name);
      add(part.props);
      add_prose(part.prose.value);
      xml_.close();
    }
    xml_.close();
  }

  void add(const OscalGroup& group) {
    xml_.open("group");
    xml_.attribute("id", group.id.value);
    xml_.element("title", group.title.value);
    add(group.props);
    for (const OscalControl& control : group.controls) add(control);
    xml_.close();
  }

  void add(const OscalResource& resource) {
    xml_.open("resource");
    xml_.attribute("uuid", resource.uuid);
    xml_.element("title", resource.title);
    if (!resource.description->empty()) {
      xml_.open("description");
      add_prose(resource.description.value);
      xml_.close();
    }
    add(resource.props);
    xml_.open("citation");
    xml_.element("text", resource.title);
    xml_.close();
    xml_.close();
  }

  XmlWriter xml_;
};

}  // namespace

Result<Exported> export_oscal_xml(const Catalog& catalog, const ExchangeSettings& settings) {
  WritableCatalog written = writable(catalog);
  return Exported{OscalXmlWriter().write(oscal_of(written.catalog, settings)), std::move(written.lost)};
}

Result<Imported> import_oscal_xml(std::string_view bytes) {
  const auto tree = xml_of(bytes);
  if (!tree) return std::unexpected(tree.error());
  if (!is_oscal_catalog(*tree)) return no_catalog_of("OSCAL", (*tree)[0].name);
  Mending mending;
  auto catalog = catalog_of(read_oscal_xml(*tree), mending);
  if (!catalog) return std::unexpected(std::move(catalog.error()));
  return Imported{without_places(std::move(*catalog)), mending.take()};
}

}  // namespace kanon
