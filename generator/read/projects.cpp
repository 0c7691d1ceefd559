#include "read/projects.h"

#include "read/item.h"

namespace kanon {

std::optional<Project> read_pact_project(Reading& reading) {
  Mapping mapping(reading);
  Project project;
  const bool named = read_own_id(mapping, project);
  project.title = mapping.required_text("title", "Awareness for SMV'er");
  read_classification(mapping, project);
  read_aliases(mapping, project);
  mapping.finish();
  if (!named) return std::nullopt;
  return project;
}

}  // namespace kanon
