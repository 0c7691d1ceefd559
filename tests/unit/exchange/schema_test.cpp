// What is exported is valid by the schemas of those who made the formats. They lie beside the repository, where they
// do.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <string>
#include <vector>

#include "env/files.h"
#include "env/processes.h"
#include "env/temporary_folder.h"
#include "exchange/formats.h"
#include "unit/exchange/random_catalog.h"
#include "unit/exchange/small_catalog.h"

using namespace kanon;

namespace {

const std::string kSchemas = KANON_SOURCE "/../shared/schemas/";

using Export = Result<Exported> (*)(const Catalog&, const ExchangeSettings&);

/// Files with what a format writes for ordinary catalogs and for many that nobody would write.
class WrittenCatalogs {
 public:
  WrittenCatalogs(Export write, const std::string& ending) {
    add(write(small_catalog(), {Language::da, "Sekretariatet", "0123abcd"}), "small" + ending);
    add(write(small_catalog(), {Language::en, {}, {}}), "english" + ending);
    Catalog empty;
    empty.id.value = "tomt";
    empty.title.value = "Tomt";
    empty.version.value = *Version::parse("1.0");
    add(write(empty, {}), "empty" + ending);
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
      add(write(RandomCatalog(seed).make(), {}), std::to_string(seed) + ending);
    }
  }

  /// Runs a program with the files after its own arguments.
  void check(std::vector<std::string> argv) const {
    argv.insert(argv.end(), paths_.begin(), paths_.end());
    Command command;
    command.argv = std::move(argv);
    command.environment = {"PATH=" + std::string(std::getenv("PATH"))};
    command.folder = KANON_SOURCE;
    const auto outcome = RealProcesses().run(command);
    REQUIRE(outcome);
    INFO(outcome->output << outcome->complaints);
    CHECK(outcome->status == 0);
  }

 private:
  void add(const Result<Exported>& written, const std::string& name) {
    REQUIRE(written);
    paths_.push_back(folder_.path() + "/" + name);
    REQUIRE(Disk().write(paths_.back(), written->bytes));
  }

  TemporaryFolder folder_ = *TemporaryFolder::make("kanon-test");
  std::vector<std::string> paths_;
};

bool is_there(const std::string& schema) {
  if (Disk().is_file(schema)) return true;
  WARN(schema << " is not there: nothing was held against it");
  return false;
}

}  // namespace

TEST_CASE("schemas: OSCAL in XML is valid by NIST's XSD") {
  const std::string schema = kSchemas + "oscal/oscal_catalog_schema-1.0.6.xsd";
  if (!is_there(schema)) return;
  WrittenCatalogs(export_oscal_xml, ".xml").check({"xmllint", "--noout", "--nonet", "--schema", schema});
}

TEST_CASE("schemas: OSCAL in JSON is valid by NIST's JSON schema") {
  const std::string schema = kSchemas + "oscal/oscal_catalog_schema-1.2.1.json";
  if (!is_there(schema)) return;
  WrittenCatalogs(export_oscal_json, ".json").check({"node", KANON_SOURCE "/tests/support/fits_schema.mjs", schema});
}

TEST_CASE("schemas: ReqIF is valid by OMG's XSD") {
  const std::string schema = kSchemas + "reqif/reqif.xsd";
  if (!is_there(schema)) return;
  WrittenCatalogs(export_reqif, ".reqif").check({"xmllint", "--noout", "--nonet", "--schema", schema});
}
