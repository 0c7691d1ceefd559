#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "env/temporary_folder.h"

/// A folder on the real disk for one test.
class Temporary {
 public:
  Temporary() : folder_(make()) {}

  std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
  const std::string& path() const { return folder_.path(); }

 private:
  static kanon::TemporaryFolder make() {
    auto made = kanon::TemporaryFolder::make("kanon-test");
    REQUIRE(made);
    return std::move(*made);
  }

  kanon::TemporaryFolder folder_;
};
