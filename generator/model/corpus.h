#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/archive.h"
#include "model/config.h"
#include "model/items.h"
#include "model/parsed_file.h"

namespace kanon {

struct SourceFile {
  std::string path;  ///< relative to the project, with `/`
  ParsedFile parsed;
  /// The path that its relative links start from, where that isn't its own: where a frozen source stood when it was
  /// released.
  std::string stood_at = {};
  /// Of a frozen source: its folder in the archive. The local files that it uses are below its `files/`.
  std::string frozen_in = {};

  const std::string& place() const { return stood_at.empty() ? path : stood_at; }
};

/// The items of the frozen sources that were read: of each release one. Their `edition` is not known yet.
struct FrozenItems {
  std::vector<Document> documents;
  std::vector<Catalog> catalogs;
  std::vector<Handbook> handbooks;
};

/// A project as it was read: every file, every item, what was wrong with each. Nothing here refers to anything else
/// yet.
struct Corpus {
  Config config;
  std::vector<SourceFile> files;   ///< by path, kanon.yaml among them; then what was read of the archive
  std::size_t archive_begins = 0;  ///< how many of `files` are sources
  std::vector<std::string>
      other_files;                  ///< regular files in content/ that are no source, by path: pictures, attachments
  std::vector<Document> documents;  ///< items stand by path, then by place
  std::vector<Member> members;
  std::vector<Project> projects;
  std::vector<Objective> objectives;
  std::vector<Page> pages;
  std::vector<Term> terms;
  std::vector<Catalog> catalogs;
  std::vector<Handbook> handbooks;
  std::vector<Dispensation> dispensations;
  std::vector<ControlEntry> controls;

  Archive archive;
  FrozenItems frozen;
  /// The hash of each file of content/ that a newest release holds a copy of, by path; empty for one that is gone.
  std::map<std::string, std::string> local_files;
  /// Of a corpus of a point in time: under which paths sources stand or once stood, and the id of what stood there.
  std::map<std::string, std::string> known_paths;

  /// The sources alone, without the archive: what a rule about texts looks at.
  std::span<const SourceFile> sources() const { return {files.data(), archive_begins}; }
  const ParsedFile& parsed(FileIndex file) const { return files[file].parsed; }
};

}  // namespace kanon
