#pragma once

#include "emit/html/pages.h"
#include "support/planned_project.h"

namespace kanon::test {

inline Theme theme_of(const PlannedProject& project) {
  auto theme = Theme::load(project.files(), "/project");
  INFO((theme ? "" : theme.error().what.en));
  REQUIRE(theme);
  return *std::move(theme);
}

/// Every page and file of the site, by path.
inline FileMap emit(const PlannedProject& project, const Pictures& pictures = {}) {
  const Theme theme = theme_of(project);
  PageEmitter emitter(project.site(), theme, pictures);
  FileMap out;
  for (const PagePlan& page : project.site().pages) {
    auto artifact = emitter.emit(page);
    INFO(page.address << ": " << (artifact ? "" : artifact.error().what.en));
    REQUIRE(artifact);
    out[artifact->path] = artifact->bytes;
  }
  for (const Artifact& artifact : emit_site_files(project.site(), theme)) out[artifact.path] = artifact.bytes;
  return out;
}

inline std::string emit_page(const PlannedProject& project, const std::string& path, const Pictures& pictures = {}) {
  const FileMap all = emit(project, pictures);
  INFO(path);
  REQUIRE(all.contains(path));
  return all.at(path);
}

/// What the page of an address fails with.
inline Error emit_error(const PlannedProject& project, const std::string& address) {
  const Theme theme = theme_of(project);
  const Pictures pictures;
  PageEmitter emitter(project.site(), theme, pictures);
  const PagePlan* page = project.site().page_at(address);
  REQUIRE(page != nullptr);
  const auto artifact = emitter.emit(*page);
  REQUIRE_FALSE(artifact);
  return artifact.error();
}

inline bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Every part stands in the text, each after the one before.
inline void check_in_order(const std::string& text, const std::vector<std::string>& parts) {
  std::size_t at = 0;
  for (const std::string& part : parts) {
    INFO(part);
    const std::size_t found = text.find(part, at);
    CHECK(found != std::string::npos);
    if (found != std::string::npos) at = found;
  }
}

}  // namespace kanon::test
