#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/config.h"
#include "model/items.h"
#include "model/parsed_file.h"

namespace kanon {

struct SourceFile {
  std::string path;  ///< relative to the project, with `/`
  ParsedFile parsed;
};

/// A frozen source of a document.
struct Release {
  Version version;
  ParsedFile parsed;
};

/// A project as it was read: every file, every item, what was wrong with each. Nothing here refers to anything else
/// yet.
struct Corpus {
  Config config;
  std::vector<SourceFile> files;  ///< by path; kanon.yaml among them
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

  std::map<std::string, Release> newest_releases;  ///< by the id of a document that was released

  const ParsedFile& parsed(FileIndex file) const { return files[file].parsed; }
};

}  // namespace kanon
