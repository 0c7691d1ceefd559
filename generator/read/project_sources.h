#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "env/files.h"
#include "model/config.h"

namespace kanon {

/// What a path says about a file of the project (contract, section 1).
enum class SourceKind : std::uint8_t {
  document,
  member,
  project,
  criteria,
  catalog,
  imported_catalog,  ///< an OSCAL catalog in XML
  handbook,
  dispensations,
  controls,
  glossary,
  page,
  misplaced,  ///< Markdown or YAML where nothing reads it
  other       ///< a picture, an attachment
};

/// A file below content/ or a page folder.
struct FoundFile {
  std::string path;  ///< relative to the project
  SourceKind kind = SourceKind::other;
  EntryKind entry = EntryKind::file;
  std::uint64_t size = 0;
  std::string address;  ///< of a page
};

/// The kind of a file below content/, by its path from the project.
SourceKind kind_of(std::string_view path);

/// The address of a page by its path below its folder: without ending, and `index` is the folder itself. Below
/// content/pages the front page's text keeps the address `index`.
std::string page_address(std::string_view path, std::string_view folder_address);

/// The files of content/ (but for its archive) and of the configured page folders, by path.
Result<std::vector<FoundFile>> find_sources(const Files& files, const std::string& folder, const Config& config);

/// `folder/path`, where the folder may be empty: the working folder.
std::string path_below(const std::string& folder, std::string_view path);

}  // namespace kanon
