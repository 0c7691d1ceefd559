#pragma once

#include "model/config.h"
#include "read/mapping.h"

namespace kanon {

/// The parts of kanon.yaml that take more than a few keys; each reads one top-level key into the configuration.
void read_classifications(Mapping& root, Config& config);
/// After the classifications.
void read_audiences(Mapping& root, Config& config);
void read_bodies(Mapping& root, Config& config);
/// After the bodies.
void read_document_types(Mapping& root, Config& config);
void read_rules(Mapping& root, Config& config);
void read_page_folders(Mapping& root, Config& config);
/// `security` below `site`.
void read_security_contact(Mapping& site, Config& config);
void read_limits(Mapping& root, Config& config);

/// Whether a name that the writer chose for an audience, a body or a document type is an id of at most 60 characters;
/// one that isn't is invalid-id. They stand on the command line and in the names of files and styles.
bool is_chosen_name(Mapping& mapping, const Located<std::string_view>& name);

/// The ids of a list of bodies; those that kanon.yaml doesn't name are unknown-reference. After the bodies.
std::vector<Located<std::string>> read_body_ids(Mapping& mapping, std::string_view key, const Config& config);

}  // namespace kanon
