#pragma once

#include <catch2/catch.hpp>

#include <string>

#include "model/corpus.h"
#include "read/documents.h"
#include "read/parse.h"

namespace kanon::test {

/// A corpus of one document, content/documents/politik.md, whatever its text says.
inline Corpus corpus_of_document(const std::string& text) {
  Corpus corpus;
  corpus.config = default_config();
  corpus.files.push_back({"content/documents/politik.md", parse_source(text, SourceForm::markdown)});
  corpus.archive_begins = 1;
  Reading reading(corpus.files[0].parsed, 0, corpus.files[0].path);
  auto document = read_document(reading);
  REQUIRE(document);
  corpus.documents.push_back(std::move(*document));
  return corpus;
}

inline Version version(const std::string& text) { return *Version::parse(text); }
inline Date day(const std::string& text) { return *Date::parse(text); }

}  // namespace kanon::test
