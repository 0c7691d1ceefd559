#include "base/path.h"

#include <catch2/catch.hpp>

namespace kanon {

TEST_CASE("percent signs that encode nothing stay") {
  CHECK(percent_decoded("pers%C3%B8n%20data") == "persøn data");
  CHECK(percent_decoded("50%") == "50%");
  CHECK(percent_decoded("%4") == "%4");
  CHECK(percent_decoded("%zz%41") == "%zzA");
  CHECK(percent_decoded("").empty());
}

TEST_CASE("relative paths are followed from a folder") {
  CHECK(path_from("content/documents", "backup.md") == "content/documents/backup.md");
  CHECK(path_from("content/documents", "../pages/./om.md") == "content/pages/om.md");
  CHECK(path_from("content/documents", "../../kanon.yaml") == "kanon.yaml");
  CHECK(path_from("content", "a//b.md") == "content/a/b.md");
  CHECK(path_from("", "kanon.yaml") == "kanon.yaml");
  CHECK(path_from("content", "..") == "");
  CHECK(path_from("content", "documents/") == "content/documents/");
}

TEST_CASE("paths that leave the project are none, also when they come back") {
  CHECK(!path_from("content/documents", "../../../etc/passwd"));
  CHECK(!path_from("content", "../../project/kanon.yaml"));
  CHECK(!path_from("", ".."));
}

TEST_CASE("a file is named as another refers to it") {
  CHECK(path_towards("content/documents", "content/documents/backup.md") == "backup.md");
  CHECK(path_towards("content/documents/it", "content/pages/om.md") == "../../pages/om.md");
  CHECK(path_towards("content", "content/documents/a/b.md") == "documents/a/b.md");
  CHECK(path_towards("", "kanon.yaml") == "kanon.yaml");
  CHECK(path_towards("content/a", "content/ab/c.md") == "../ab/c.md");
}

TEST_CASE("names are taken from paths") {
  CHECK(folder_of("content/pages/om.md") == "content/pages");
  CHECK(folder_of("kanon.yaml").empty());
  CHECK(stem_of("content/pages/om.pagten.md") == "om.pagten");
  CHECK(stem_of("content/.skjult") == ".skjult");
}

}  // namespace kanon
